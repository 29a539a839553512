import type { Browser, Runtime } from '../platform/browser.ts';
import { setTabToolbar, type ToolbarState } from './toolbar.ts';

/** The document on show in a tab, that reported. */
export interface ReportingDocument {
  readonly tabId: number;
  /** Of this document and no other; not every browser has it. */
  readonly documentId?: string;
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
  // Chromium's: developer.chrome.com/docs/extensions/reference/api/runtime#type-MessageSender
  const { documentLifecycle, documentId } = sender as {
    documentLifecycle?: string;
    documentId?: string;
  };
  if (sender.frameId !== 0 || sender.tab?.id === undefined) return undefined;
  if (documentLifecycle !== undefined && documentLifecycle !== 'active') return undefined;
  return { tabId: sender.tab.id, ...(documentId !== undefined && { documentId }) };
}

/**
 * Marks tabs on a document's report, and takes the mark back when what is on show by then is not
 * listed: a slow worker would else mark the innocent page that followed.
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

  /** Sets the tab's toolbar to listed, then asks whatever it shows by then whether it is. */
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

  /**
   * Asks the tab, not the document that reported: one that went into the back-forward cache never
   * answers. One that shows a dialogue answers when the reader has closed it: no time is too long.
   */
  async #isStillListed({ tabId }: ReportingDocument): Promise<boolean> {
    try {
      const message = { kind: 'page/state' };
      const reply: unknown = await this.#browser.tabs.sendMessage(tabId, message, { frameId: 0 });
      return (
        typeof reply === 'object' &&
        reply !== null &&
        'isListed' in reply &&
        reply.isListed === true
      );
    } catch {
      // Nobody there: the page that follows speaks for itself.
      return false;
    }
  }
}
