import * as v from 'valibot';
import { slugField, textField, webAddressField } from './field-types.ts';
import { MAX_NAME_CHARS, MAX_REVIEW_DAYS, MAX_STALE_DAYS } from './limits.ts';

function countField(max: number) {
  return v.pipe(
    v.number(),
    v.integer('a whole number'),
    v.minValue(1, 'at least 1'),
    v.maxValue(max, `at most ${max}`),
  );
}

/** `lists/list.json`: the list's name, licence and the numbers of its policy. */
export const listInfoSchema = v.looseObject({
  id: slugField,
  title: v.looseObject({ en: textField(MAX_NAME_CHARS), fr: textField(MAX_NAME_CHARS) }),
  homePage: v.optional(webAddressField),
  /** Who answers for the list. */
  publisher: v.optional(
    v.looseObject({ name: textField(MAX_NAME_CHARS), url: v.optional(webAddressField) }),
  ),
  licence: textField(MAX_NAME_CHARS),
  thresholds: v.looseObject({ independentOrganisations: countField(20) }),
  /** An entry's `reviewBy` lies at most this many days after `reviewed`. */
  reviewDays: countField(MAX_REVIEW_DAYS),
  /** Past this age a release no longer decides anything. */
  maxStaleDays: countField(MAX_STALE_DAYS),
});
/** Who a list says it is, and by which numbers it works. */
export type ListInfo = v.InferOutput<typeof listInfoSchema>;
