import type { Refusal } from '../trust/refusal.ts';

/** The kinds of failure of a sync; the pages have a sentence for each. */
export type FailureReason =
  | Refusal['reason']
  /** Neither https nor this machine. */
  | 'insecure'
  | 'unreachable'
  | 'timeout'
  /** The server answered with another status than 200; `status` has it. */
  | 'status'
  | 'redirected'
  /** A page or a picture where a file of the list should be: a portal that wants a login. */
  | 'wrong-type'
  | 'cut-short'
  /** The first root is not the one that the reader's digest names. */
  | 'wrong-root'
  | 'unsafe-list'
  /** What was put together is not what the publisher has. */
  | 'wrong-digest'
  | 'clock-ahead'
  | 'storage'
  | 'database'
  /** A fault of ours. */
  | 'internal'
  /** This build has no address for the list. */
  | 'not-offered'
  /** Something else was put in force, or the list unfollowed, while this sync fetched. */
  | 'stopped';

/** Why a list was refused or could not be fetched; words are made of it by the pages. */
export interface SyncFailure {
  readonly reason: FailureReason;
  /** The signed file that it is about. */
  readonly role?: Refusal['role'];
  /** Path below the list's address, where it is not a signed file. */
  readonly file?: string;
  /** Version or bytes, as the reason has it: what we have, or what was announced. */
  readonly have?: number;
  /** Version or bytes: what came. */
  readonly got?: number;
  /** HTTP status. */
  readonly status?: number;
  /** ISO time, such as the one at which a signature ran out. */
  readonly until?: string;
  /** For whoever looks into it: never the only thing that is said. */
  readonly detail?: string;
  /** Milliseconds that the server asked us to wait. */
  readonly retryAfter?: number;
}

/** A step of a sync that ended it; the last good list stays in force. */
export interface SyncFailed {
  readonly kind: 'failed';
  readonly failure: SyncFailure;
}

/** Shorthand for the outcome of a step that fails. */
export function failSync(failure: SyncFailure): SyncFailed {
  return { kind: 'failed', failure };
}
