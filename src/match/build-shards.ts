import type { IndexInput } from './address-rules.ts';
import { buildFilters } from './build-filters.ts';
import { writeFilterShard } from './filter-shard.ts';
import { groupRecords, listPathHosts, type RecordRow } from './group-records.ts';
import { hashKey, mixHash, pickShard } from './host-hash.ts';
import { INDEX_FORMAT, type IndexHead, nameFilterShard, nameRecordShard } from './index-head.ts';
import { sealText } from './seal-text.ts';

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
  const filters = buildFilters(keys, input.seed);
  const recordShards = Math.max(1, Math.ceil(keys.length / KEYS_PER_RECORD_SHARD));
  const records = buildRecordTexts(groups, recordShards, input.seed);
  const shards: Record<string, string> = {};
  for (const [number, filter] of filters.entries()) {
    const name = nameFilterShard(generation, number);
    shards[name] = sealText(name, writeFilterShard(filter));
  }
  for (const [number, text] of records.entries()) {
    const name = nameRecordShard(generation, number);
    shards[name] = sealText(name, text);
  }
  const only = filters.length === 1 ? shards[nameFilterShard(generation, 0)] : undefined;
  const head: IndexHead = {
    format: INDEX_FORMAT,
    generation,
    seed: input.seed,
    filterShards: filters.length,
    recordShards,
    lists: input.lists,
    aliases: input.rules.aliases,
    foldPathHosts: input.rules.foldPathHosts,
    pathHosts: listPathHosts(keys),
    ...(only === undefined ? {} : { filter: only }),
  };
  return { head, shards };
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
