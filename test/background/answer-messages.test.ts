import { describe, expect, it, vi } from 'vitest';
import { type AnswerParts, answerMessage } from '../../src/background/answer-messages.ts';
import { ListRequests } from '../../src/background/list-requests.ts';
import type { Finding } from '../../src/match/verdict.ts';
import type { FindingSummary } from '../../src/messages/protocol.ts';
import { HeadWriter, readHead } from '../../src/store/head-store.ts';
import { FakeLocalArea } from '../support/fake-local-area.ts';
import { makeLock } from '../support/make-lock.ts';

const FINDING: Finding = {
  list: 'l',
  entry: 'e',
  scope: 'listed.example',
  state: 'listed',
  until: '2027-11-25',
};
const SUMMARY: FindingSummary = {
  list: 'l',
  listTitle: 'L',
  isDevelopment: false,
  entry: 'e',
  name: 'E',
  scope: 'listed.example',
  contested: false,
  grounds: [],
  commitments: [],
  evidenceCounts: {},
  organisationCount: 0,
  reviewed: '2026-11-25',
  isDismissed: false,
};
const OWN = 'chrome-extension://abc';
const PAGE = { url: 'https://listed.example/', frameId: 0, tab: { id: 7, incognito: false } };

/** As of a dashboard that asks nothing; what the lists answer is tested beside them. */
function createListRequests(): ListRequests {
  const notAsked = () => Promise.reject(new Error('not asked'));
  return new ListRequests({
    lists: { openStore: notAsked, run: notAsked },
    sync: { syncNow: notAsked, readStatus: async () => ({ lists: [] }), ensureAlarm: notAsked },
    announceChange: notAsked,
    now: () => 0,
  });
}

