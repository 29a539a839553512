import type { IndexInput } from '../match/address-rules.ts';
import { buildShards } from '../match/build-shards.ts';
import type { Database } from '../platform/database.ts';
import type { HeadWriter } from './head-store.ts';
import type { LocalArea } from './local-area.ts';
import { digestShards } from './shard-digest.ts';

/** Which generation of shards counts, and what they must look like. */
export interface GenerationState {
  readonly generation: number;
  readonly digest: string;
  /** How many entries the database holds, so that lost ones are noticed. */
  readonly entries: number;
  /** The version of the extension whose shipped release was last considered. */
  readonly floorVersion: string;
}

export interface SwapParts {
  readonly database: Database;
  readonly local: LocalArea;
  readonly head: HeadWriter;
  readonly floorVersion: string;
}

/** What the database is to hold: entries by list and slug, lists by id, values as compiled. */
interface StoredLists {
  readonly entries: readonly {
    readonly list: string;
    readonly slug: string;
    readonly value: unknown;
  }[];
  readonly lists: readonly { readonly id: string; readonly value: unknown }[];
  readonly context: unknown;
}

/** Lists ready to be put in force, with the index that pages will read. */
export interface NewLists extends StoredLists {
  readonly index: IndexInput;
}

/** The index made anew of so many entries that the database holds already. */
export interface IndexAnew {
  readonly index: IndexInput;
  readonly entryCount: number;
}

/**
 * Puts lists in force without a moment at which pages see half of them: first the new shards, then
 * one transaction with entries and generation, then `head` in one write. A crash in between leaves
 * the old generation readable, and the next start of the worker does it again. Without entries only
 * the shards are written anew, from what the database holds.
 */
export async function putInForce(
  { database, local, head, floorVersion }: SwapParts,
  generation: number,
  next: NewLists | IndexAnew,
): Promise<void> {
  const { head: index, shards } = buildShards(next.index, generation);
  await local.write(shards);
  const digest = await digestShards({ ...shards, head: index });
  const entries = 'entries' in next ? next.entries.length : next.entryCount;
  const state: GenerationState = { generation, digest, entries, floorVersion };
  if ('entries' in next) await writeDatabase(database, next, state);
  else await database.put('state', state, 'generation');
  await head.change((old) => ({ ...old, index }));
  try {
    await dropOldGenerations(local, generation);
  } catch (error) {
    // The new lists are in force all the same; the next swap cleans up.
    console.error('Demonitor: old shards could not be removed:', error);
  }
}

async function writeDatabase(
  database: Database,
  next: StoredLists,
  state: GenerationState,
): Promise<void> {
  const transaction = database.transaction(['entries', 'lists', 'state'], 'readwrite');
  const entries = transaction.objectStore('entries');
  const lists = transaction.objectStore('lists');
  const states = transaction.objectStore('state');
  await Promise.all([
    entries.clear(),
    lists.clear(),
    ...next.entries.map(({ list, slug, value }) => entries.put(value, [list, slug])),
    ...next.lists.map(({ id, value }) => lists.put(value, id)),
    states.put(next.context, 'context'),
    states.put(state, 'generation'),
    transaction.done,
  ]);
}

/** Pages in the middle of a check may still read the generation before: that one stays. */
async function dropOldGenerations(local: LocalArea, generation: number): Promise<void> {
  const old = (await local.readKeys()).filter((key) => {
    const match = /^[rs](\d+)\./.exec(key);
    return match !== null && Number(match[1]) < generation - 1;
  });
  if (old.length > 0) await local.remove(old);
}
