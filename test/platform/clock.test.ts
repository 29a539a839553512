import { afterEach, expect, it, vi } from 'vitest';
import { readToday } from '../../src/platform/clock.ts';
import { withTimeout } from '../../src/platform/with-timeout.ts';

afterEach(() => vi.useRealTimers());

it('names the day of the reader’s own calendar, not that of Greenwich', () => {
  expect(readToday(new Date(2026, 0, 5, 0, 30))).toBe('2026-01-05');
  expect(readToday(new Date(2026, 11, 31, 23, 30))).toBe('2026-12-31');
});

it('waits no longer than it is told', async () => {
  vi.useFakeTimers();
  const never = withTimeout(new Promise(() => undefined), 100);
  await vi.advanceTimersByTimeAsync(100);
  expect(await never).toBeUndefined();
  expect(await withTimeout(Promise.resolve('answer'), 100)).toBe('answer');
  await expect(withTimeout(Promise.reject(new Error('no')), 100)).rejects.toThrow('no');
  expect(vi.getTimerCount()).toBe(0);
});
