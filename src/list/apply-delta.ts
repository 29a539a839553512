import { applyChange } from './apply-change.ts';
import { compareText } from './canonical-json.ts';
import type { RawEntry } from './compiled-list.ts';
import type { Delta } from './delta.ts';
import type { ListHeader } from './list-header.ts';
import { ListDigest } from './list-text.ts';

/** One version of a list as it is kept, entries by their slugs. */
export interface KeptList {
  readonly header: ListHeader;
  readonly entries: ReadonlyMap<string, RawEntry>;
}

export type DeltaOutcome =
  | {
      readonly kind: 'applied';
      /** In the order of slugs. */
      readonly list: KeptList;
      /** Counts only if it is the one that the publisher signed. */
      readonly digest: string;
    }
  /** The delta was made for another version; the whole list is needed. */
  | { readonly kind: 'refused'; readonly reason: string };

/** What a delta makes of a list that stands in memory; the list stays as it is. */
export function applyDelta(base: KeptList, delta: Delta): DeltaOutcome {
  const { header, removed, changes } = delta;
  if (base.header.list.id !== header.list.id) return refuse(`is for ${header.list.id}`);
  if (base.header.version !== delta.from) return refuse(`is for version ${delta.from}`);
  const entries = new Map(base.entries);
  for (const slug of removed) {
    if (!entries.delete(slug)) return refuse(`${slug}: removes what is not there`);
  }
  for (const change of changes) {
    const outcome = applyChange(entries.get(change.slug), change);
    if (outcome.kind === 'refused') return outcome;
    entries.set(change.slug, outcome.raw);
  }
  const sorted = [...entries].sort(([a], [b]) => compareText(a, b));
  const digest = new ListDigest(header);
  for (const [, raw] of sorted) digest.add(raw);
  const list = { header, entries: new Map(sorted) };
  return { kind: 'applied', list, digest: digest.finish() };
}

function refuse(reason: string): DeltaOutcome {
  return { kind: 'refused', reason };
}
