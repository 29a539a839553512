import type { Pause } from '../match/pause.ts';
import type { BuiltShards } from '../match/shard-builder.ts';
import type { LocalArea } from './local-area.ts';
import { ShardDigest } from './shard-digest.ts';

/**
 * Text of one write, in characters (which are ASCII). The browser copies each write several times,
 * and the worker stands still while it takes the first copy; smaller ones cost more time in all.
 */
export const MAX_WRITE_CHARS = 1024 * 1024;

/** Where shards are written, and how this lets others have their turn. */
export interface ShardStorage {
  readonly local: LocalArea;
  readonly pause: Pause;
}

/**
 * Writes the shards of a generation that is not in force yet, in batches, each as soon as it is
 * made; returns their digest. Rejects when one cannot be written: some of the others then lie there.
 */
export async function writeShards(
  { local, pause }: ShardStorage,
  { head, shards }: BuiltShards,
): Promise<string> {
  const digest = new ShardDigest();
  let batch: Record<string, string> = {};
  let chars = 0;
  for await (const { name, text } of shards) {
    const more = name.length + text.length;
    if (chars > 0 && chars + more > MAX_WRITE_CHARS) {
      await local.write(batch);
      batch = {};
      chars = 0;
    }
    batch[name] = text;
    chars += more;
    digest.add(name, text);
    await pause();
  }
  await local.write(batch);
  return digest.finish(head);
}
