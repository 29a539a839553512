import { afterEach, expect, it, test, vi } from 'vitest';
import type { Browser } from '../../src/platform/browser.ts';
import { describeTab } from '../../src/popup/describe-tab.ts';

afterEach(() => vi.useRealTimers());

function build({ answers = true, isAllowed = true } = {}) {
  const sendMessage = vi.fn(async () => {
    if (!answers) throw new Error('no receiver');
    return { isListed: false };
  });
  const parts = { tabs: { sendMessage }, permissions: { contains: vi.fn(async () => isAllowed) } };
  // Only these two calls are made.
  return { ...parts, browser: parts as unknown as Browser };
}

it('gives the address of a tab whose page answers', async () => {
  const { browser } = build();
  expect(await describeTab({ id: 1, url: 'https://a.example/x' }, browser)).toEqual({
    kind: 'address',
    address: 'https://a.example/x',
  });
});

test.each([
  [
    'a tab that was open before the install, or shows an error page',
    { answers: false },
    'reload-needed',
  ],
  ['a site that the reader withholds', { answers: false, isAllowed: false }, 'no-access'],
])('%s is not called unlisted', async (_name, how, reason) => {
  const { browser } = build(how);
  expect(await describeTab({ id: 1, url: 'https://a.example/' }, browser)).toEqual({
    kind: 'not-checkable',
    reason,
    address: 'https://a.example/',
  });
});

test.each([
  [undefined, true, 'browser-page'],
  [undefined, false, 'no-access'],
  ['', true, 'browser-page'],
  ['chrome://version/', true, 'browser-page'],
  ['about:blank', true, 'browser-page'],
  ['moz-extension://x/y', true, 'browser-page'],
  ['file:///tmp/a.html', true, 'local-file'],
])('a tab at %j, access %s, is not checkable: %s', async (url, isAllowed, reason) => {
  const { browser, tabs } = build({ isAllowed });
  expect(await describeTab({ id: 1, url }, browser)).toEqual({ kind: 'not-checkable', reason });
  expect(tabs.sendMessage).not.toHaveBeenCalled();
});

test.each([undefined, null, true, 'listed', {}, { state: 'listed' }])(
  'the reply %j is none of our script',
  async (reply) => {
    const { browser, tabs } = build();
    tabs.sendMessage.mockResolvedValue(reply as never);
    expect(await describeTab({ id: 1, url: 'https://a.example/' }, browser)).toMatchObject({
      reason: 'reload-needed',
    });
  },
);

it('checks the address of a tab that hangs, after a second', async () => {
  vi.useFakeTimers();
  const { browser, tabs } = build();
  tabs.sendMessage.mockReturnValue(new Promise(() => undefined));
  const described = describeTab({ id: 1, url: 'https://a.example/' }, browser);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await described).toEqual({ kind: 'address', address: 'https://a.example/' });
});
