import { describe, expect, it } from 'vitest';
import { planNextSync } from '../../src/sync/schedule.ts';

const MINUTE = 60_000;
const plan = (failures: number, random = 0.5, retryAfter?: number) =>
  Math.round(
    planNextSync(0, failures, retryAfter === undefined ? {} : { retryAfter }, random) / MINUTE,
  );

describe('the next sync', () => {
  it.each([
    [0, 360],
    [1, 5],
    [2, 10],
    [3, 20],
    [7, 320],
    [8, 360],
    [2_000, 360],
  ])('after %i failures comes in %i minutes', (failures, minutes) => {
    expect(plan(failures)).toBe(minutes);
  });

  it.each([
    [0, 288],
    [0.999, 432],
  ])('is spread, so that readers do not come all at once (%d)', (random, minutes) => {
    expect(plan(0, random)).toBe(minutes);
  });

  it('does not come before the server said', () => {
    expect(plan(1, 0.5, 60 * MINUTE)).toBe(60);
    expect(plan(1, 0.5, 1 * MINUTE)).toBe(5);
  });
});
