import type { DescribedAddress } from '../messages/described-address.ts';
import { parseOwnMessage, parsePageMessage } from '../messages/parse-message.ts';
import {
  parseAddressRequest,
  parseEntryName,
  parsePathRequest,
  parsePauseRequest,
} from '../messages/parse-request.ts';
import type { Message, OwnRequests, PageReply, PageRequests } from '../messages/protocol.ts';
import type { Runtime } from '../platform/browser.ts';
import type { HeadWriter, StoredHead } from './head-store.ts';
import { findReportingDocument, type TabReports } from './tab-reports.ts';

/** What answering needs of the rest of the worker. */
export interface AnswerParts {
  readonly head: HeadWriter;
  readonly reports: TabReports;
  /** What the worker's own check says of an address, with what the badge shows. */
  readonly describePage: (address: string) => Promise<PageReply>;
  /** All that the popup shows of an address. */
  readonly describeAddress: (address: string) => Promise<DescribedAddress>;
  /** Mends the index; true when pages can read it now. */
  readonly repair: () => Promise<boolean>;
  /** A list or setting changed: sets the toolbar of all tabs and tells the pages. */
  readonly announceChange: () => Promise<void>;
  /** Sets the toolbar of all tabs without telling the pages. */
  readonly updateToolbars: () => Promise<void>;
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
  return message && answerPage(message, sender, parts);
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
      await parts.announceChange();
      return undefined;
    }
    case 'badge/restore': {
      const name = parseEntryName(message.request);
      if (name === undefined) return undefined;
      await parts.head.change((head) => withoutDismissal(head, `${name.list}/${name.entry}`));
      await parts.announceChange();
      return undefined;
    }
    case 'address/describe': {
      const request = parseAddressRequest(message.request);
      return request && parts.describeAddress(request.address);
    }
    case 'list/repair': {
      const repaired = await parts.repair();
      await parts.announceChange();
      return { repaired };
    }
    default:
      return message.kind satisfies never;
  }
}

async function answerPage(
  message: Message<keyof PageRequests>,
  sender: Runtime.MessageSender,
  parts: AnswerParts,
): Promise<unknown> {
  const page = findReportingDocument(sender);
  if (page === undefined) return undefined;
  switch (message.kind) {
    case 'page/listed': {
      const address = readAddress(sender, message.request);
      if (address === undefined) return undefined;
      const reply = await parts.describePage(address);
      // Not awaited: the badge need not wait for the toolbar.
      if (reply.kind === 'listed') void parts.reports.markListed(page);
      return reply;
    }
    case 'page/left':
      return parts.reports.markLeft(page);
    case 'page/no-list': {
      // Telling the pages after a failure would have them all ask again, for ever.
      if (await parts.repair()) await parts.announceChange();
      else await parts.updateToolbars();
      return undefined;
    }
    case 'badge/dismiss': {
      const name = parseEntryName(message.request);
      // What happens in a private window is not written to disk: there the page alone remembers.
      if (name === undefined || sender.tab?.incognito === true) return undefined;
      await parts.head.change((head) => withDismissal(head, `${name.list}/${name.entry}`));
      return undefined;
    }
    default:
      return message.kind satisfies never;
  }
}

/** Host and scheme by the browser's word, the path by the content script's; never another host. */
function readAddress(sender: Runtime.MessageSender, request: unknown): string | undefined {
  const path = parsePathRequest(request)?.path;
  if (path === undefined || sender.url === undefined) return undefined;
  // Joined as text: resolving `//other.example/` against a base would change the host.
  return new URL(sender.url).origin + path;
}

function withDismissal(head: StoredHead, name: string): StoredHead {
  return { ...head, dismissed: [...new Set([...head.dismissed, name])].sort() };
}

function withoutDismissal(head: StoredHead, name: string): StoredHead {
  return { ...head, dismissed: head.dismissed.filter((each) => each !== name) };
}
