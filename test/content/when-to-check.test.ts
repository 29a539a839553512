// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { watchMoves } from '../../src/content/watch-moves.ts';
import { whenShown } from '../../src/content/when-shown.ts';

it('a prerendered page waits until it is shown', () => {
  const run = vi.fn();
  const page = Object.assign(document.implementation.createHTMLDocument(), { prerendering: true });
  whenShown(page, run);
  expect(run).not.toHaveBeenCalled();
  page.dispatchEvent(new Event('prerenderingchange'));
  page.dispatchEvent(new Event('prerenderingchange'));
  expect(run).toHaveBeenCalledOnce();
});

it('any other page does not wait', () => {
  const run = vi.fn();
  whenShown(document, run);
  expect(run).toHaveBeenCalledOnce();
});

it('a browser that tells of moves is listened to', () => {
  const navigation = new EventTarget();
  const onMove = vi.fn();
  // Only this much of a window is used.
  watchMoves({ navigation } as unknown as Window, onMove);
  navigation.dispatchEvent(new Event('currententrychange'));
  expect(onMove).toHaveBeenCalledOnce();
});

it('a browser that does not is asked by time', () => {
  vi.useFakeTimers();
  const page = {
    location: { href: 'https://a.example/1' },
    addEventListener: vi.fn(),
    setInterval: (work: () => void, wait: number) => setInterval(work, wait),
  };
  const onMove = vi.fn();
  watchMoves(page as unknown as Window, onMove);
  vi.advanceTimersByTime(3_000);
  expect(onMove).not.toHaveBeenCalled();
  page.location.href = 'https://a.example/2';
  vi.advanceTimersByTime(3_000);
  expect(onMove).toHaveBeenCalledOnce();
  vi.useRealTimers();
});
