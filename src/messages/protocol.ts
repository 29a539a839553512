import type { Grounds } from '../list/entry.ts';
import type { EvidenceCounts } from '../list/evidence-label.ts';
import type { DescribedAddress } from './described-address.ts';
import type { ChangeReply, ListsStatus, PreviewReply } from './list-status.ts';

/**
 * Every message of the extension, declared once. A page's host always comes from `sender`, so that
 * no page-made text can choose which source is looked up.
 */

/** What a listed page draws, per finding, in the order of the lists. */
export interface FindingSummary {
  readonly list: string;
  /** With the host of a list that is not the product's own. */
  readonly listTitle: string;
  /** Signed by a development build, for which nobody vouches. */
  readonly isDevelopment: boolean;
  readonly entry: string;
  readonly name: string;
  readonly scope: string;
  readonly contested: boolean;
  readonly grounds: readonly Grounds[];
  readonly commitments: readonly number[];
  /** Items of evidence by what they are told as, for instance `{'fact-check': 7, case: 1}`. */
  readonly evidenceCounts: EvidenceCounts;
  readonly organisationCount: number;
  readonly reviewed: string;
  /** The reader hid the badge for this entry. */
  readonly isDismissed: boolean;
}

/**
 * What the worker says of the page that asked. Listed without findings: the entries cannot be read
 * just now, but the page is no less listed.
 */
export type PageReply =
  | { readonly kind: 'listed'; readonly findings: readonly FindingSummary[] }
  | { readonly kind: 'not-listed' };

/** The path alone: `sender.url` keeps the address of the document's start after `pushState`. */
interface PathRequest {
  readonly path: string;
}

/** What a content script may ask of the worker. */
export interface PageRequests {
  /** This document's address is listed by its own check: set the toolbar, say what to draw. */
  'page/listed': { readonly request: PathRequest; readonly reply: PageReply };
  /** A same-document move left the scope. */
  'page/left': { readonly request: undefined; readonly reply: undefined };
  /** The check found no index, or a damaged one: have the worker look at it. */
  'page/no-list': { readonly request: undefined; readonly reply: { readonly isHeard: true } };
  /** Hide the badge for this entry on this machine. */
  'badge/dismiss': {
    readonly request: PathRequest & { readonly list: string; readonly entry: string };
    readonly reply: undefined;
  };
}

/** What names a list that is not followed yet. */
interface ListLocation {
  /** https address of the folder that has `metadata` and `targets`. */
  readonly address: string;
  /** SHA-256 of the bytes of its `1.root.json`, in hex: whom the reader decided to trust. */
  readonly rootDigest: string;
}

/** What our own pages (popup, dashboard) may ask of the worker. */
export interface OwnRequests {
  'settings/pause': { readonly request: { readonly paused: boolean }; readonly reply: undefined };
  'badge/restore': {
    readonly request: { readonly list: string; readonly entry: string };
    readonly reply: undefined;
  };
  /**
   * What the lists say of an address, with all that explains it. Asked of the worker because in a
   * private window of Firefox the popup has a database of its own, which is empty.
   */
  'address/describe': {
    /** `isLink`: one that leads through a service is taken for where it leads. */
    readonly request: { readonly address: string; readonly isLink?: boolean };
    readonly reply: DescribedAddress;
  };
  /** Rebuild the index if it is missing or broken. */
  'list/repair': { readonly request: undefined; readonly reply: { readonly repaired: boolean } };
  /** All followed lists, also while one of them is being fetched. Asks nothing of any network. */
  'lists/status': { readonly request: undefined; readonly reply: ListsStatus };
  /** Looks for newer releases of one list, or of all; replies when done. */
  'lists/sync': { readonly request: { readonly key?: string }; readonly reply: ListsStatus };
  /** Fetches and checks a list without putting it in force. */
  'lists/preview': { readonly request: ListLocation; readonly reply: PreviewReply };
  'lists/follow': { readonly request: ListLocation; readonly reply: ChangeReply };
  'lists/unfollow': { readonly request: { readonly key: string }; readonly reply: ChangeReply };
  /** A list that is switched off stays on the machine, is not fetched and decides nothing. */
  'lists/enable': {
    readonly request: { readonly key: string; readonly isEnabled: boolean };
    readonly reply: ChangeReply;
  };
  /** Puts a list at a place among all lists, counted from 0. */
  'lists/move': {
    readonly request: { readonly key: string; readonly position: number };
    readonly reply: ChangeReply;
  };
  /** The reader has seen the news of all lists. */
  'lists/news-seen': { readonly request: undefined; readonly reply: ChangeReply };
}

/** What the worker or the popup may ask of a page's content script. */
export interface TabRequests {
  /** What did this document's newest check say? */
  'page/state': {
    readonly request: undefined;
    readonly reply: { readonly isListed: boolean };
  };
  /** A list or a setting changed: compare and check again. */
  'list/changed': { readonly request: undefined; readonly reply: undefined };
}

export type RequestKind = keyof PageRequests | keyof OwnRequests | keyof TabRequests;

/** On the wire: a kind and its request. */
export interface Message<Kind extends RequestKind = RequestKind> {
  readonly kind: Kind;
  readonly request?: unknown;
}
