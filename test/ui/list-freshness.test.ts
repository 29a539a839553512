import { expect, test } from 'vitest';
import { findLastDay, judgeFreshness } from '../../src/ui/list-freshness.ts';

test.each([
  [-1, 60, 'fresh'],
  [0, 60, 'fresh'],
  [40, 60, 'fresh'],
  [41, 60, 'getting-old'],
  [60, 60, 'getting-old'],
  [61, 60, 'too-old'],
  [undefined, 60, 'unknown'],
  [1, undefined, 'unknown'],
])('a list of %s days that counts for %s is %s', (age, max, expected) => {
  expect(judgeFreshness(age, max)).toBe(expected);
});

test.each([
  ['2026-11-25', 60, '2027-01-24'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-11-25', Number.MAX_VALUE, undefined],
  ['soon', 60, undefined],
])('a list of %s that counts for %s days ends on %s', (day, max, expected) => {
  expect(findLastDay(day, max)).toBe(expected);
});
