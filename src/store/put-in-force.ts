import { listShardNames, parseIndexHead } from '../match/index-head.ts';
import { type Database, STORE_NAMES, type WholeTransaction } from '../platform/database.ts';
import { dropOtherRows } from './entry-rows.ts';
import { type FollowedList, readFollowedLists } from './followed-list.ts';
import { type GenerationState, parseGenerationState } from './generation-state.ts';
import { readHead } from './head-store.ts';
import type { IndexBuild } from './index-build.ts';
import type { OpenStore } from './store-parts.ts';
import { dropShards, listStoredShards, type StoredShard } from './stored-shards.ts';
import { writeShards } from './write-shards.ts';

/** What goes with an index into the same transaction. */
export interface Swap {
  readonly build: IndexBuild;
  /** Day on which each list was last signed as current, by its key. */
  readonly confirmed: Readonly<Record<string, string>>;
  /** Writes what changes beside the generation; nothing in it may wait for anything else. */
  readonly commit?: (transaction: WholeTransaction) => readonly Promise<unknown>[];
}

/**
 * Puts an index in force without a moment at which pages see half of it: first the new shards, then
 * one transaction with entries, metadata and generation, then `head` in one write. A crash in
 * between leaves the old generation readable, and the next start of the worker goes on from there.
 */
export async function putInForce(store: OpenStore, swap: Swap): Promise<void> {
  const { database, local, head, floor } = store;
  const live = parseIndexHead((await readHead(local)).index)?.generation;
  const kept = parseGenerationState(await database.get('state', 'generation'));
  // Above both, since either may have got further before the worker died.
  const generation = Math.max(live ?? 0, kept?.generation ?? 0) + 1;
  const stored = await listStoredShards(local);
  // Of swaps that never ended: no page reads them, and they may be more than are written now.
  await dropShards(
    local,
    keysOf(stored, (each) => live === undefined || each.generation > live),
  );
  const built = await swap.build.finish(generation);
  const names = new Set(listShardNames(built.head));
  try {
    const digest = await writeShards(store, built);
    await commit(database, swap, { generation, digest, floorVersion: floor.version });
    const isSwitchedOff = built.head.lists.length === 0 && (await usesNoList(database));
    const { confirmed } = swap;
    await head.change((old) => ({ ...old, index: built.head, confirmed, isSwitchedOff }));
  } catch (error) {
    await dropShards(local, [...names]);
    throw error;
  }
  // Pages in the middle of a check may still read the generation before: that one stays.
  await dropShards(
    local,
    keysOf(stored, ({ key, generation: of }) => of !== live && !names.has(key)),
  );
  await dropLeftRows(database);
}

/** An enabled list may still lack its entries, and then pages must know that it is missing. */
async function usesNoList(database: Database): Promise<boolean> {
  return (await readFollowedLists(database)).every(({ subscription }) => !subscription.isEnabled);
}

/** Pages see the new lists already; what is left behind only takes room, and the next swap tries again. */
async function dropLeftRows(database: Database): Promise<void> {
  try {
    const kept = (await readFollowedLists(database)).flatMap(
      ({ subscription: { key }, stored }: FollowedList) =>
        stored === undefined ? [] : [{ key, edition: stored.edition }],
    );
    await dropOtherRows(database, kept);
  } catch (error) {
    console.error('Demonitor: old entries could not be removed:', error);
  }
}

async function commit(database: Database, swap: Swap, state: GenerationState): Promise<void> {
  const transaction = database.transaction(STORE_NAMES, 'readwrite');
  await Promise.all([
    ...(swap.commit?.(transaction) ?? []),
    transaction.objectStore('state').put(state, 'generation'),
    transaction.done,
  ]);
}

function keysOf(
  shards: readonly StoredShard[],
  isMeant: (shard: StoredShard) => boolean,
): readonly string[] {
  return shards.filter(isMeant).map(({ key }) => key);
}
