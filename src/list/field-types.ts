import * as v from 'valibot';
import { isDay, isPartialDay } from './day.ts';
import { MAX_ADDRESS_CHARS, MAX_SLUG_CHARS } from './limits.ts';

/*
 * The small types that several files of a list share. Each message is the cure: it says what would
 * be right, and `describeIssues` puts what was found before it.
 */

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || /\s/.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}

/** `2026-11-24`: a day of the calendar. */
export const dayField = v.pipe(v.string(), v.check(isDay, 'a day that exists, as 2026-11-24'));

/** A day as exactly as it is known: `2025`, `2025-03` or `2025-03-14`. */
export const partialDayField = v.pipe(
  v.string(),
  v.check(isPartialDay, 'a year, month or day that exists: 2025, 2025-03 or 2025-03-14'),
);

/** An http(s) address in full, without a user name. */
export const webAddressField = v.pipe(
  v.string(),
  v.check(isWebAddress, 'a full http(s) address without a user name'),
  v.maxLength(MAX_ADDRESS_CHARS, `at most ${MAX_ADDRESS_CHARS} characters`),
);

/** Text for people that may not be blank. */
export function textField(maxChars: number) {
  return v.pipe(
    v.string(),
    v.check((text) => text.trim() !== '', 'text that is not blank'),
    v.maxLength(maxChars, `at most ${maxChars} characters`),
  );
}

/** `FR`: a country by ISO 3166-1. */
export const countryField = v.pipe(
  v.string(),
  v.regex(/^[A-Z]{2}$/, 'two capital letters of ISO 3166-1, as FR'),
);

/** Ids of organisations, slugs of entries. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** `example-truth`: the id of an organisation or an entry. */
export const slugField = v.pipe(
  v.string(),
  v.regex(SLUG, 'lower-case letters, digits and single hyphens'),
  v.maxLength(MAX_SLUG_CHARS, `at most ${MAX_SLUG_CHARS} characters`),
);

/** Whether an issue is about what a list must never carry, rather than about a newer format. */
export function isSafetyIssue(issue: v.BaseIssue<unknown>): boolean {
  return issue.type === 'max_length' || issue.requirement === isWebAddress;
}
