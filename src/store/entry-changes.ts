import { formatCanonicalJson } from '../list/canonical-json.ts';
import type { NewsEntry } from '../messages/list-status.ts';

/** What one release changed, as far as it is named. */
export interface EntryChanges {
  readonly added: readonly NewsEntry[];
  readonly removed: readonly NewsEntry[];
  readonly changed: readonly NewsEntry[];
  readonly more: number;
}

export const NO_CHANGES: EntryChanges = { added: [], removed: [], changed: [], more: 0 };

/** So many are named; the rest is counted. */
const MAX_NAMED = 200;

/** Collects what becomes of entries, one at a time, in flat memory. */
export class ChangeCollector {
  readonly #named = {
    added: [] as NewsEntry[],
    removed: [] as NewsEntry[],
    changed: [] as NewsEntry[],
  };
  #count = 0;

  /** @param before the entry as it was; `after` as it is: undefined where there is none */
  add(before: unknown, after: unknown): void {
    if (before === undefined) this.#note('added', after);
    else if (after === undefined) this.#note('removed', before);
    else if (formatCanonicalJson(before) !== formatCanonicalJson(after))
      this.#note('changed', after);
  }

  finish(): EntryChanges {
    return { ...this.#named, more: Math.max(0, this.#count - MAX_NAMED) };
  }

  #note(kind: 'added' | 'removed' | 'changed', entry: unknown): void {
    this.#count += 1;
    if (this.#count > MAX_NAMED) return;
    const { slug, name } = entry as { readonly slug?: unknown; readonly name?: unknown };
    const text = String(slug ?? '');
    this.#named[kind].push({ slug: text, name: typeof name === 'string' ? name : text });
  }
}
