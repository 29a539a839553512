import { checkAddress } from '../match/check-address.ts';
import { parseTabMessage } from '../messages/parse-message.ts';
import type { FindingSummary } from '../messages/protocol.ts';
import { readToday } from '../platform/clock.ts';
import type { PageApi } from '../platform/page-api.ts';
import { createText } from '../ui/text.ts';
import { type BadgeHost, showBadge } from './badge-host.ts';
import { drawFindings } from './draw-findings.ts';
import { readPageSettings } from './page-settings.ts';
import { parsePageReply } from './parse-page-reply.ts';
import { sendToWorker } from './send-to-worker.ts';
import { watchMoves } from './watch-moves.ts';

/** The worker can bring a list back, but make none younger, nor switch one on. */
const MENDABLE: readonly string[] = ['missing', 'broken'];

/**
 * Keeps badge and toolbar in step with the address of one document: at its start, after
 * same-document moves, on return from the back-forward cache, and when a list or setting changed.
 * An unlisted page costs its storage reads and nothing else: no message, no node.
 */
export class PageWatch {
  readonly #api: PageApi;
  #badge: { readonly host: BadgeHost; readonly findings: string } | undefined;
  #isListed = false;
  /** Whether a report may have marked this tab: then it is this page that gives the mark back. */
  #isMarked = false;
  #watchesMoves = false;
  /** Checks may overlap; only the newest may act. */
  #turn = 0;
  /** The path, lists, settings and day of the newest check. */
  #path = '';
  #mark = '';
  /** The mark under which no list was reported last: once is enough, until it may be forgotten. */
  #reportedMark: string | undefined;
  /** Hidden by the reader on this page, for as long as nothing else remembers it: in a private
   *  window nothing does. */
  readonly #hidden = new Set<string>();

  constructor(api: PageApi) {
    this.#api = api;
  }

  /** Starts watching; resolves after the first check. */
  start(): Promise<void> {
    this.#api.runtime.onMessage.addListener((value, _sender, reply) => {
      const message = parseTabMessage(value);
      if (message?.kind === 'page/state') reply({ isListed: this.#isListed });
      if (message?.kind === 'list/changed') void this.#checkAnew();
      return undefined;
    });
    this.#listen();
    return this.#check();
  }

  /** Again after every check: `document.open` takes listeners away; the same one never counts twice. */
  #listen(): void {
    window.addEventListener('pageshow', this.#onPageShow);
    document.addEventListener('visibilitychange', this.#onVisibilityChange);
  }

  readonly #onPageShow = (event: PageTransitionEvent): void => {
    if (event.persisted) void this.#checkAnew();
  };

