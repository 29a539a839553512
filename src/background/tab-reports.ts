import type { Browser, Runtime } from '../platform/browser.ts';
import { withTimeout } from '../platform/with-timeout.ts';
import { setTabToolbar, type ToolbarState } from './toolbar.ts';

/** A page that shows a dialogue answers nothing until the reader closes it. */
const ANSWER_MILLISECONDS = 3_000;

/** A document that reported: enough to ask it back. */
export interface ReportingDocument {
  readonly tabId: number;
  readonly documentId: string | undefined;
}

/** The order of a tab's reports: an older one may not undo a newer one. */
export type Report = symbol;

/**
 * The top, active document that sent a message, or undefined: frames, prerendered and cached
 * documents must not set the toolbar of the page on show.
 */
export function findReportingDocument(
  sender: Runtime.MessageSender,
): ReportingDocument | undefined {
  // `documentId` and `documentLifecycle` are Chromium's: developer.chrome.com/docs/extensions/reference/api/runtime#type-MessageSender
  const { documentId, documentLifecycle } = sender as {
    documentId?: string;
    documentLifecycle?: string;
  };
  if (sender.frameId !== 0 || sender.tab?.id === undefined) return undefined;
  if (documentLifecycle !== undefined && documentLifecycle !== 'active') return undefined;
  return { tabId: sender.tab.id, documentId };
}

/**
 * Marks tabs on a document's report, and takes the mark back when that document is no longer on
 * show by then: a slow worker would else mark the innocent page that followed.
 */
export class TabReports {
  readonly #browser: Browser;
  readonly #readDefaultState: () => Promise<ToolbarState>;
  readonly #latest = new Map<number, Report>();

  constructor(browser: Browser, readDefaultState: () => Promise<ToolbarState>) {
    this.#browser = browser;
    this.#readDefaultState = readDefaultState;
  }

  /** Takes a report's place in the order; call it before anything is awaited. */
  begin({ tabId }: ReportingDocument): Report {
    const report = Symbol('report');
    this.#latest.set(tabId, report);
    return report;
  }

  /** Sets the tab's toolbar to listed, then asks the document whether it is still shown. */
  async markListed(page: ReportingDocument, report: Report): Promise<void> {
    if (!this.#isLatest(page, report)) return;
    await setTabToolbar(this.#browser, page.tabId, 'listed');
    if (!(await this.#isStillListed(page))) await this.clear(page, report);
  }

  /** Sets the tab's toolbar to "no list": this page cannot be checked, whatever others can. */
  async markUnchecked(page: ReportingDocument, report: Report): Promise<void> {
    if (this.#isLatest(page, report)) await setTabToolbar(this.#browser, page.tabId, 'no-list');
  }

  /** Gives the tab back to the state of all tabs. */
  async clear(page: ReportingDocument, report: Report): Promise<void> {
    const state = await this.#readDefaultState();
    // Looked at last: a newer document may have reported while the state was read.
    if (this.#isLatest(page, report)) await setTabToolbar(this.#browser, page.tabId, state);
  }

  #isLatest({ tabId }: ReportingDocument, report: Report): boolean {
    return this.#latest.get(tabId) === report;
  }

  async #isStillListed({ tabId, documentId }: ReportingDocument): Promise<boolean> {
    const target = documentId === undefined ? { frameId: 0 } : { documentId };
    try {
      const reply: unknown = await withTimeout(
        this.#browser.tabs.sendMessage(
          tabId,
          { kind: 'page/state' },
          // `documentId` is Chromium's and missing in the polyfill's types.
          target as { frameId: number },
        ),
        ANSWER_MILLISECONDS,
      );
      // Too busy to answer, but there: only a word from the page takes its mark.
      if (reply === undefined) return true;
      return (
        typeof reply === 'object' &&
        reply !== null &&
        'isListed' in reply &&
        reply.isListed === true
      );
    } catch {
      // No such document on show any more.
      return false;
    }
  }
}
