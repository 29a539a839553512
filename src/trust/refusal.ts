/** The four roles of a repository's metadata (TUF §2.1). */
export type RoleName = 'root' | 'timestamp' | 'snapshot' | 'targets';

/** Why metadata was refused, named for what it means and not for the step that found it. */
export type RefusalReason =
  /** No metadata of that role, or not of a form that we know. */
  | 'not-metadata'
  /** Too few valid signatures of the keys that count: forged, or signed by a revoked key. */
  | 'signatures'
  /** A version below one that was seen already. */
  | 'rollback'
  /** No longer valid on the day of the check. */
  | 'expired'
  /** Files of different releases put together. */
  | 'version-mismatch'
  | 'wrong-hash'
  | 'wrong-length'
  | 'too-large'
  /** The next root is not the one that comes next. */
  | 'root-skipped'
  /** A key under a name that is not its own. */
  | 'key-id'
  /** Signed later than the clock here says it is. */
  | 'clock-behind'
  /** The repository names a file that it does not have. */
  | 'missing-file';

/** What was refused and why, with the facts that its words need. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly role: RoleName;
  /** For `rollback`, `version-mismatch` and `root-skipped`: what we have or should get. */
  readonly have?: number;
  /** What came instead. */
  readonly got?: number;
  /** For `expired` and `clock-behind`: the time that decided, as in the metadata. */
  readonly until?: string;
  /** For whoever looks into it. Perhaps nobody signed it: short, and of visible characters alone. */
  readonly detail?: string;
}

/** An outcome that every step of the workflow can have. */
export interface Refused {
  readonly kind: 'refused';
  readonly refusal: Refusal;
}

const MAX_DETAIL_CHARS = 200;

/** Shorthand for the outcome of a step that refuses. */
export function refuse(
  role: RoleName,
  reason: RefusalReason,
  facts: Omit<Refusal, 'role' | 'reason'> = {},
): Refused {
  const { detail } = facts;
  const about = detail === undefined ? {} : { detail: clip(detail) };
  return { kind: 'refused', refusal: { role, reason, ...facts, ...about } };
}

/** Cut first, so that half a character at the end goes with the hidden ones. */
function clip(text: string): string {
  return text.slice(0, MAX_DETAIL_CHARS).replace(/\p{C}/gu, '');
}
