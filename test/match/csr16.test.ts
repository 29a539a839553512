import { expect, test } from 'vitest';
import { buildCsr16, mayHold } from '../../src/match/csr16.ts';
import { readFilterShard, shardMayHold, writeFilterShard } from '../../src/match/filter-shard.ts';
import { hashKey, mixHash } from '../../src/match/host-hash.ts';

function hashAll(prefix: string, count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, i) => mixHash(hashKey(`${prefix}${i}.test`, 9)));
}

test.each([0, 1, 10, 2048, 100_000])('holds all of %d keys, in its text form too', (count) => {
  const hashes = hashAll('a', count);
  const { filter, order } = buildCsr16(hashes);
  const shard = readFilterShard(writeFilterShard(filter));
  if (shard === undefined) throw new Error('does not read back');
  expect(hashes.every((hash) => mayHold(filter, hash) && shardMayHold(shard, hash))).toBe(true);
  expect(new Set(order).size).toBe(count);
});

test.each([2048, 100_000])(
  'with %d keys, is wrong about one stranger in 5,000 at most',
  (count) => {
    const { filter } = buildCsr16(hashAll('a', count));
    const wrong = hashAll('stranger-', 100_000).filter((hash) => mayHold(filter, hash)).length;
    expect(wrong).toBeGreaterThan(0);
    expect(wrong).toBeLessThan(20);
  },
);

test('costs at most 2.7 bytes a key in text form, before base64', () => {
  for (const count of [500, 2048, 30_000]) {
    const text = writeFilterShard(buildCsr16(hashAll('a', count)).filter);
    expect(atob(text).length / count).toBeLessThan(2.7);
  }
});

test('a shard with more keys than 16 bits count is still read', () => {
  // All hosts under one parent share a shard: a hostile list could crowd it.
  const hashes = hashAll('a', 70_000);
  const shard = readFilterShard(writeFilterShard(buildCsr16(hashes).filter));
  expect(shard?.width).toBe(4);
  expect(shard && hashes.every((hash) => shardMayHold(shard, hash))).toBe(true);
});

test.each(['', '!', 'AAAA', 'AgEAAAAAAAA=', `${'/'.repeat(40)}`])(
  'does not read %j as a shard',
  (text) => {
    expect(readFilterShard(text)).toBeUndefined();
  },
);
