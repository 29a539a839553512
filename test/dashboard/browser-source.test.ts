import { afterEach, expect, test, vi } from 'vitest';
import { createBrowserSource } from '../../src/dashboard/browser-source.ts';

afterEach(() => vi.useRealTimers());

function build(answer: Promise<unknown>) {
  const sendMessage = vi.fn(() => answer);
  // Only this call is made.
  const browser = { runtime: { sendMessage } } as unknown as Parameters<
    typeof createBrowserSource
  >[0];
  return { source: createBrowserSource(browser), sendMessage };
}

test('asks the worker and hands on what it says', async () => {
  const { source, sendMessage } = build(Promise.resolve({ kind: 'done' }));
  expect(await source.ask('lists/unfollow', { key: 'other' })).toEqual({ kind: 'done' });
  expect(sendMessage).toHaveBeenCalledWith({ kind: 'lists/unfollow', request: { key: 'other' } });
});

test('has no reply where the worker is gone', async () => {
  const { source } = build(Promise.reject(new Error('Receiving end does not exist.')));
  expect(await source.ask('lists/status', undefined)).toBeUndefined();
});

test.each([
  ['lists/status', 5_000],
  ['lists/sync', 600_000],
] as const)('waits for %s no longer than %d ms', async (kind, milliseconds) => {
  vi.useFakeTimers();
  const { source } = build(new Promise(() => undefined));
  const reply = vi.fn();
  void source.ask(kind, {} as never).then(reply);
  await vi.advanceTimersByTimeAsync(milliseconds - 1);
  expect(reply).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(reply).toHaveBeenCalledWith(undefined);
});

test('repeats every second until it is told to stop', () => {
  vi.useFakeTimers();
  const work = vi.fn();
  const stop = build(Promise.resolve()).source.repeat(work);
  vi.advanceTimersByTime(2_500);
  expect(work).toHaveBeenCalledTimes(2);
  stop();
  vi.advanceTimersByTime(2_500);
  expect(work).toHaveBeenCalledTimes(2);
});
