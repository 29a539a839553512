import { pickShard } from './host-hash.ts';
import type { Pause } from './pause.ts';
import type { RecordLog } from './record-log.ts';
import { toScopeKey } from './scope-key.ts';
import { sortByShard } from './sort-by-shard.ts';

/** So few that the keys of a bucket, which are compared as texts, take next to no memory. */
const RECORDS_PER_BUCKET = 256;
const RECORDS_PER_PAUSE = 1024;

/** The numbers of the records whose key none before them has, in order: one for each key. */
export async function findFirstRecords(log: RecordLog, pause: Pause): Promise<Uint32Array> {
  const buckets = Math.max(1, Math.ceil(log.count / RECORDS_PER_BUCKET));
  const bucketOf = (number: number) => pickShard(log.hashOf(number), buckets);
  const { order, starts } = await sortByShard(log.count, buckets, bucketOf, pause);
  const isFirst = new Uint8Array(log.count);
  let keys = 0;
  for (let bucket = 0; bucket < buckets; bucket++) {
    const known = new Set<string>();
    const end = starts[bucket + 1] ?? 0;
    for (let place = starts[bucket] ?? 0; place < end; place++) {
      const number = order[place] ?? 0;
      const key = toScopeKey(log.readScope(number));
      // Hashes alone would not do: among a million keys some hundred pairs share theirs.
      if (!known.has(key)) {
        known.add(key);
        isFirst[number] = 1;
        keys++;
      }
      if (place % RECORDS_PER_PAUSE === 0) await pause();
    }
  }
  const firsts = new Uint32Array(keys);
  let place = 0;
  for (let number = 0; number < log.count; number++) {
    if (isFirst[number] === 1) firsts[place++] = number;
  }
  return firsts;
}
