import type { BothLanguages } from '../code-of-practice/fields.ts';
import type { SyncFailure } from '../sync/failure.ts';

/*
 * What the worker says of the lists that the reader follows, for the dashboard to show. Plain data,
 * so that it can travel: Chromium sends messages as JSON.
 */

/** An entry as news of a list name it. */
export interface NewsEntry {
  readonly slug: string;
  readonly name: string;
}

/** What changed in a list since the reader last looked at the dashboard. */
export interface ListNews {
  /** The version that the reader saw last. */
  readonly since?: number;
  readonly added: readonly NewsEntry[];
  readonly removed: readonly NewsEntry[];
  readonly changed: readonly NewsEntry[];
  /** Further entries that changed and are not named here. */
  readonly more: number;
}

/** One list that the reader follows, in the order in which the lists are asked. */
export interface ListStatus {
  /** What own requests name the list by. */
  readonly key: string;
  readonly title: BothLanguages;
  readonly publisher?: string;
  readonly publisherUrl?: string;
  readonly licence?: string;
  readonly home?: string;
  /** With a slash at its end; none where the build has no address for its own list. */
  readonly address?: string;
  /** SHA-256 of the bytes of `1.root.json`, in hex. */
  readonly rootDigest: string;
  /** Demonitor's own: it can be switched off but not unfollowed. */
  readonly isOwn: boolean;
  /** Signed with a key made for a development build. */
  readonly isDevelopment: boolean;
  readonly isEnabled: boolean;
  readonly version?: number;
  readonly publishedOn?: string;
  /** Day on which the publisher last signed it as current. */
  readonly confirmedOn?: string;
  /** Past this many days after `confirmedOn` it decides nothing. */
  readonly maxStaleDays?: number;
  readonly entries?: number;
  readonly scopes?: number;
  /** Entries that this version of Demonitor cannot read. */
  readonly setAside?: number;
  /** Of the whole list, compressed. */
  readonly bytes?: number;
  /** Times in milliseconds since 1970. */
  readonly lastAttempt?: number;
  readonly lastSuccess?: number;
  readonly nextAttempt?: number;
  readonly lastDownloadBytes?: number;
  /** Of the last attempt; none after one that went well. */
  readonly failure?: SyncFailure;
  readonly failureSince?: number;
  /** The server gave an older release last time, as part of a content network may for a while. */
  readonly isLagging?: boolean;
  readonly news: ListNews;
}

/** How far a sync is; `done` of `total` bytes or entries, where they are known. */
export interface SyncProgress {
  readonly key: string;
  readonly stage: 'metadata' | 'download' | 'check' | 'index';
  readonly done?: number;
  readonly total?: number;
}

/** All lists, and what is going on with them. */
export interface ListsStatus {
  readonly lists: readonly ListStatus[];
  /** One for each list that is being synced; missing while none is. */
  readonly running?: readonly SyncProgress[];
  /** The reader paused everything: no list marks a page. */
  readonly isPaused?: boolean;
  /** What keeps all lists from being read or written, such as a full disk. */
  readonly failure?: SyncFailure;
}

/** What a list says of itself, before the reader follows it. */
export interface PreviewedList {
  readonly title: BothLanguages;
  readonly publisher?: string;
  readonly publisherUrl?: string;
  readonly licence?: string;
  readonly home?: string;
  readonly entries: number;
  readonly scopes: number;
  /** Of the whole list, compressed. */
  readonly bytes: number;
  readonly version: number;
  readonly publishedOn: string;
  /** Scopes that lists followed already cover too. */
  readonly overlaps: number;
}

export type PreviewReply =
  | ({ readonly kind: 'preview' } & PreviewedList)
  | { readonly kind: 'already' }
  | { readonly kind: 'failed'; readonly failure: SyncFailure };

/** How a change of the followed lists ended. */
export type ChangeReply =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly failure: SyncFailure };
