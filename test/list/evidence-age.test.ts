import { describe, expect, test } from 'vitest';
import { countYears, findNewestDay } from '../../src/list/evidence-age.ts';

describe('age of evidence', () => {
  test.each([
    ['2018-11-24', '2026-11-24', 8],
    ['2018-11-25', '2026-11-24', 7],
    ['2018-11', '2026-11-24', 7],
    ['2018-10', '2026-11-24', 8],
    // Only the year is known: it may have been its last day.
    ['2018', '2026-11-24', 7],
    ['2026', '2026-11-24', 0],
    ['2026-12-01', '2026-11-24', 0],
  ])('%s is, on %s, %i whole years old', (day, today, years) => {
    expect(countYears(day, today)).toBe(years);
  });

  test('the newest day is the newest, however precise', () => {
    const items = ['2018', '2018-12-28', undefined, '2017-07-21'].map((date) => ({
      kind: 'fact-check' as const,
      by: 'check',
      url: 'https://check.example/',
      ...(date === undefined ? {} : { date }),
    }));
    expect(findNewestDay(items)).toBe('2018-12-28');
    expect(findNewestDay([])).toBeUndefined();
  });
});
