import { describe, expect, it, vi } from 'vitest';
import { PageRepairs } from '../../src/background/page-repairs.ts';
import type { Report } from '../../src/background/tab-reports.ts';
import type { Browser } from '../../src/platform/browser.ts';
import type { RepairOutcome } from '../../src/store/list-store.ts';

const REPORT: Report = Symbol('report');

function build(outcome: RepairOutcome | 'failed') {
  let time = 0;
  const marked: number[] = [];
  const sentBack: number[] = [];
  const repair = vi.fn(async () => {
    // Long enough for all tabs to report.
    await new Promise((done) => setTimeout(done, 5));
    if (outcome === 'failed') throw new Error('quota');
    return outcome;
  });
  const announceChange = vi.fn(async () => undefined);
  const tabs = { sendMessage: async (tabId: number) => void sentBack.push(tabId) };
  const repairs = new PageRepairs({
    // The parts of the API that are used; a call of any other throws.
    browser: { tabs } as unknown as Browser,
    reports: { markUnchecked: async ({ tabId }) => void marked.push(tabId) },
    repair,
    announceChange,
    now: () => time,
  });
  const help = (tabId: number, documentId?: string) =>
    repairs.help({ tabId, ...(documentId !== undefined && { documentId }) }, REPORT);
  const pass = (milliseconds: number) => {
    time += milliseconds;
  };
  const helpListed = (tabId: number) => repairs.helpListed({ tabId });
  return { help, helpListed, pass, marked, sentBack, repair, announceChange };
}

describe('pages without a usable list', () => {
  it('are all helped by one repair, and told once', async () => {
    const { help, repair, announceChange, marked, sentBack } = build('mended');
    await Promise.all([1, 2, 3, 4].map((tabId) => help(tabId)));
    expect(repair).toHaveBeenCalledOnce();
    expect(announceChange).toHaveBeenCalledOnce();
    expect([marked, sentBack]).toEqual([[], []]);
  });

  it('look again when nothing was found to mend, and are marked when that does not help', async () => {
    const { help, announceChange, marked, sentBack } = build('unchanged');
    await help(1);
    expect([marked, sentBack]).toEqual([[], [1]]);
    await help(1);
    expect([marked, sentBack]).toEqual([[1], [1]]);
    expect(announceChange).not.toHaveBeenCalled();
  });

  it('have nothing looked through twice for one document, but for the next one in the tab', async () => {
    const { help, marked, repair } = build('unchanged');
    await help(1, 'a');
    await help(1, 'a');
    expect(repair).toHaveBeenCalledOnce();
    expect(marked).toEqual([1]);
    await help(1, 'b');
    expect(repair).toHaveBeenCalledTimes(2);
  });

  it('look again at another time, too', async () => {
    const { help, pass, sentBack } = build('unchanged');
    await help(1);
    pass(3_600_000);
    await help(1);
    expect(sentBack).toEqual([1, 1]);
  });

  it('are marked at once when mending fails, without a new try for each of them', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { help, pass, marked, sentBack, repair, announceChange } = build('failed');
    await help(1);
    await help(2);
    expect([marked, sentBack]).toEqual([[1, 2], []]);
    expect(repair).toHaveBeenCalledOnce();
    pass(3_600_000);
    await help(3);
    expect(repair).toHaveBeenCalledTimes(2);
    expect(announceChange).not.toHaveBeenCalled();
    log.mockRestore();
  });

  it('wait five seconds after a failure, and a minute after the next', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { help, pass, repair } = build('failed');
    const counts: number[] = [];
    for (const wait of [0, 4_999, 1, 59_999, 1]) {
      pass(wait);
      await help(1);
      counts.push(repair.mock.calls.length);
    }
    expect(counts).toEqual([1, 1, 2, 2, 3]);
    log.mockRestore();
  });

  it('that are listed by their own check are never marked', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    for (const outcome of ['failed', 'unchanged'] as const) {
      const { helpListed, marked } = build(outcome);
      await helpListed(1);
      await helpListed(1);
      expect(marked).toEqual([]);
    }
    log.mockRestore();
  });

  it('that no repair helps do not set off one after another', async () => {
    const { help, repair, announceChange, marked } = build('mended');
    for (let report = 0; report < 5; report += 1) await help(1);
    expect(repair).toHaveBeenCalledOnce();
    expect(announceChange).toHaveBeenCalledOnce();
    expect(marked).toEqual([1, 1, 1]);
  });
});
