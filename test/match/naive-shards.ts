import type { IndexInput } from '../../src/match/address-rules.ts';
import { buildFilters } from '../../src/match/build-filters.ts';
import { writeFilterShard } from '../../src/match/filter-shard.ts';
import { groupRecords, listPathHosts, type RecordRow } from '../../src/match/group-records.ts';
import { hashKey, mixHash, pickShard } from '../../src/match/host-hash.ts';
import {
  INDEX_FORMAT,
  type IndexHead,
  nameFilterShard,
  nameRecordShard,
} from '../../src/match/index-head.ts';
import { sealText } from '../../src/match/seal-text.ts';

/** Records are some 70 bytes of text each and read only on a hit. */
const KEYS_PER_RECORD_SHARD = 256;

interface Shards {
  readonly head: IndexHead;
  readonly shards: Record<string, string>;
}

/**
 * The shards of an index once more, as plainly as they can be said: all at once, from a map of all
 * records. Only what writes one shard is shared with what is tested.
 */
export function buildNaively(input: IndexInput, generation: number): Shards {
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
