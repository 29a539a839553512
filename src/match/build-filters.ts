import { buildCsr16, type Csr16 } from './csr16.ts';
import { hashKey, mixHash, pickShard } from './host-hash.ts';
import { toShardPart } from './scope-key.ts';

const KEYS_PER_SHARD = 2048;

/** How many filters an index with so many keys has. */
export function countFilters(keys: number): number {
  return Math.max(1, Math.ceil(keys / KEYS_PER_SHARD));
}

/** The filters of an index, one for each shard, none left out. */
export function buildFilters(keys: readonly string[], seed: number): Csr16[] {
  const count = countFilters(keys.length);
  const hashes: number[][] = Array.from({ length: count }, () => []);
  for (const key of keys) hashes[pickFilter(key, seed, count)]?.push(mixHash(hashKey(key, seed)));
  return hashes.map((shard) => buildCsr16(Uint32Array.from(shard)).filter);
}

/** Which of `count` filters a key lies in. */
export function pickFilter(key: string, seed: number, count: number): number {
  return pickShard(mixHash(hashKey(toShardPart(key), seed)), count);
}