  readonly #onVisibilityChange = (): void => {
    if (document.visibilityState === 'visible') void this.#checkIfChanged();
  };

  /** The toolbar was set for all tabs, or by the browser for a new page: no report counts any more. */
  #checkAnew(): Promise<void> {
    this.#reportedMark = undefined;
    return this.#check();
  }

  async #check(): Promise<void> {
    if (this.#isOrphan()) return;
    this.#turn += 1;
    const turn = this.#turn;
    this.#path = location.pathname;
    const today = readToday();
    const result = await checkAddress(location.href, this.#read, today);
    if (turn !== this.#turn) return;
    this.#listen();
    const settings = readPageSettings(result.head, today);
    this.#mark = settings.mark;
    if (result.dependsOnPath) this.#watchMoves();
    // The page may have moved on while nothing watched it yet.
    if (result.dependsOnPath && location.pathname !== this.#path) return this.#check();
    if (settings.paused) return this.#leave();
    const { verdict } = result;
    if (verdict.kind === 'no-list' && MENDABLE.includes(verdict.reason)) {
      return this.#reportNoList();
    }
    if (verdict.kind !== 'listed') return this.#leave();
    // Before the worker is asked: it asks back whether this page is still listed.
    this.#isListed = true;
    this.#isMarked = true;
    this.#reportedMark = undefined;
    const answer = await sendToWorker(this.#api, 'page/listed', { path: this.#path });
    if (turn !== this.#turn) return;
    if (answer === undefined) this.#forgetMark();
    const reply = parsePageReply(answer);
    // Only a word to the contrary takes the mark: a silent worker proves nothing.
    if (reply?.kind === 'not-listed') return this.#leave();
    this.#draw(settings.show === 'badge' ? (reply?.findings ?? []) : []);
  }

  /** The report takes the place of "left", which would undo the mark that it asks for. */
  async #reportNoList(): Promise<void> {
    this.#removeBadge();
    this.#isListed = false;
    this.#isMarked = true;
    if (this.#reportedMark === this.#mark) return;
    this.#reportedMark = this.#mark;
    const turn = this.#turn;
    const answer = await sendToWorker(this.#api, 'page/no-list');
    // A mended list is announced, and by then a newer check may have drawn.
    if (turn === this.#turn && answer === undefined) this.#forgetMark();
  }

  /** The worker may not have heard: whatever looks next checks and reports again. */
  #forgetMark(): void {
    this.#mark = '';
    this.#reportedMark = undefined;
  }

  #draw(findings: readonly FindingSummary[]): void {
    for (const { list, entry, isDismissed } of findings) {
      if (isDismissed) this.#hidden.delete(`${list}/${entry}`);
    }
    const shown = findings.filter(
      ({ list, entry, isDismissed }) => !isDismissed && !this.#hidden.has(`${list}/${entry}`),
    );
    const drawn = JSON.stringify(shown);
    // The reader may be reading its card.
    if (this.#badge?.findings === drawn) return;
    this.#removeBadge();
    // Nothing can be drawn in an XML or SVG document; the toolbar says it.
    if (shown.length === 0 || !(document instanceof HTMLDocument)) return;
    const { i18n } = this.#api;
    const text = createText((key, values) => i18n.getMessage(key, values), i18n.getUILanguage());
    const host = showBadge(document, (root) => {
      drawFindings(root, shown, text, () => void this.#dismiss(shown));
    });
    this.#badge = { host, findings: drawn };
  }

  /** The source is hidden, whichever list names it: else the next one would take the badge's place. */
  async #dismiss(findings: readonly FindingSummary[]): Promise<void> {
    for (const { list, entry } of findings) this.#hidden.add(`${list}/${entry}`);
    this.#removeBadge();
    for (const { list, entry } of findings) {
      await sendToWorker(this.#api, 'badge/dismiss', { path: this.#path, list, entry });
    }
    // What is stored by now decides from now on: the reader may take it back in the popup.
    await this.#checkIfChanged();
  }

  async #leave(): Promise<void> {
    this.#removeBadge();
    this.#isListed = false;
    this.#reportedMark = undefined;
    if (!this.#isMarked) return;
    this.#isMarked = false;
    await sendToWorker(this.#api, 'page/left');
  }

  #removeBadge(): void {
    this.#badge?.host.remove();
    this.#badge = undefined;
  }

  /** A setting made, or a day begun, while this tab was in the background may not have reached it. */
  async #checkIfChanged(): Promise<void> {
    if (this.#isOrphan()) return;
    try {
      const { head } = await this.#read(['head']);
      if (readPageSettings(head, readToday()).mark !== this.#mark) await this.#check();
    } catch {
      // Storage is closed: the check says so in its own way.
      await this.#check();
    }
  }

  #watchMoves(): void {
    if (this.#watchesMoves) return;
    this.#watchesMoves = true;
    watchMoves(window, () => {
      // Query and fragment decide nothing, and some pages change them at every scroll.
      if (location.pathname !== this.#path) void this.#check();
    });
  }

  /** Cut off from the extension by its update or removal: what it drew must not stay either. */
  #isOrphan(): boolean {
    if (this.#api.runtime.id !== undefined) return false;
    this.#removeBadge();
    return true;
  }

  readonly #read = (keys: readonly string[]): Promise<Record<string, unknown>> =>
    this.#api.storage.local.get(keys);
}
