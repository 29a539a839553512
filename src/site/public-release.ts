import type { CompiledList } from '../list/compiled-list.ts';
import type { Context } from '../list/context.ts';
import type { ListDiff } from '../list/diff-lists.ts';

/** One release and what it changed against the one before; with the first, everything was added. */
export interface ReleaseRecord {
  readonly version: number;
  /** ISO day. */
  readonly publishedOn: string;
  readonly diff: ListDiff;
}

/** All that the public pages are made of. */
export interface PublicRelease {
  readonly list: CompiledList;
  readonly context: Context;
  /** Newest first; the release itself is the first. */
  readonly changelog: readonly ReleaseRecord[];
  /** SHA-256 of the first root's bytes, as lower-case hex: readers compare it before they follow. */
  readonly rootDigest: string;
  /** ISO day, in UTC as all that is signed: on it entries past their review have lapsed. */
  readonly today: string;
}

/** A file to be published, by its path below the folder of the release. */
export interface PublicFile {
  /** `index.html`, `entries/example-truth.html`: forward slashes, nothing of the repository's own. */
  readonly path: string;
  /** May be made when it is read. */
  readonly content: string | Uint8Array;
}
