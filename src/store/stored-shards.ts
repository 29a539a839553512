import type { LocalArea } from './local-area.ts';

/** A shard that lies in storage, of whichever generation. */
export interface StoredShard {
  readonly key: string;
  readonly generation: number;
}

/** Chromium reads what it removes, to tell its listeners. */
const SHARDS_PER_REMOVAL = 48;

/** All shards that lie in storage, those of swaps that never ended too; none if it will not tell. */
export async function listStoredShards(local: LocalArea): Promise<readonly StoredShard[]> {
  const keys = await tryTo(local.readKeys());
  return (keys ?? []).flatMap((key) => {
    const generation = /^[rs](\d+)\.\d+$/.exec(key)?.[1];
    return generation === undefined ? [] : [{ key, generation: Number(generation) }];
  });
}

/** Removes shards that no page reads, as far as that can be done: the next swap tries again. */
export async function dropShards(local: LocalArea, keys: readonly string[]): Promise<void> {
  for (let from = 0; from < keys.length; from += SHARDS_PER_REMOVAL) {
    await tryTo(local.remove(keys.slice(from, from + SHARDS_PER_REMOVAL)));
  }
}

async function tryTo<Value>(work: Promise<Value>): Promise<Value | undefined> {
  try {
    return await work;
  } catch (error) {
    // What is in force is not touched by it, and must not fail for it.
    console.error('Demonitor: old shards could not be removed:', error);
    return undefined;
  }
}
