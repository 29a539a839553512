import * as v from 'valibot';
import { MAX_SCOPE_LENGTH } from '../match/parse-scope.ts';
import { countryField, dayField, slugField, textField, webAddressField } from './field-types.ts';
import { MAX_NAME_CHARS, MAX_REASON_CHARS } from './limits.ts';

const ORGANISATION_KINDS = [
  'fact-checker',
  'public-body',
  'newsroom',
  'rater',
  'investigator',
  'platform',
  'association',
] as const;

const membershipSchema = v.looseObject({
  in: v.picklist(['IFCN', 'EFCSN']),
  from: v.optional(dayField),
  to: v.optional(dayField),
  source: webAddressField,
});

/** One organisation whose items may be evidence. */
export const organisationSchema = v.looseObject({
  id: slugField,
  name: textField(MAX_NAME_CHARS),
  kind: v.picklist(ORGANISATION_KINDS),
  country: v.optional(countryField),
  site: webAddressField,
  /** Where it publishes: hosts, or host and path on a shared host. */
  hosts: v.pipe(v.array(textField(MAX_SCOPE_LENGTH)), v.minLength(1, 'at least one')),
  /** Whether it may be the one recognised organisation that an entry needs; `why` says why. */
  recognised: v.boolean(),
  why: textField(MAX_REASON_CHARS),
  /** Id of the organisation it belongs to: the two are not independent of each other. */
  partOf: v.optional(slugField),
  /**
   * What its items are about. Those that judge the message, not the outlet (EUvsDisinfo), count as
   * the second organisation only (lists/README.md). Default: `outlet`.
   */
  judges: v.optional(v.picklist(['outlet', 'message'])),
  memberships: v.optional(v.array(membershipSchema)),
});
/** Who stands behind evidence, and what counts by their word. */
export type Organisation = v.InferOutput<typeof organisationSchema>;

/** `lists/organisations.json`: who may stand behind evidence. */
export const organisationsFileSchema = v.looseObject({
  organisations: v.array(organisationSchema),
});
