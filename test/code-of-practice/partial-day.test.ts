import { expect, test } from 'vitest';
import { addMonths, lastDayOf } from '../../src/code-of-practice/partial-day.ts';
import { firstDayOf, isDay, isPartialDay } from '../../src/list/day.ts';

test.each([
  ['2023', true, false],
  ['2023-05', true, false],
  ['2023-05-26', true, true],
  ['2024-02-29', true, true],
  ['2023-02-29', false, false],
  ['2023-02-30', false, false],
  ['2023-13', false, false],
  ['2023-00', false, false],
  ['2023-5-26', false, false],
  ['2023-05-26T00:00', false, false],
  ['23', false, false],
  ['', false, false],
])('knows %j: partial day %s, day %s', (text, partial, day) => {
  expect(isPartialDay(text)).toBe(partial);
  expect(isDay(text)).toBe(day);
});

test.each([
  ['2023', '2023-01-01', '2023-12-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2023-02', '2023-02-01', '2023-02-28'],
  ['2023-05-26', '2023-05-26', '2023-05-26'],
])('%s lasts from %s to %s', (partial, first, last) => {
  expect([firstDayOf(partial), lastDayOf(partial)]).toEqual([first, last]);
});

test.each([
  ['2023-04-25', 4, '2023-08-25'],
  ['2023-12-20', 4, '2024-04-20'],
  ['2023-08-31', 4, '2023-12-31'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected);
});
