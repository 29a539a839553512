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

/** How many entries an edition has, read or not. */
export function countRows(database: Database, edition: Edition): Promise<number> {
  return database.count('entries', rangeOf(edition));
}

/** One entry of an edition as it was written; undefined where there is none. */
export function readRow(
  database: Database,
  { key, edition }: Edition,
  slug: string,
): Promise<unknown> {
  return database.get('entries', [key, edition, slug]);
}

/**
 * The entries of an edition in the order of their slugs, some at a time; the next ones are on their
 * way while whoever asks works on these.
 */
export async function* readRows(
  database: Database,
  which: Edition,
): AsyncGenerator<Slugged<unknown>> {
  const { key, edition } = which;
  let next: Promise<Batch> | undefined = readBatch(database, rangeOf(which));
  while (next !== undefined) {
    const { keys, values }: Batch = await next;
    const last = keys.at(-1);
    next =
      last === undefined || keys.length < ROWS_PER_READ
        ? undefined
        : readBatch(database, IDBKeyRange.bound(last, [key, edition, []], true));
    // Its failure is met when its turn comes; whoever stops before never hears of it.
    next?.catch(() => undefined);
    for (const [at, [, , slug]] of keys.entries()) yield { slug, value: values[at] };
  }
}

interface Batch {
  readonly keys: readonly [list: ListKey, edition: number, slug: string][];
  readonly values: readonly unknown[];
}

async function readBatch(database: Database, range: IDBKeyRange): Promise<Batch> {
  const { store } = database.transaction('entries');
  const [keys, values] = await Promise.all([
    store.getAllKeys(range, ROWS_PER_READ),
    store.getAll(range, ROWS_PER_READ),
  ]);
  return { keys, values };
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
