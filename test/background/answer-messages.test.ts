import { describe, expect, it, vi } from 'vitest';
import { type AnswerParts, answerMessage } from '../../src/background/answer-messages.ts';
import { HeadWriter, readHead } from '../../src/background/head-store.ts';
import type { FindingSummary, PageReply } from '../../src/messages/protocol.ts';
import { FakeLocalArea } from '../support/fake-local-area.ts';

const FINDING: FindingSummary = {
  list: 'l',
  listTitle: 'L',
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
const LISTED: PageReply = { kind: 'listed', findings: [FINDING] };
const OWN = 'chrome-extension://abc';
const PAGE = { url: 'https://listed.example/', frameId: 0, tab: { id: 7, incognito: false } };

function build() {
  const local = new FakeLocalArea();
  const reports = {
    begin: vi.fn(() => Symbol('report')),
    markListed: vi.fn(async () => undefined),
    markUnchecked: vi.fn(async () => undefined),
    clear: vi.fn(async () => undefined),
  };
  const parts: AnswerParts = {
    head: new HeadWriter(local),
    reports,
    describePage: vi.fn(async () => LISTED),
    describeAddress: vi.fn(async () => ({ kind: 'failed' }) as const),
    repair: vi.fn(async () => 'mended' as const),
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

describe('a page without a usable list', () => {
  const ask = async (repair: AnswerParts['repair']) => {
    const built = build();
    vi.mocked(built.parts.repair).mockImplementation(repair);
    await built.ask({ kind: 'page/no-list' }, PAGE);
    return built;
  };

  it('has all pages look again once the list is mended', async () => {
    const { parts, reports } = await ask(async () => 'mended');
    expect(parts.announceChange).toHaveBeenCalledOnce();
    expect(reports.markUnchecked).not.toHaveBeenCalled();
  });

  it.each<[string, AnswerParts['repair']]>([
    ['nothing was found to mend', async () => 'unchanged'],
    ['mending failed', () => Promise.reject(new Error('quota'))],
  ])('says so in its own toolbar and troubles no other page when %s', async (_name, repair) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { parts, reports } = await ask(repair);
    expect(parts.announceChange).not.toHaveBeenCalled();
    expect(reports.markUnchecked).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});

describe('a listed page', () => {
  it('stays listed while the worker cannot check it', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { parts, reports, ask } = build();
    vi.mocked(parts.describePage).mockRejectedValue(new Error('no database'));
    const reply = await ask({ kind: 'page/listed', request: { path: '/' } }, PAGE);
    expect(reply).toEqual({ kind: 'listed', findings: [] });
    expect(reports.markListed).toHaveBeenCalledOnce();
    log.mockRestore();
  });

  it('is not marked when the worker finds it not listed', async () => {
    const { parts, reports, ask } = build();
    vi.mocked(parts.describePage).mockResolvedValue({ kind: 'not-listed' });
    await ask({ kind: 'page/listed', request: { path: '/' } }, PAGE);
    expect(reports.markListed).not.toHaveBeenCalled();
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

  it('is not one whose address only begins alike', () => {
    const { ask } = build();
    const stranger = { url: `${OWN}d/popup.html` };
    expect(ask({ kind: 'settings/pause', request: { paused: true } }, stranger)).toBeUndefined();
  });
});
