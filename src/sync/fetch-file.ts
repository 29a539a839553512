import type { SyncFailure } from './failure.ts';

/** Milliseconds: the server's clock by its `Date` header, where it has one. Nobody signed it. */
type ServerTime = number;

/** What came when a file of a list was asked for. */
export type FileReply =
  | {
      readonly kind: 'bytes';
      readonly bytes: Uint8Array;
      readonly serverTime?: ServerTime;
    }
  /** The server says that there is none (403, 404, 410). */
  | { readonly kind: 'missing'; readonly serverTime?: ServerTime }
  /** More than was allowed; the rest was not read. */
  | { readonly kind: 'too-large' }
  | { readonly kind: 'failed'; readonly failure: SyncFailure };

export interface FileLimits {
  readonly maxBytes: number;
  /** Until the last byte is there: a server that drips is given up. */
  readonly milliseconds: number;
  /** Hears how many bytes came so far. */
  readonly onProgress?: (bytes: number) => void;
}

/** Fetches a file by its path below the list's address; never rejects. */
export type FetchFile = (path: string, limits: FileLimits) => Promise<FileReply>;
