import type { IndexInput } from './address-rules.ts';
import { buildCsr16 } from './csr16.ts';
import { writeFilterShard } from './filter-shard.ts';
import { groupRecords, listPathHosts, type RecordRow } from './group-records.ts';
import { hashKey, mixHash, pickShard } from './host-hash.ts';
import { INDEX_FORMAT, type IndexHead, nameFilterShard, nameRecordShard } from './index-head.ts';
import { toShardPart } from './scope-key.ts';
import { sealText } from './seal-text.ts';

const KEYS_PER_FILTER_SHARD = 2048;
/** Records are some 70 bytes of text each and read only on a hit. */
const KEYS_PER_RECORD_SHARD = 256;

/** An index cut up for `storage.local`: `shards` are written first, then `head` goes live. */
export interface Shards {
  readonly head: IndexHead;
  readonly shards: Record<string, string>;
}

/**
 * Cuts an index into shards small enough for a page to read. All shards of a generation exist, even
 * if empty, so that a missing one means that it was swapped.
 */
export function buildShards(input: IndexInput, generation: number): Shards {
  const groups = groupRecords(input);
  const keys = [...groups.keys()];
  const filterShards = countShards(keys.length, KEYS_PER_FILTER_SHARD);
  const recordShards = countShards(keys.length, KEYS_PER_RECORD_SHARD);
  const filters = buildFilterTexts(keys, filterShards, input.seed);
  const records = buildRecordTexts(groups, recordShards, input.seed);
  const shards: Record<string, string> = {};
  for (const [number, text] of filters.entries()) {
    const name = nameFilterShard(generation, number);
    shards[name] = sealText(name, text);
  }
  for (const [number, text] of records.entries()) {
    const name = nameRecordShard(generation, number);
    shards[name] = sealText(name, text);
  }
  const only = filterShards === 1 ? shards[nameFilterShard(generation, 0)] : undefined;
  const head: IndexHead = {
    format: INDEX_FORMAT,
    generation,
    seed: input.seed,
    filterShards,
    recordShards,
    lists: input.lists,
    aliases: input.rules.aliases,
    foldPathHosts: input.rules.foldPathHosts,
    pathHosts: listPathHosts(keys),
    ...(only === undefined ? {} : { filter: only }),
  };
  return { head, shards };
}

/** How many filter shards so many keys make; `findSeed` must agree. */
export function countFilterShards(keys: number): number {
  return countShards(keys, KEYS_PER_FILTER_SHARD);
}

/** Which filter shard a key lies in. */
export function pickFilterShard(key: string, seed: number, count: number): number {
  return pickShard(mixHash(hashKey(toShardPart(key), seed)), count);
}

function countShards(keys: number, perShard: number): number {
  return Math.max(1, Math.ceil(keys / perShard));
}

function buildFilterTexts(keys: readonly string[], count: number, seed: number): string[] {
  const hashes: number[][] = Array.from({ length: count }, () => []);
  for (const key of keys) {
    hashes[pickFilterShard(key, seed, count)]?.push(mixHash(hashKey(key, seed)));
  }
  return hashes.map((shard) => writeFilterShard(buildCsr16(Uint32Array.from(shard)).filter));
}

function buildRecordTexts(
  groups: ReadonlyMap<string, readonly RecordRow[]>,
  count: number,
  seed: number,
): string[] {
  const shards: Record<string, readonly RecordRow[]>[] = Array.from({ length: count }, () => ({}));
  for (const [key, rows] of groups) {
    const shard = shards[pickShard(mixHash(hashKey(key, seed)), count)];
    if (shard !== undefined) shard[key] = rows;
  }
  return shards.map((shard) => JSON.stringify(shard));
}
