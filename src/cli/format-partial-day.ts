import type { PartialDay } from '../code-of-practice/partial-day.ts';
import { firstDayOf } from '../list/day.ts';

/** By the length of the text: a year, a month, a day. */
const SHAPES: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
};

/** `26 May 2023`, `March 2025`, `2023`: as much as is known. */
export function formatPartialDay(partial: PartialDay): string {
  const options = { ...SHAPES[partial.length], timeZone: 'UTC' };
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(firstDayOf(partial)));
}
