import type { RoleName } from './refusal.ts';
import type { TrustedMetadata } from './trusted-metadata.ts';
import type { VerifyEd25519 } from './verify-signatures.ts';

/** What came when a file of the repository was asked for. */
export type FetchedFile<Failure> =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** Not there; for the next root this is the normal answer. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Everything outside the workflow's own logic. */
export interface Client<Failure> {
  /** A file below `metadata/`; more than `maxBytes` are never read (TUF §5.3.3, 5.4.1 …). */
  readonly fetchMetadata: (name: string, maxBytes: number) => Promise<FetchedFile<Failure>>;
  readonly verify: VerifyEd25519;
  /** Milliseconds: the fixed time of this update (TUF §5.1). */
  readonly now: number;
  /**
   * Keeps what was verified, file by file, before anything that hangs on it is fetched (TUF §5.3.8,
   * 5.4.5, 5.5.7, 5.6.6): what was seen once can't be rolled back after a crash either.
   */
  readonly persist: (trusted: TrustedMetadata) => Promise<void>;
}

/** Upper bounds where the metadata itself names no length; several times what ours needs. */
export const MAX_METADATA_BYTES: Readonly<Record<RoleName, number>> = {
  root: 128 * 1024,
  timestamp: 16 * 1024,
  snapshot: 256 * 1024,
  targets: 1024 * 1024,
};
/** So many new roots are followed in one update (TUF §5.3.3: some fixed number). */
export const MAX_ROOT_ROTATIONS = 256;
