import type { Browser, Runtime } from '../platform/browser.ts';
import { setTabToolbar, type ToolbarState } from './toolbar.ts';

/** A document that reported: enough to ask it back. */
export interface ReportingDocument {
  readonly tabId: number;
  readonly documentId: string | undefined;
}

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
 * Marks tabs as listed on a document's report, and takes the mark back when that document is no
 * longer on show by then: a slow worker would else mark the innocent page that followed.
 */
export class TabReports {
  readonly #browser: Browser;
  readonly #readDefaultState: () => Promise<ToolbarState>;
  /** The newest report of each tab; an older one may not undo it. */
  readonly #latest = new Map<number, symbol>();

  constructor(browser: Browser, readDefaultState: () => Promise<ToolbarState>) {
    this.#browser = browser;
    this.#readDefaultState = readDefaultState;
  }

  /** Sets the tab's toolbar to listed, then asks the document whether it is still shown. */
  async markListed(page: ReportingDocument): Promise<void> {
    const report = this.#begin(page.tabId);
    await setTabToolbar(this.#browser, page.tabId, 'listed');
    if (await this.#isStillListed(page)) return;
    if (this.#latest.get(page.tabId) === report) await this.#clear(page.tabId);
  }

  /** The document left the scope by a same-document move. */
  async markLeft(page: ReportingDocument): Promise<void> {
    this.#begin(page.tabId);
    await this.#clear(page.tabId);
  }

  #begin(tabId: number): symbol {
    const report = Symbol('report');
    this.#latest.set(tabId, report);
    return report;
  }

  async #clear(tabId: number): Promise<void> {
    await setTabToolbar(this.#browser, tabId, await this.#readDefaultState());
  }

  async #isStillListed({ tabId, documentId }: ReportingDocument): Promise<boolean> {
    const target = documentId === undefined ? { frameId: 0 } : { documentId };
    try {
      const reply: unknown = await this.#browser.tabs.sendMessage(
        tabId,
        { kind: 'page/state' },
        // `documentId` is Chromium's and missing in the polyfill's types.
        target as { frameId: number },
      );
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
