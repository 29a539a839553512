import type { Browser } from '../platform/browser.ts';
import type { RepairOutcome } from '../store/list-store.ts';
import type { Report, ReportingDocument, TabReports } from './tab-reports.ts';

/** For so long nothing is tried again: pages that cannot be helped must not keep the worker busy. */
const PAUSE_MILLISECONDS = 60_000;
/** A tab asked to look again that finds no list within this time has told the last word. */
const SECOND_LOOK_MILLISECONDS = 10_000;

type PageRepairOutcome = RepairOutcome | 'failed';

export interface PageRepairParts {
  readonly browser: Pick<Browser, 'tabs'>;
  readonly reports: Pick<TabReports, 'markUnchecked'>;
  readonly repair: () => Promise<RepairOutcome>;
  readonly announceChange: () => Promise<void>;
  /** Milliseconds. */
  readonly now: () => number;
}

/**
 * Helps the pages that found no usable list. Many notice at once, for instance in a restored
 * session: the list is mended once for all of them, and each that is still without one says so in
 * its own tab.
 */
export class PageRepairs {
  readonly #parts: PageRepairParts;
  #running: Promise<PageRepairOutcome> | undefined;
  /** The last repair that had something to mend. */
  #last: { readonly outcome: PageRepairOutcome; readonly endedAt: number } | undefined;
  readonly #sentBack = new Map<number, number>();

  constructor(parts: PageRepairParts) {
    this.#parts = parts;
  }

  /** Mends what can be mended and tells all tabs, or marks the one that reported. */
  async help(page: ReportingDocument, report: Report): Promise<void> {
    const outcome = await this.#repairOnce();
    // All tabs were told, this one too.
    if (outcome === 'mended') return;
    if (outcome === 'failed' || this.#wasSentBack(page)) {
      await this.#parts.reports.markUnchecked(page, report);
    } else this.#sendBack(page);
  }

  #repairOnce(): Promise<PageRepairOutcome> {
    if (this.#running !== undefined) return this.#running;
    const { outcome, endedAt } = this.#last ?? {};
    if (endedAt !== undefined && this.#parts.now() - endedAt < PAUSE_MILLISECONDS) {
      return Promise.resolve(outcome === 'failed' ? 'failed' : 'unchanged');
    }
    this.#running = this.#repair().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #repair(): Promise<PageRepairOutcome> {
    const { repair, announceChange, now } = this.#parts;
    let outcome: PageRepairOutcome;
    try {
      outcome = await repair();
    } catch (error) {
      console.error('Demonitor:', error);
      outcome = 'failed';
    }
    if (outcome !== 'unchanged') this.#last = { outcome, endedAt: now() };
    if (outcome === 'mended') await announceChange();
    return outcome;
  }

  #wasSentBack({ tabId }: ReportingDocument): boolean {
    const at = this.#sentBack.get(tabId);
    return at !== undefined && this.#parts.now() - at < SECOND_LOOK_MILLISECONDS;
  }

  /** What it could not read may have been mended since it looked. */
  #sendBack({ tabId }: ReportingDocument): void {
    this.#sentBack.set(tabId, this.#parts.now());
    const message = { kind: 'list/changed' };
    this.#parts.browser.tabs.sendMessage(tabId, message, { frameId: 0 }).catch(() => {
      // The tab went elsewhere: its new page looks for itself.
    });
  }
}
