import * as v from 'valibot';
import { MAX_SCOPE_LENGTH } from '../match/parse-scope.ts';
import { slugField, textField } from './field-types.ts';
import { MAX_REASON_CHARS } from './limits.ts';

const hostField = textField(MAX_SCOPE_LENGTH);
const reasonField = textField(MAX_REASON_CHARS);

/** `lists/never-list.json`: hosts that nobody may list whole. */
export const neverListSchema = v.looseObject({
  /** Hosts of many publishers: only a path on them can be listed. */
  sharedHosts: v.array(v.looseObject({ host: hostField, why: reasonField })),
  /** Sites that many people trust: only an exception lets one be listed. */
  wellKnown: v.array(v.looseObject({ host: hostField, why: reasonField })),
  /** Lets one entry list one well-known site; an unused exception is a fault. */
  exceptions: v.array(v.looseObject({ host: hostField, entry: slugField, reason: reasonField })),
});
/** The hosts that nobody may list whole, each with its reason. */
export type NeverList = v.InferOutput<typeof neverListSchema>;
