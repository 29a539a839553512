import { type IndexHead, listShardNames } from '../match/index-head.ts';
import { ShardDigest } from './shard-digest.ts';
import type { ShardStorage } from './write-shards.ts';

/** Of some 20 KB each, so that a read brings about a megabyte. */
const SHARDS_PER_READ = 48;

/** The digest of the generation that lies in storage; undefined when a shard is missing. */
export async function digestStoredShards(
  { local, pause }: ShardStorage,
  head: IndexHead,
): Promise<string | undefined> {
  const digest = new ShardDigest();
  const names = [...listShardNames(head)];
  for (let from = 0; from < names.length; from += SHARDS_PER_READ) {
    const batch = names.slice(from, from + SHARDS_PER_READ);
    const shards = await local.read(batch);
    for (const name of batch) {
      const text = shards[name];
      if (typeof text !== 'string') return undefined;
      digest.add(name, text);
      await pause();
    }
  }
  return digest.finish(head);
}
