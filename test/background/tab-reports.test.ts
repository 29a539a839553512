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

const page = { tabId: 7 };

describe('a tab', () => {
  it('keeps the mark while its document says that it is listed', async () => {
    const { icons, reports, browser } = build(async () => ({ isListed: true }));
    await reports.markListed(page, reports.begin(page));
    expect(icons).toEqual(['/icons/listed-16.png']);
    expect(browser.tabs.sendMessage.mock.calls[0]).toEqual([
      7,
      { kind: 'page/state' },
      { frameId: 0 },
    ]);
  });

  it.each([
    ['is gone', () => Promise.reject(new Error('no receiver'))],
    ['moved out of the scope', async () => ({ isListed: false })],
  ])('loses the mark when its document %s', async (_name, answer) => {
    const { icons, reports } = build(answer);
    await reports.markListed(page, reports.begin(page));
    expect(icons).toEqual(['/icons/listed-16.png', '/icons/default-16.png']);
  });

  it('is not cleared by an older document once a newer one has reported', async () => {
    const { icons, reports } = build(async () => ({ isListed: false }));
    const old = reports.begin(page);
    const marking = reports.markListed(page, old);
    reports.begin(page);
    await marking;
    expect(icons).not.toContain('/icons/default-16.png');
  });

  it('is not cleared while a newer report comes in during the clearing itself', async () => {
    const { icons, reports } = build(async () => ({ isListed: true }));
    const clearing = reports.clear(page, reports.begin(page));
    const newer = reports.begin(page);
    await clearing;
    await reports.markListed(page, newer);
    expect(icons).toEqual(['/icons/listed-16.png']);
  });

  it('is not marked by a report that was overtaken before it began', async () => {
    const { icons, reports } = build(async () => ({ isListed: true }));
    const late = reports.begin(page);
    reports.begin(page);
    await reports.markListed(page, late);
    await reports.markUnchecked(page, late);
    expect(icons).toEqual([]);
  });

  it('keeps the mark while a dialogue keeps the page from answering, and loses it by its word', async () => {
    let say: (reply: unknown) => void = () => undefined;
    const { icons, reports, browser } = build(
      () =>
        new Promise((resolve) => {
          say = resolve;
        }),
    );
    const marking = reports.markListed(page, reports.begin(page));
    await vi.waitFor(() => expect(browser.tabs.sendMessage).toHaveBeenCalledOnce());
    expect(icons).toEqual(['/icons/listed-16.png']);
    say({ isListed: false });
    await marking;
    expect(icons).toEqual(['/icons/listed-16.png', '/icons/default-16.png']);
  });

  it('says that it cannot be checked', async () => {
    const { icons, reports } = build(async () => undefined);
    await reports.markUnchecked(page, reports.begin(page));
    expect(icons).toEqual(['/icons/no-list-16.png']);
  });
});

describe('a report', () => {
  it.each([
    [{ frameId: 0, tab: { id: 1 } }, { tabId: 1 }],
    [{ frameId: 0, tab: { id: 1 }, documentLifecycle: 'active' }, { tabId: 1 }],
    [{ frameId: 0, tab: { id: 1 }, documentLifecycle: 'cached' }, undefined],
    [{ frameId: 1, tab: { id: 1 } }, undefined],
    [{ frameId: 0 }, undefined],
  ])('from %j counts as %j', (sender, expected) => {
    expect(findReportingDocument(sender as never)).toEqual(expected);
  });
});
