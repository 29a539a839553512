import { expect, it } from 'vitest';
import type { IndexHead } from '../../src/match/index-head.ts';
import { type BuiltShards, type Shard, ShardBuilder } from '../../src/match/shard-builder.ts';
import { digestStoredShards } from '../../src/store/digest-stored-shards.ts';
import { MAX_WRITE_CHARS, writeShards } from '../../src/store/write-shards.ts';
import { makeHosts } from '../bench/hosts.ts';
import { FakeLocalArea } from '../support/fake-local-area.ts';

const pause = async () => undefined;
const LIST = { id: 'test', title: 'T', version: 1, publishedOn: '2026-11-25', maxStaleDays: 30 };

/** An area that notes how many characters each write brings. */
function openArea(): { local: FakeLocalArea; writes: number[] } {
  const local = new FakeLocalArea();
  const writes: number[] = [];
  local.failOnWrite = (items) => {
    const chars = Object.entries(items).flatMap(([name, text]) => [name, String(text)]);
    writes.push(chars.join('').length);
    return false;
  };
  return { local, writes };
}

/** Shards of these lengths, name included; made one by one. */
function makeShards(lengths: readonly number[], made: string[] = []): BuiltShards {
  async function* giveOut(): AsyncGenerator<Shard> {
    for (const [number, length] of lengths.entries()) {
      const name = `r1.${number}`;
      made.push(name);
      yield { name, text: 'x'.repeat(length - name.length) };
    }
  }
  const head: IndexHead = {
    ...{ format: 1, generation: 1, seed: 0, filterShards: 1, recordShards: 1 },
    ...{ lists: [LIST], aliases: [], foldPathHosts: [], pathHosts: [] },
  };
  return { head, shards: { [Symbol.asyncIterator]: giveOut } };
}

async function build(count: number): Promise<BuiltShards> {
  const frame = { lists: [LIST], rules: { aliases: [], foldPathHosts: [] }, seed: 1 };
  const builder = new ShardBuilder(frame, pause);
  await builder.addRecords(
    makeHosts(count, 5).map((scope) => {
      return { list: 'test', entry: 'source', scope, state: 'listed', until: '2026-11-25' };
    }),
  );
  return builder.finish(6);
}

it.each([
  ['that just fill a write go together', [MAX_WRITE_CHARS - 9, 9], [MAX_WRITE_CHARS]],
  ['that are one too long for it do not', [MAX_WRITE_CHARS - 9, 10], [MAX_WRITE_CHARS - 9, 10]],
  ['larger than a write go alone', [9, MAX_WRITE_CHARS + 1, 9], [9, MAX_WRITE_CHARS + 1, 9]],
])('shards %s', async (_, lengths, expected) => {
  const { local, writes } = openArea();
  await writeShards({ local, pause }, makeShards(lengths));
  expect(writes).toEqual(expected);
  expect(local.items.size).toBe(lengths.length);
});

it('writes a large index in bounded pieces, all of it, with pauses in between', async () => {
  const { local, writes } = openArea();
  const built = await build(20_000);
  let pauses = 0;
  await writeShards({ local, pause: async () => void pauses++ }, built);
  expect(writes.length).toBeGreaterThan(1);
  expect(Math.max(...writes)).toBeLessThanOrEqual(MAX_WRITE_CHARS);
  const count = built.head.filterShards + built.head.recordShards;
  expect(local.items.size).toBe(count);
  expect(pauses).toBeGreaterThanOrEqual(count);
});

it('makes no further shard once one could not be written', async () => {
  const { local } = openArea();
  local.failOnWrite = () => true;
  const made: string[] = [];
  const built = makeShards([9, MAX_WRITE_CHARS, 9, 9, 9], made);
  await expect(writeShards({ local, pause }, built)).rejects.toThrow('Quota');
  expect(made).toEqual(['r1.0', 'r1.1']);
});

it('rejects when only the last write fails', async () => {
  const { local } = openArea();
  local.failOnWrite = (items) => 'r1.1' in items;
  await expect(writeShards({ local, pause }, makeShards([MAX_WRITE_CHARS, 9]))).rejects.toThrow();
});

it('gives the digest that is found again in storage, read in pieces, with pauses', async () => {
  const local = new FakeLocalArea();
  const built = await build(20_000);
  const digest = await writeShards({ local, pause }, built);
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  let pauses = 0;
  const reads: number[] = [];
  const read = (keys: readonly string[]) => {
    reads.push(keys.length);
    return local.read(keys);
  };
  const parts = { local: { ...local, read }, pause: async () => void pauses++ };
  expect(await digestStoredShards(parts, built.head)).toBe(digest);
  expect(Math.max(...reads)).toBeLessThan(50);
  expect(reads.length).toBeGreaterThan(1);
  expect(pauses).toBeGreaterThanOrEqual(local.items.size);
});

it.each<[string, (local: FakeLocalArea, head: IndexHead) => IndexHead]>([
  ['a letter of a shard', (local, head) => change(local, head, (text) => text.replace(/.$/, '!'))],
  ['the length of a shard', (local, head) => change(local, head, (text) => `${text} `)],
  ['a shard to no text', (local, head) => change(local, head, () => 7)],
  ['two shards for each other', swapTwo],
  ['the head', (_, head) => ({ ...head, seed: head.seed + 1 })],
])('the digest is another one after changing %s', async (_, spoil) => {
  const local = new FakeLocalArea();
  const built = await build(6000);
  const digest = await writeShards({ local, pause }, built);
  expect(await digestStoredShards({ local, pause }, built.head)).toBe(digest);
  const head = spoil(local, built.head);
  expect(await digestStoredShards({ local, pause }, head)).not.toBe(digest);
});

function change(local: FakeLocalArea, head: IndexHead, to: (text: string) => unknown): IndexHead {
  local.items.set('r6.1', to(String(local.items.get('r6.1'))));
  return head;
}

function swapTwo(local: FakeLocalArea, head: IndexHead): IndexHead {
  const [a, b] = [local.items.get('r6.1'), local.items.get('r6.2')];
  local.items.set('r6.1', b).set('r6.2', a);
  return head;
}

it('there is no digest while a shard is missing', async () => {
  const local = new FakeLocalArea();
  const { head, shards } = await build(10);
  await writeShards({ local, pause }, { head, shards });
  local.items.delete('r6.0');
  expect(await digestStoredShards({ local, pause }, head)).toBeUndefined();
});
