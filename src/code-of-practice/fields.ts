import * as v from 'valibot';
import { isDay, isPartialDay } from '../list/day.ts';

/*
 * Fields that the files of `lists/code/` share. Each message says what would be right: it becomes
 * the cure of a problem. The schemas drop unknown fields, because the file as it came is kept
 * beside them; a value that a later release may add (a role, a kind of service) is plain text here.
 */

/** How far a fact is to be trusted; only `high` may be shown without "unverified". */
export const certaintyField = v.picklist(
  ['high', 'medium', 'low'],
  'one of "high", "medium", "low"',
);
export type Certainty = v.InferOutput<typeof certaintyField>;

const FROM_WORST: readonly Certainty[] = ['low', 'medium', 'high'];

/** The worst of several: a statement is no surer than what it rests on. */
export function worstOf(...certainties: readonly Certainty[]): Certainty {
  return FROM_WORST.find((one) => certainties.includes(one)) ?? 'low';
}

export const dayField = v.pipe(
  v.string('an ISO day such as 2023-05-26'),
  v.check(isDay, 'an ISO day that exists, such as 2023-05-26'),
);

export const partialDayField = v.pipe(
  v.string('a year, month or day such as 2023-05'),
  v.check(isPartialDay, 'a year, month or day that exists: 2023, 2023-05 or 2023-05-26'),
);

export const filledField = v.pipe(
  v.string('text'),
  v.check((text) => text.trim() !== '', 'text that is not blank'),
);

export const idField = v.pipe(
  v.string('an id'),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens'),
);

/** Year of the edition: 2018, 2022, 2025. */
export const editionIdField = v.pipe(
  v.string('the year of an edition'),
  v.regex(/^\d{4}$/, 'the year of an edition such as "2022"'),
);

export const addressField = v.pipe(
  v.string('a web address'),
  v.check(
    (text) => /^https?:\/\/\S+$/.test(text) && URL.canParse(text),
    'a full http(s) address, without spaces',
  ),
);

/** Where the fact can be read: at least one address. */
export const sourceField = v.pipe(
  v.array(addressField, 'a list of addresses'),
  v.minLength(1, 'at least one address where the fact can be read'),
);

/** The same sentence in both languages of the data. */
export const bothLanguagesField = v.object(
  { en: filledField, fr: filledField },
  'the text in "en" and "fr"',
);
export type BothLanguages = v.InferOutput<typeof bothLanguagesField>;
