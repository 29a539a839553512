import { applyChange } from '../../src/list/apply-change.ts';
import { compareText } from '../../src/list/canonical-json.ts';
import type { RawEntry } from '../../src/list/compiled-list.ts';
import type { Delta, DeltaChange } from '../../src/list/delta.ts';

/** An entry of the later version; what is neither kept nor changed was removed. */
export interface MergedEntry {
  readonly kind: 'kept' | 'changed' | 'new';
  readonly raw: RawEntry;
}

/**
 * Applies a delta to entries that come one by one in the order of slugs, so that a list need not
 * stand in memory whole. The entries of the later version come out in that order, too. None may be
 * used before `finish` has found nothing and their digest is the one that was signed.
 */
export class DeltaMerger {
  readonly #changes: readonly DeltaChange[];
  readonly #removed: Set<string>;
  #next = 0;
  #refusal: string | undefined;

  constructor({ changes, removed }: Delta) {
    this.#changes = changes;
    this.#removed = new Set(removed);
  }

  /** What the next entry of the earlier version becomes, after new ones that stand before it. */
  *push(old: RawEntry): Generator<MergedEntry> {
    yield* this.#takeNew((slug) => compareText(slug, old.slug) < 0);
    if (this.#refusal !== undefined || this.#removed.delete(old.slug)) return;
    const change = this.#changes[this.#next];
    if (change?.slug !== old.slug) {
      yield { kind: 'kept', raw: old };
      return;
    }
    this.#next += 1;
    const raw = this.#apply(old, change);
    if (raw) yield { kind: 'changed', raw };
  }

  /** The new entries that stand after the last one of the earlier version. */
  *pushEnd(): Generator<MergedEntry> {
    yield* this.#takeNew(() => true);
  }

  /** Why the delta was not made for what came; nothing if it may have been. */
  finish(): string | undefined {
    const [missing] = this.#removed;
    if (missing === undefined) return this.#refusal;
    return this.#refusal ?? `${missing}: removes what is not there`;
  }

  *#takeNew(isNext: (slug: string) => boolean): Generator<MergedEntry> {
    for (;;) {
      const change = this.#changes[this.#next];
      if (this.#refusal !== undefined || !change || !isNext(change.slug)) return;
      this.#next += 1;
      const raw = this.#apply(undefined, change);
      if (raw) yield { kind: 'new', raw };
    }
  }

  #apply(old: RawEntry | undefined, change: DeltaChange): RawEntry | undefined {
    const outcome = applyChange(old, change);
    if (outcome.kind === 'entry') return outcome.raw;
    this.#refusal = outcome.reason;
    return undefined;
  }
}