function build() {
  const local = new FakeLocalArea();
  const reports = {
    begin: vi.fn(() => Symbol('report')),
    markListed: vi.fn(async () => undefined),
    clear: vi.fn(async () => undefined),
  };
  const parts: AnswerParts = {
    head: new HeadWriter(local, makeLock()),
    reports,
    pageRepairs: {
      help: vi.fn(async () => undefined),
      helpListed: vi.fn(async () => undefined),
    },
    findListings: vi.fn(async () => [FINDING]),
    summarise: vi.fn(async () => [SUMMARY]),
    describeAddress: vi.fn(async () => ({ kind: 'failed' }) as const),
    repair: vi.fn(async () => 'mended' as const),
    listRequests: createListRequests(),
    announceChange: vi.fn(async () => undefined),
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
    expect(parts.findListings).toHaveBeenCalledWith('https://listed.example/news');
  });

  it('cannot name another host by its path', async () => {
    const { parts, ask } = build();
    await ask({ kind: 'page/listed', request: { path: '//other.example/' } }, PAGE);
    expect(parts.findListings).toHaveBeenCalledWith('https://listed.example//other.example/');
    for (const path of ['https://other.example/', '@other.example/', '', 7]) {
      await ask({ kind: 'page/listed', request: { path } }, PAGE);
    }
    expect(parts.findListings).toHaveBeenCalledOnce();
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

  it.each([
    ...['settings/pause', 'badge/restore', 'address/describe', 'list/repair', 'lists/status'],
    ...['lists/sync', 'lists/preview', 'lists/follow', 'lists/unfollow', 'lists/enable'],
    ...['lists/move', 'lists/news-seen', 'unknown', undefined],
  ])('may not ask for %s', (kind) => {
    const { ask } = build();
    expect(ask({ kind, request: { paused: true } }, PAGE)).toBeUndefined();
  });

  it('is told that it was heard when it finds no list', async () => {
    const { parts, ask } = build();
    expect(await ask({ kind: 'page/no-list' }, PAGE)).toEqual({ isHeard: true });
    expect(parts.pageRepairs.help).toHaveBeenCalledOnce();
  });

  it('hides a badge on this machine, but not from a private window', async () => {
    const { local, ask } = build();
    const message = { kind: 'badge/dismiss', request: { path: '/', list: 'l', entry: 'e' } };
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

describe('a listed page', () => {
  it('stays listed while the worker cannot check it', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { parts, reports, ask } = build();
    vi.mocked(parts.findListings).mockRejectedValue(new Error('no database'));
    const reply = await ask({ kind: 'page/listed', request: { path: '/' } }, PAGE);
    expect(reply).toEqual({ kind: 'listed', findings: [] });
    expect(reports.markListed).toHaveBeenCalledOnce();
    expect(parts.pageRepairs.helpListed).toHaveBeenCalledWith({ tabId: 7 });
    log.mockRestore();
  });

  it.each([
    ['is helped when none of its entries can be read', [], 1],
    ['needs no help when they can', [SUMMARY], 0],
  ])('%s', async (_name, summaries, times) => {
    const { parts, ask } = build();
    vi.mocked(parts.summarise).mockResolvedValue(summaries);
    await ask({ kind: 'page/listed', request: { path: '/' } }, PAGE);
    expect(parts.pageRepairs.helpListed).toHaveBeenCalledTimes(times);
  });

  it('is not marked when the worker finds it not listed', async () => {
    const { parts, reports, ask } = build();
    vi.mocked(parts.findListings).mockResolvedValue([]);
    const reply = await ask({ kind: 'page/listed', request: { path: '/' } }, PAGE);
    expect(reply).toEqual({ kind: 'not-listed' });
    expect(reports.markListed).not.toHaveBeenCalled();
  });

  it('gets its mark without waiting for what the badge shows', async () => {
    const { parts, reports, ask } = build();
    vi.mocked(parts.summarise).mockReturnValue(new Promise(() => undefined));
    void ask({ kind: 'page/listed', request: { path: '/' } }, PAGE);
    await vi.waitFor(() => expect(reports.markListed).toHaveBeenCalledOnce());
  });

  it('that hides its badge cancels no report of its own', async () => {
    const { reports, ask } = build();
    await ask({ kind: 'badge/dismiss', request: { path: '/', list: 'l', entry: 'e' } }, PAGE);
    expect(reports.begin).not.toHaveBeenCalled();
  });

  it('is cleared when it moves out of the scope', async () => {
    const { reports, ask } = build();
    await ask({ kind: 'page/left' }, PAGE);
    expect(reports.clear).toHaveBeenCalledOnce();
  });

  it('cannot hide a badge that it does not have', async () => {
    const { local, ask } = build();
    const request = { path: '/', list: 'l', entry: 'other' };
    await ask({ kind: 'badge/dismiss', request }, PAGE);
    expect(local.items.size).toBe(0);
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

  it('shows a hidden badge again, and the change is announced', async () => {
    const { local, parts, ask } = build();
    await ask({ kind: 'badge/dismiss', request: { path: '/', list: 'l', entry: 'e' } }, PAGE);
    await ask({ kind: 'badge/restore', request: { list: 'l', entry: 'e' } }, sender);
    expect((await readHead(local)).dismissed).toEqual([]);
    expect(parts.announceChange).toHaveBeenCalledOnce();
  });

  it.each<[string, AnswerParts['repair'], boolean, number]>([
    ['was mended', async () => 'mended', true, 1],
    ['was sound already', async () => 'unchanged', true, 1],
    ['could not be mended', () => Promise.reject(new Error('quota')), false, 0],
  ])('hears that the list %s', async (_name, repair, repaired, announcements) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { parts, ask } = build();
    vi.mocked(parts.repair).mockImplementation(repair);
    expect(await ask({ kind: 'list/repair' }, sender)).toEqual({ repaired });
    expect(parts.announceChange).toHaveBeenCalledTimes(announcements);
    log.mockRestore();
  });

  it('hears of the lists', async () => {
    expect(await build().ask({ kind: 'lists/status' }, sender)).toEqual({ lists: [] });
  });

  it('is not one whose address only begins alike', () => {
    const { ask } = build();
    const stranger = { url: `${OWN}d/popup.html` };
    expect(ask({ kind: 'settings/pause', request: { paused: true } }, stranger)).toBeUndefined();
  });
});
