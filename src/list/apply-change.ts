import { applyPatch } from './apply-patch.ts';
import type { RawEntry } from './compiled-list.ts';
import type { DeltaChange } from './delta.ts';

/** What became of a change. */
export type ChangeOutcome =
  | { readonly kind: 'entry'; readonly raw: RawEntry }
  /** The change was made for another version; the whole list is needed. */
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * The entry that a change makes of the one before, if there was one. Both are raw, with all that
 * this reader doesn't know of them; the new one is to be checked like any other.
 */
export function applyChange(old: RawEntry | undefined, change: DeltaChange): ChangeOutcome {
  const { slug } = change;
  if (change.kind === 'whole') return { kind: 'entry', raw: { ...change.entry, slug } };
  if (old === undefined) return { kind: 'refused', reason: `${slug}: changes what is not there` };
  const { slug: _, ...fields } = old;
  const outcome = applyPatch(fields, change.patch);
  if (outcome.kind === 'refused') return { ...outcome, reason: `${slug}: ${outcome.reason}` };
  return { kind: 'entry', raw: { ...(outcome.value as object), slug } };
}
