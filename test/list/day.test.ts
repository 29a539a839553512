import { expect, test } from 'vitest';
import { countDays, firstDayOf, formatLocalDay, isDay, isPartialDay } from '../../src/list/day.ts';

test.each([
  ['2026-11-24', true],
  ['2028-02-29', true],
  ['2000-02-29', true],
  ['2027-02-29', false],
  ['1900-02-29', false],
  ['2026-02-30', false],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-01-00', false],
  ['2026-1-1', false],
  ['2026-11-24T00:00:00Z', false],
  ['2026-11-24\n', false],
  ['26-11-24', false],
  ['', false],
])('knows whether %j is a day that exists: %j', (text, exists) => {
  expect(isDay(text)).toBe(exists);
});

test.each([
  ['2025', true],
  ['2025-03', true],
  ['2025-03-14', true],
  ['2025-02-29', false],
  ['2025-13', false],
  ['2025-', false],
  ['2025-Q3', false],
  ['2025-3', false],
  ['202', false],
])('knows whether %j is a partial day: %j', (text, exists) => {
  expect(isPartialDay(text)).toBe(exists);
});

test('reads a partial day as the first day that it may mean', () => {
  expect(['2025', '2025-03', '2025-03-14'].map(firstDayOf)).toEqual([
    '2025-01-01',
    '2025-03-01',
    '2025-03-14',
  ]);
});

test.each([
  [new Date(2026, 10, 25, 0, 0), '2026-11-25'],
  [new Date(2026, 0, 5, 23, 59), '2026-01-05'],
])('writes the day of a moment where it runs', (moment, day) => {
  expect(formatLocalDay(moment)).toBe(day);
});

test('counts days over a leap day and backwards', () => {
  expect(countDays('2028-02-28', '2028-03-01')).toBe(2);
  expect(countDays('2027-02-28', '2027-03-01')).toBe(1);
  expect(countDays('2026-11-25', '2026-11-24')).toBe(-1);
});
