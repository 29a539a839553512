import type { Finding } from '../match/verdict.ts';
import type { DescribedAddress } from '../messages/described-address.ts';
import { parseOwnMessage, parsePageMessage } from '../messages/parse-message.ts';
import {
  type EntryName,
  parseAddressRequest,
  parseEntryName,
  parsePathRequest,
  parsePauseRequest,
} from '../messages/parse-request.ts';
import type {
  FindingSummary,
  Message,
  OwnRequests,
  PageReply,
  PageRequests,
} from '../messages/protocol.ts';
import type { Runtime } from '../platform/browser.ts';
import type { HeadWriter, StoredHead } from '../store/head-store.ts';
import type { RepairOutcome } from '../store/list-store.ts';
import { answerListMessage } from './answer-list-messages.ts';
import type { ListRequests } from './list-requests.ts';
import type { PageRepairs } from './page-repairs.ts';
import { findReportingDocument, type ReportingDocument, type TabReports } from './tab-reports.ts';

/** Hidden badges are read by every page: past this many the oldest show again. */
const MAX_DISMISSALS = 1_000;

/** What answering needs of the rest of the worker. */
export interface AnswerParts {
  readonly head: HeadWriter;
  readonly reports: Pick<TabReports, 'begin' | 'markListed' | 'clear'>;
  readonly pageRepairs: Pick<PageRepairs, 'help' | 'helpListed'>;
  /** What lists an address, by the worker's own check; rejects when there is no usable list. */
  readonly findListings: (address: string) => Promise<readonly Finding[]>;
  /** What the badge shows of findings. */
  readonly summarise: (findings: readonly Finding[]) => Promise<readonly FindingSummary[]>;
  /** All that the popup shows of an address. */
  readonly describeAddress: (address: string, isLink: boolean) => Promise<DescribedAddress>;
  /** Looks at the index and mends it; rejects when it cannot. */
  readonly repair: () => Promise<RepairOutcome>;
  /** What the dashboard may ask about lists. */
  readonly listRequests: ListRequests;
  /** A list or setting changed: sets the toolbar of all tabs and tells the pages. */
  readonly announceChange: () => Promise<void>;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly ownOrigin: string;
}

/**
 * Answers a message by who sent it: our own pages may change settings, a page's content script may
 * only speak of itself. Having a tab proves nothing (our pages open in tabs too); the origin does.
 * Undefined for strangers.
 */
export function answerMessage(
  value: unknown,
  sender: Runtime.MessageSender,
  parts: AnswerParts,
): Promise<unknown> | undefined {
  if (sender.url?.startsWith(`${parts.ownOrigin}/`) === true) {
    const message = parseOwnMessage(value);
    return message && answerOwn(message, parts);
  }
  const message = parsePageMessage(value);
  const page = findReportingDocument(sender);
  return message && page && answerPage(message, sender, page, parts);
}

async function answerOwn(
  message: Message<keyof OwnRequests>,
  parts: AnswerParts,
): Promise<unknown> {
  switch (message.kind) {
    case 'settings/pause': {
      const request = parsePauseRequest(message.request);
      if (request === undefined) return undefined;
      await parts.head.change((head) => ({
        ...head,
        settings: { ...head.settings, paused: request.paused },
      }));
      void parts.announceChange();
      return undefined;
    }
    // Also from a private window: it takes something off the disk and adds nothing.
    case 'badge/restore': {
      const name = parseEntryName(message.request);
      if (name === undefined) return undefined;
      await parts.head.change((head) => withoutDismissal(head, name));
      void parts.announceChange();
      return undefined;
    }
    case 'address/describe': {
      const request = parseAddressRequest(message.request);
      return request && parts.describeAddress(request.address, request.isLink);
    }
    case 'list/repair': {
      const outcome = await orFailed(parts.repair());
      // Unchanged too: a page may have looked before something else mended it.
      if (outcome !== 'failed') void parts.announceChange();
      return { repaired: outcome !== 'failed' };
    }
    case 'lists/status':
    case 'lists/sync':
    case 'lists/preview':
    case 'lists/follow':
    case 'lists/unfollow':
    case 'lists/enable':
    case 'lists/move':
    case 'lists/news-seen':
      return answerListMessage(message.kind, message.request, parts.listRequests);
    default:
      return message.kind satisfies never;
  }
}

async function answerPage(
  message: Message<keyof PageRequests>,
  sender: Runtime.MessageSender,
  page: ReportingDocument,
  parts: AnswerParts,
): Promise<unknown> {
  switch (message.kind) {
    case 'page/listed':
      return answerListed(message.request, sender, page, parts);
    case 'page/left':
      return parts.reports.clear(page, parts.reports.begin(page));
    case 'page/no-list':
      await parts.pageRepairs.help(page, parts.reports.begin(page));
      return { isHeard: true };
    case 'badge/dismiss':
      return dismiss(message.request, sender, parts);
    default:
      return message.kind satisfies never;
  }
}

async function answerListed(
  request: unknown,
  sender: Runtime.MessageSender,
  page: ReportingDocument,
  parts: AnswerParts,
): Promise<PageReply | undefined> {
  const report = parts.reports.begin(page);
  const address = readAddress(sender, request);
  if (address === undefined) return undefined;
  // The page's own check stands while the worker cannot make one.
  const findings = await orFailed(parts.findListings(address));
  if (findings !== 'failed' && findings.length === 0) return { kind: 'not-listed' };
  // Not awaited, and before the database is asked: neither badge nor toolbar waits for the other.
  void parts.reports.markListed(page, report);
  const summaries = findings === 'failed' ? [] : await parts.summarise(findings);
  // The list or all of the entries cannot be read, and a badge would be missed. Mended, the page hears.
  if (summaries.length === 0) void parts.pageRepairs.helpListed(page);
  return { kind: 'listed', findings: summaries };
}

/** Hides a badge that the sender's page really has; a page could else fill the head that all read. */
async function dismiss(
  request: unknown,
  sender: Runtime.MessageSender,
  parts: AnswerParts,
): Promise<undefined> {
  const name = parseEntryName(request);
  const address = readAddress(sender, request);
  // What happens in a private window is not written to disk: there the page alone remembers.
  if (name === undefined || address === undefined || sender.tab?.incognito === true) return;
  const findings = await parts.findListings(address);
  const isShown = findings.some(({ list, entry }) => list === name.list && entry === name.entry);
  if (isShown) await parts.head.change((head) => withDismissal(head, name));
}

/** Host and scheme by the browser's word, the path by the content script's; never another host. */
function readAddress(sender: Runtime.MessageSender, request: unknown): string | undefined {
  const path = parsePathRequest(request)?.path;
  if (path === undefined || sender.url === undefined) return undefined;
  // Joined as text: resolving `//other.example/` against a base would change the host.
  return new URL(sender.url).origin + path;
}

function withDismissal(head: StoredHead, { list, entry }: EntryName): StoredHead {
  const others = withoutDismissal(head, { list, entry }).dismissed;
  return { ...head, dismissed: [...others, `${list}/${entry}`].slice(-MAX_DISMISSALS) };
}

function withoutDismissal(head: StoredHead, { list, entry }: EntryName): StoredHead {
  return { ...head, dismissed: head.dismissed.filter((each) => each !== `${list}/${entry}`) };
}

async function orFailed<Value>(work: Promise<Value>): Promise<Value | 'failed'> {
  try {
    return await work;
  } catch (error) {
    console.error('Demonitor:', error);
    return 'failed';
  }
}
