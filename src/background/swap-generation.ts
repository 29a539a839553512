import type { IndexInput } from '../match/address-rules.ts';
import { listShardNames, parseIndexHead } from '../match/index-head.ts';
import { ShardBuilder } from '../match/shard-builder.ts';
import type { Database } from '../platform/database.ts';
import { type HeadWriter, readHead } from './head-store.ts';
import { dropShards, listStoredShards, type StoredShard } from './stored-shards.ts';
import { type ShardStorage, writeShards } from './write-shards.ts';

/** Which generation of shards counts, and what they must look like. */
export interface GenerationState {
  readonly generation: number;
  readonly digest: string;
  /** How many entries the database holds, so that lost ones are noticed. */
  readonly entries: number;
  /** The version of the extension whose shipped release was last considered. */
  readonly floorVersion: string;
}

export interface SwapParts extends ShardStorage {
  readonly database: Database;
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
  parts: SwapParts,
  generation: number,
  next: NewLists | IndexAnew,
): Promise<void> {
  const { database, local, head, pause, floorVersion } = parts;
  // Generations count from 1: without a head that can be read none is live.
  const live = parseIndexHead((await readHead(local)).index)?.generation ?? 0;
  const stored = await listStoredShards(local);
  // Of swaps that never ended: no page reads them, and with them the room may not do.
  const isLeftover = ({ generation: of }: StoredShard) => of > live;
  await dropShards(local, listKeys(stored.filter(isLeftover)));
  const builder = new ShardBuilder(next.index, pause);
  await builder.addRecords(next.index.records);
  const built = await builder.finish(generation);
  const names = new Set(listShardNames(built.head));
  try {
    const digest = await writeShards(parts, built);
    const entries = 'entries' in next ? next.entries.length : next.entryCount;
    const state: GenerationState = { generation, digest, entries, floorVersion };
    if ('entries' in next) await writeDatabase(database, next, state);
    else await database.put('state', state, 'generation');
    await head.change((old) => ({ ...old, index: built.head }));
  } catch (error) {
    await dropShards(local, [...names]);
    throw error;
  }
  // Pages in the middle of a check may still read what was live: that stays until the next swap.
  const isOld = ({ key, generation: of }: StoredShard) => of !== live && !names.has(key);
  await dropShards(local, listKeys(stored.filter(isOld)));
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

function listKeys(shards: readonly StoredShard[]): string[] {
  return shards.map(({ key }) => key);
}
