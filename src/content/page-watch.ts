import { checkAddress } from '../match/check-address.ts';
import { parseTabMessage } from '../messages/parse-message.ts';
import type { FindingSummary } from '../messages/protocol.ts';
import { readToday } from '../platform/clock.ts';
import type { PageApi } from '../platform/page-api.ts';
import { createText } from '../ui/text.ts';
import { type BadgeHost, showBadge } from './badge-host.ts';
import { drawFinding } from './draw-finding.ts';
import { readPageSettings } from './page-settings.ts';
import { parsePageReply } from './parse-page-reply.ts';
import { sendToWorker } from './send-to-worker.ts';
import { watchMoves } from './watch-moves.ts';

/**
 * Keeps badge and toolbar in step with the address of one document: at its start, after
 * same-document moves, on return from the back-forward cache, and when a list or setting changed.
 * An unlisted page costs its storage reads and nothing else: no message, no node.
 */
export class PageWatch {
  readonly #api: PageApi;
  #badge: BadgeHost | undefined;
  #isListed = false;
  #watchesMoves = false;
  /** Checks may overlap; only the newest may act. */
  #turn = 0;
  /** The lists and settings of the newest check. */
  #mark = '';
  /** Hidden by the reader on this page: in a private window nothing else remembers it. */
  readonly #hidden = new Set<string>();

  constructor(api: PageApi) {
    this.#api = api;
  }

  /** Starts watching; resolves after the first check. */
  start(): Promise<void> {
    this.#api.runtime.onMessage.addListener((value, _sender, reply) => {
      const message = parseTabMessage(value);
      if (message?.kind === 'page/state') reply({ isListed: this.#isListed });
      if (message?.kind === 'list/changed') void this.#check();
      return undefined;
    });
    window.addEventListener('pageshow', (event) => {
      if (event.persisted) void this.#check();
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.#checkIfChanged();
    });
    return this.#check();
  }

  async #check(): Promise<void> {
    if (this.#isOrphan()) return;
    this.#turn += 1;
    const turn = this.#turn;
    const result = await checkAddress(location.href, this.#read, readToday());
    if (turn !== this.#turn) return;
    const settings = readPageSettings(result.head);
    this.#mark = settings.mark;
    if (result.dependsOnPath) this.#watchMoves();
    if (settings.paused) return this.#leave();
    if (result.verdict.kind !== 'listed') {
      // Not awaited: a mended list is announced, and by then a newer check may have drawn.
      if (result.verdict.kind === 'no-list') void sendToWorker(this.#api, 'page/no-list');
      return this.#leave();
    }
    // Before the worker is asked: it asks back whether this page is still listed.
    this.#isListed = true;
    const reply = parsePageReply(
      await sendToWorker(this.#api, 'page/listed', { path: location.pathname }),
    );
    if (turn !== this.#turn) return;
    if (reply?.kind !== 'listed') return this.#leave();
    this.#draw(settings.show === 'badge' ? reply.findings : []);
  }

  #draw(findings: readonly FindingSummary[]): void {
    this.#removeBadge();
    const shown = findings.find(
      ({ list, entry, isDismissed }) => !isDismissed && !this.#hidden.has(`${list}/${entry}`),
    );
    // Nothing can be drawn in an XML or SVG document; the toolbar says it.
    if (shown === undefined || !(document instanceof HTMLDocument)) return;
    const { i18n } = this.#api;
    const text = createText((key, values) => i18n.getMessage(key, values), i18n.getUILanguage());
    this.#badge = showBadge(document, (root) => {
      drawFinding(root, shown, text, () => this.#dismiss(shown));
    });
  }

  #dismiss({ list, entry }: FindingSummary): void {
    this.#hidden.add(`${list}/${entry}`);
    this.#removeBadge();
    void sendToWorker(this.#api, 'badge/dismiss', { list, entry });
  }

  async #leave(): Promise<void> {
    this.#removeBadge();
    if (!this.#isListed) return;
    this.#isListed = false;
    await sendToWorker(this.#api, 'page/left');
  }

  #removeBadge(): void {
    this.#badge?.remove();
    this.#badge = undefined;
  }

  /** A setting made while this tab was in the background may not have reached it. */
  async #checkIfChanged(): Promise<void> {
    if (this.#isOrphan()) return;
    const { head } = await this.#read(['head']);
    if (readPageSettings(head).mark !== this.#mark) await this.#check();
  }

  #watchMoves(): void {
    if (this.#watchesMoves) return;
    this.#watchesMoves = true;
    watchMoves(window, () => void this.#check());
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
