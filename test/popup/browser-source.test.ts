import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBrowserSource } from '../../src/popup/browser-source.ts';
import { VIEWS } from './example-views.ts';

const ADDRESS = 'https://a.example/x';
const ROOT = '0123456789abcdef'.repeat(4);

afterEach(() => vi.useRealTimers());

function build({
  head = {} as unknown,
  search = '',
  answer = VIEWS.listed as unknown,
  url = ADDRESS,
} = {}) {
  const tab = { id: 3, url };
  const sendMessage = vi.fn(async (_: unknown): Promise<unknown> => answer);
  const tabs = {
    query: vi.fn(async () => [tab]),
    get: vi.fn(async (id: number) => ({ ...tab, id, url: 'https://named.example/' })),
    reload: vi.fn(async () => undefined),
    sendMessage: vi.fn(async () => ({ isListed: true })),
  };
  const browser = {
    tabs,
    runtime: { sendMessage },
    permissions: { contains: async () => true },
    storage: { local: { get: async () => ({ head }) } },
  };
  const close = vi.fn();
  // Only these calls are made.
  const parts = { browser, search, close } as unknown as Parameters<typeof createBrowserSource>[0];
  return { source: createBrowserSource(parts), sendMessage, tabs, close };
}

describe('the popup in a browser', () => {
  it('asks the worker about the tab in front', async () => {
    const { source, sendMessage } = build();
    expect(await source.readCurrentPage()).toEqual(VIEWS.listed);
    const request = { address: ADDRESS, isLink: false };
    expect(sendMessage).toHaveBeenCalledWith({ kind: 'address/describe', request });
  });

  it('asks about the tab that its address names', async () => {
    const { source, sendMessage } = build({ search: '?tab=7' });
    await source.readCurrentPage();
    const request = { address: 'https://named.example/', isLink: false };
    expect(sendMessage).toHaveBeenCalledWith({ kind: 'address/describe', request });
  });

  it('asks nothing about the page while paused, and still looks addresses up', async () => {
    const { source, sendMessage } = build({ head: { settings: { paused: true } } });
    expect(await source.readCurrentPage()).toEqual({ kind: 'paused' });
    expect(sendMessage).not.toHaveBeenCalled();
    expect(await source.checkAddress('b.example')).toEqual(VIEWS.listed);
    const request = { address: 'b.example', isLink: true };
    expect(sendMessage).toHaveBeenLastCalledWith({ kind: 'address/describe', request });
  });

  it('says that a part failed when the worker answers nonsense', async () => {
    const { source } = build({ answer: { kind: 'fine' } });
    expect(await source.readCurrentPage()).toEqual({ kind: 'failed' });
  });

  it('says that a part failed when the worker does not answer in time', async () => {
    vi.useFakeTimers();
    const { source, sendMessage } = build();
    sendMessage.mockReturnValue(new Promise(() => undefined));
    const view = source.checkAddress('b.example');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await view).toEqual({ kind: 'failed' });
  });

  it('waits no longer than half a minute for a change', async () => {
    vi.useFakeTimers();
    const { source, sendMessage } = build();
    sendMessage.mockReturnValue(new Promise(() => undefined));
    const done = source.repairList();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await done).toBeUndefined();
  });

  it('has the worker write what the reader chooses', async () => {
    const { source, sendMessage } = build();
    await source.setPaused(true);
    await source.restoreDismissed({ list: 'l', entry: 'e' });
    await source.repairList();
    expect(sendMessage.mock.calls.map(([message]) => message)).toEqual([
      { kind: 'settings/pause', request: { paused: true } },
      { kind: 'badge/restore', request: { list: 'l', entry: 'e' } },
      { kind: 'list/repair', request: undefined },
    ]);
  });

  it.each([
    [`https://list.example/#demonitor-root=${ROOT}`, true],
    [`https://list.example/#demonitor-root=${ROOT.slice(1)}`, false],
    [`https://list.example/#root=${ROOT}`, false],
    ['', false],
  ])('finds what the address %s offers', async (url, isOffer) => {
    const { source } = build({ url });
    const offer = { address: 'https://list.example/', rootDigest: ROOT };
    expect(await source.readOffer()).toEqual(isOffer ? offer : undefined);
  });

  it('reloads the tab and leaves', async () => {
    const { source, tabs, close } = build();
    await source.reloadPage();
    expect(tabs.reload).toHaveBeenCalledWith(3);
    expect(close).toHaveBeenCalledOnce();
  });
});
