import type { Browser } from '../platform/browser.ts';
import type { RepairOutcome } from '../store/list-store.ts';
import type { Report, ReportingDocument, TabReports } from './tab-reports.ts';

/** For so long nothing is tried again: pages that cannot be helped must not keep the worker busy. */
const PAUSE_MILLISECONDS = 60_000;
/** What failed once may have been a fault of the moment, such as a write that did not go through. */
const FIRST_PAUSE_MILLISECONDS = 5_000;
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
  /** Since the last repair that did not fail. */
  #failures = 0;
  /** By tab. */
  readonly #sentBack = new Map<number, { readonly at: number; readonly documentId?: string }>();

  constructor(parts: PageRepairParts) {
    this.#parts = parts;
  }

  /** Mends what can be mended and tells all tabs, or marks the one that reported. */
  async help(page: ReportingDocument, report: Report): Promise<void> {
    if (!(await this.#mendFor(page))) await this.#parts.reports.markUnchecked(page, report);
  }

  /**
   * The same for a page that found itself listed where the worker cannot tell why. Its mark stays
   * whatever comes of it: the page's own check stands.
   */
  async helpListed(page: ReportingDocument): Promise<void> {
    await this.#mendFor(page);
  }

  /** False when there is nothing more to be tried for the page. */
  async #mendFor(page: ReportingDocument): Promise<boolean> {
    // The same document again: all was found sound just now.
    const outcome = this.#wasSentBack(page, true) ? 'unchanged' : await this.#repairOnce();
    // All tabs were told, this one too.
    if (outcome === 'mended') return true;
    if (outcome === 'failed' || this.#wasSentBack(page)) return false;
    this.#sendBack(page);
    return true;
  }

  #repairOnce(): Promise<PageRepairOutcome> {
    if (this.#running !== undefined) return this.#running;
    const { outcome, endedAt } = this.#last ?? {};
    const pause = this.#failures === 1 ? FIRST_PAUSE_MILLISECONDS : PAUSE_MILLISECONDS;
    if (endedAt !== undefined && this.#parts.now() - endedAt < pause) {
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
    this.#failures = outcome === 'failed' ? this.#failures + 1 : 0;
    if (outcome !== 'unchanged') this.#last = { outcome, endedAt: now() };
    if (outcome === 'mended') await announceChange();
    return outcome;
  }

  /** Whether the tab was asked to look again, or, where browsers tell, this very document. */
  #wasSentBack({ tabId, documentId }: ReportingDocument, isSameDocument = false): boolean {
    const last = this.#sentBack.get(tabId);
    if (last === undefined || this.#parts.now() - last.at >= SECOND_LOOK_MILLISECONDS) return false;
    return !isSameDocument || (documentId !== undefined && documentId === last.documentId);
  }

  /** What it could not read may have been mended since it looked. */
  #sendBack({ tabId, ...document }: ReportingDocument): void {
    this.#sentBack.set(tabId, { at: this.#parts.now(), ...document });
    const message = { kind: 'list/changed' };
    this.#parts.browser.tabs.sendMessage(tabId, message, { frameId: 0 }).catch(() => {
      // The tab went elsewhere: its new page looks for itself.
    });
  }
}
