import type { RawEntry } from '../list/compiled-list.ts';
import type { Database, ListKey } from '../platform/database.ts';
import type { Slugged } from './pair-rows.ts';

const ROWS_PER_READ = 200;

/** Which rows of the database are one list's. */
export interface Edition {
  readonly key: ListKey;
  readonly edition: number;
}

function rangeOf({ key, edition }: Edition): IDBKeyRange {
  // An array sorts behind every text.
  return IDBKeyRange.bound([key, edition], [key, edition, []]);
}

export function countRows(database: Database, edition: Edition): Promise<number> {
  return database.count('entries', rangeOf(edition));
}

export function readRow(
  database: Database,
  { key, edition }: Edition,
  slug: string,
): Promise<unknown> {
  return database.get('entries', [key, edition, slug]);
}

/** The entries of an edition in the order of their slugs, some at a time. */
export async function* readRows(
  database: Database,
  which: Edition,
): AsyncGenerator<Slugged<unknown>> {
  const { key, edition } = which;
  let range = rangeOf(which);
  for (;;) {
    const transaction = database.transaction('entries');
    const [keys, values] = await Promise.all([
      transaction.store.getAllKeys(range, ROWS_PER_READ),
      transaction.store.getAll(range, ROWS_PER_READ),
    ]);
    for (const [at, [, , slug]] of keys.entries()) yield { slug, value: values[at] };
    const last = keys.at(-1);
    if (last === undefined || keys.length < ROWS_PER_READ) return;
    range = IDBKeyRange.bound(last, [key, edition, []], true);
  }
}

/** Writes rows of an edition that is not in force yet. */
export async function writeRows(
  database: Database,
  { key, edition }: Edition,
  entries: readonly RawEntry[],
): Promise<void> {
  const transaction = database.transaction('entries', 'readwrite');
  const writes = entries.map((entry) => transaction.store.put(entry, [key, edition, entry.slug]));
  await Promise.all([...writes, transaction.done]);
}

/** Removes the rows of an edition that is not in force: whoever wrote them may have been stopped. */
export async function dropEdition(database: Database, edition: Edition): Promise<void> {
  await database.delete('entries', rangeOf(edition));
}

/** Removes every row that belongs to no edition in force: what was left behind, or followed once. */
export async function dropOtherRows(database: Database, kept: readonly Edition[]): Promise<void> {
  const bounds = [...kept].sort((a, b) => indexedDB.cmp([a.key, a.edition], [b.key, b.edition]));
  const transaction = database.transaction('entries', 'readwrite');
  const drops: Promise<unknown>[] = [];
  let from: IDBValidKey | undefined;
  for (const { key, edition } of bounds) {
    const start = [key, edition];
    drops.push(
      transaction.store.delete(
        from === undefined
          ? IDBKeyRange.upperBound(start, true)
          : IDBKeyRange.bound(from, start, true, true),
      ),
    );
    from = [key, edition, []];
  }
  if (from === undefined) drops.push(transaction.store.clear());
  else drops.push(transaction.store.delete(IDBKeyRange.lowerBound(from, true)));
  await Promise.all([...drops, transaction.done]);
}
