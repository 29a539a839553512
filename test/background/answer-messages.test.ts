import { describe, expect, it, vi } from 'vitest';
import { type AnswerParts, answerMessage } from '../../src/background/answer-messages.ts';
import { HeadWriter, readHead } from '../../src/background/head-store.ts';
import type { TabReports } from '../../src/background/tab-reports.ts';
import { FakeLocalArea } from '../support/fake-local-area.ts';

const OWN = 'chrome-extension://abc';
const PAGE = { url: 'https://listed.example/', frameId: 0, tab: { id: 7, incognito: false } };

function build() {
  const local = new FakeLocalArea();
  const reports = {
    markListed: vi.fn(async () => undefined),
    markLeft: vi.fn(async () => undefined),
  };
  const parts: AnswerParts = {
    head: new HeadWriter(local),
    // Only these two are asked for.
    reports: reports as unknown as TabReports,
    describePage: vi.fn(async () => ({ kind: 'listed', findings: [] }) as const),
    describeAddress: vi.fn(async () => ({ kind: 'failed' }) as const),
    repair: vi.fn(async () => true),
    announceChange: vi.fn(async () => undefined),
    updateToolbars: vi.fn(async () => undefined),
    ownOrigin: OWN,
  };
  const ask = (message: unknown, sender: object) =>
    answerMessage(message, sender as Parameters<typeof answerMessage>[1], parts);
  return { local, reports, parts, ask };
}

describe('a page', () => {
  it('is described by the address of the sender, whatever the message says', async () => {
    const { parts, ask } = build();
    const request = { path: '/news', url: 'https://other.example/' };
    await ask({ kind: 'page/listed', request }, PAGE);
    expect(parts.describePage).toHaveBeenCalledWith('https://listed.example/news');
  });

  it('cannot name another host by its path', async () => {
    const { parts, ask } = build();
    await ask({ kind: 'page/listed', request: { path: '//other.example/' } }, PAGE);
    expect(parts.describePage).toHaveBeenCalledWith('https://listed.example//other.example/');
    for (const path of ['https://other.example/', '@other.example/', '', 7]) {
      await ask({ kind: 'page/listed', request: { path } }, PAGE);
    }
    expect(parts.describePage).toHaveBeenCalledOnce();
  });

  it.each([
    ['a frame', { ...PAGE, frameId: 3 }],
    ['a prerendered document', { ...PAGE, documentLifecycle: 'prerender' }],
    ['a document without a tab', { url: PAGE.url, frameId: 0 }],
  ])('sets no toolbar from %s', async (_name, sender) => {
    const { reports, ask } = build();
    await ask({ kind: 'page/listed', request: { path: '/' } }, sender);
    expect(reports.markListed).not.toHaveBeenCalled();
  });

  it.each(['settings/pause', 'badge/restore', 'list/repair', 'unknown', undefined])(
    'may not ask for %s',
    (kind) => {
      const { ask } = build();
      expect(ask({ kind, request: { paused: true } }, PAGE)).toBeUndefined();
    },
  );

  it('hides a badge on this machine, but not from a private window', async () => {
    const { local, ask } = build();
    const message = { kind: 'badge/dismiss', request: { list: 'l', entry: 'e' } };
    await ask(message, { ...PAGE, tab: { id: 7, incognito: true } });
    expect(local.items.size).toBe(0);
    await ask(message, PAGE);
    expect((await readHead(local)).dismissed).toEqual(['l/e']);
  });

  it.each([{}, { list: 1, entry: 'e' }, { list: 'l', entry: 'x'.repeat(300) }, 'l/e'])(
    'cannot store %j',
    async (request) => {
      const { local, ask } = build();
      await ask({ kind: 'badge/dismiss', request }, PAGE);
      expect(local.items.size).toBe(0);
    },
  );
});

describe('a page without a usable list', () => {
  it.each([
    [true, 1, 0],
    [false, 0, 1],
  ])('is told to look again only if the list was mended: %s', async (mended, told, quiet) => {
    const { parts, ask } = build();
    vi.mocked(parts.repair).mockResolvedValue(mended);
    await ask({ kind: 'page/no-list' }, PAGE);
    expect(parts.announceChange).toHaveBeenCalledTimes(told);
    expect(parts.updateToolbars).toHaveBeenCalledTimes(quiet);
  });
});

describe('our own page', () => {
  const sender = { url: `${OWN}/src/popup/popup.html`, tab: { id: 9 } };

  it('pauses and the change is announced', async () => {
    const { local, parts, ask } = build();
    await ask({ kind: 'settings/pause', request: { paused: true } }, sender);
    expect((await readHead(local)).settings.paused).toBe(true);
    expect(parts.announceChange).toHaveBeenCalledOnce();
  });

  it('shows a hidden badge again', async () => {
    const { local, ask } = build();
    await ask({ kind: 'badge/dismiss', request: { list: 'l', entry: 'e' } }, PAGE);
    await ask({ kind: 'badge/restore', request: { list: 'l', entry: 'e' } }, sender);
    expect((await readHead(local)).dismissed).toEqual([]);
  });

  it('is not one whose address only begins alike', () => {
    const { ask } = build();
    const stranger = { url: `${OWN}d/popup.html` };
    expect(ask({ kind: 'settings/pause', request: { paused: true } }, stranger)).toBeUndefined();
  });
});
