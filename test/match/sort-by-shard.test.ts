import { expect, test } from 'vitest';
import { sortByShard } from '../../src/match/sort-by-shard.ts';

test('lists each shard, keeping the order of numbers in it', async () => {
  const shardOf = (number: number) => (number * 7) % 5;
  const { order, starts } = await sortByShard(12, 5, shardOf, async () => undefined);
  const shards = Array.from({ length: 5 }, (_, s) => [...order.subarray(starts[s], starts[s + 1])]);
  expect(shards).toEqual([
    [0, 5, 10],
    [3, 8],
    [1, 6, 11],
    [4, 9],
    [2, 7],
  ]);
});

test('leaves shards empty that have nothing', async () => {
  const { order, starts } = await sortByShard(
    0,
    2,
    () => 0,
    async () => undefined,
  );
  expect([...order]).toEqual([]);
  expect([...starts]).toEqual([0, 0, 0]);
});

test('pauses in both passes, on the way and not only at the start', async () => {
  let pauses = 0;
  const pause = async () => void pauses++;
  await sortByShard(100_000, 3, (number) => number % 3, pause);
  expect(pauses).toBeGreaterThanOrEqual(8);
});
