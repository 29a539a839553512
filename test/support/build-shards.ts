import type { IndexInput } from '../../src/match/address-rules.ts';
import type { IndexHead } from '../../src/match/index-head.ts';
import { ShardBuilder } from '../../src/match/shard-builder.ts';

/** A small index all at once: its head, and its shards by their keys. */
export async function buildShards(
  input: IndexInput,
  generation: number,
): Promise<{ readonly head: IndexHead; readonly shards: Record<string, string> }> {
  const builder = new ShardBuilder(input, async () => undefined);
  await builder.addRecords(input.records);
  const { head, shards } = await builder.finish(generation);
  const texts: Record<string, string> = {};
  for await (const { name, text } of shards) texts[name] = text;
  return { head, shards: texts };
}
