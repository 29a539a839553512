import type { Pause } from './pause.ts';

const STEPS_PER_PAUSE = 32_768;

/** Things by shard: those of shard `s` are `order[starts[s]]` to before `order[starts[s + 1]]`. */
export interface ShardOrder {
  readonly order: Uint32Array;
  readonly starts: Uint32Array;
}

/** Sorts the numbers below `count` by the shard of each (counting sort), else keeping their order. */
export async function sortByShard(
  count: number,
  shards: number,
  shardOf: (number: number) => number,
  pause: Pause,
): Promise<ShardOrder> {
  const starts = new Uint32Array(shards + 1);
  for (let number = 0; number < count; number++) {
    const after = shardOf(number) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
    if (number % STEPS_PER_PAUSE === 0) await pause();
  }
  for (let shard = 1; shard <= shards; shard++) {
    starts[shard] = (starts[shard] ?? 0) + (starts[shard - 1] ?? 0);
  }
  const next = starts.slice();
  const order = new Uint32Array(count);
  for (let number = 0; number < count; number++) {
    const shard = shardOf(number);
    const place = next[shard] ?? 0;
    next[shard] = place + 1;
    order[place] = number;
    if (number % STEPS_PER_PAUSE === 0) await pause();
  }
  return { order, starts };
}
