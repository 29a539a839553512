import { compareText } from '../../src/list/canonical-json.ts';
import type { RawEntry } from '../../src/list/compiled-list.ts';
import type { Delta } from '../../src/list/delta.ts';
import type { ListHeader } from '../../src/list/list-header.ts';
import { ListDigest } from '../../src/list/list-text.ts';
import { DeltaMerger, type MergedEntry } from './delta-merger.ts';

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
  const { header } = delta;
  if (base.header.list.id !== header.list.id) return refuse(`is for ${header.list.id}`);
  if (base.header.version !== delta.from) return refuse(`is for version ${delta.from}`);
  const merger = new DeltaMerger(delta);
  const digest = new ListDigest(header);
  const entries = new Map<string, RawEntry>();
  const take = (merged: Iterable<MergedEntry>): void => {
    for (const { raw } of merged) {
      digest.add(raw);
      entries.set(raw.slug, raw);
    }
  };
  const sorted = [...base.entries].sort(([a], [b]) => compareText(a, b));
  for (const [, raw] of sorted) take(merger.push(raw));
  take(merger.pushEnd());
  const refusal = merger.finish();
  if (refusal !== undefined) return refuse(refusal);
  return { kind: 'applied', list: { header, entries }, digest: digest.finish() };
}

function refuse(reason: string): DeltaOutcome {
  return { kind: 'refused', reason };
}
