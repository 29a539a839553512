import { describe, expect, it, vi } from 'vitest';
import { findReportingDocument, TabReports } from '../../src/background/tab-reports.ts';
import type { Browser } from '../../src/platform/browser.ts';

function build(isListed: () => Promise<unknown>) {
  const icons: string[] = [];
  const browser = {
    action: {
      setIcon: async ({ path }: { path: Record<number, string> }) =>
        void icons.push(path[16] ?? ''),
      setTitle: async () => undefined,
    },
    i18n: { getMessage: (key: string) => key },
    tabs: { sendMessage: vi.fn(isListed) },
  };
  // The parts of the API that are used; a call of any other throws.
  const reports = new TabReports(browser as unknown as Browser, async () => 'default');
  return { icons, browser, reports };
}

const page = { tabId: 7, documentId: 'd' };

describe('a tab', () => {
  it('keeps the mark while its document says that it is listed', async () => {
    const { icons, reports, browser } = build(async () => ({ isListed: true }));
    await reports.markListed(page);
    expect(icons).toEqual(['/icons/listed-16.png']);
    expect(browser.tabs.sendMessage.mock.calls[0]).toEqual([
      7,
      { kind: 'page/state' },
      { documentId: 'd' },
    ]);
  });

  it.each([
    ['is gone', () => Promise.reject(new Error('no receiver'))],
    ['moved out of the scope', async () => ({ isListed: false })],
    ['does not answer', async () => undefined],
  ])('loses the mark when its document %s', async (_name, answer) => {
    const { icons, reports } = build(answer);
    await reports.markListed(page);
    expect(icons).toEqual(['/icons/listed-16.png', '/icons/default-16.png']);
  });

  it('is not cleared by an older document once a newer one has reported', async () => {
    let answerOld = (_: unknown): void => undefined;
    const old = new Promise((done) => {
      answerOld = done;
    });
    const answers = [old, Promise.resolve({ isListed: true })];
    const { icons, reports } = build(() => answers.shift() ?? Promise.resolve());
    const first = reports.markListed(page);
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    await reports.markListed({ ...page, documentId: 'e' });
    answerOld({ isListed: false });
    await first;
    expect(icons).toEqual(['/icons/listed-16.png', '/icons/listed-16.png']);
  });
});

describe('a report', () => {
  it.each([
    [
      { frameId: 0, tab: { id: 1 } },
      { tabId: 1, documentId: undefined },
    ],
    [
      { frameId: 0, tab: { id: 1 }, documentId: 'd', documentLifecycle: 'active' },
      { tabId: 1, documentId: 'd' },
    ],
    [{ frameId: 0, tab: { id: 1 }, documentLifecycle: 'cached' }, undefined],
    [{ frameId: 1, tab: { id: 1 } }, undefined],
    [{ frameId: 0 }, undefined],
  ])('from %j counts as %j', (sender, expected) => {
    expect(findReportingDocument(sender as never)).toEqual(expected);
  });
});
