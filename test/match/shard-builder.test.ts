import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IndexInput } from '../../src/match/address-rules.ts';
import { IndexInputError } from '../../src/match/errors.ts';
import { hashKey, mixHash } from '../../src/match/host-hash.ts';
import { listShardNames } from '../../src/match/index-head.ts';
import { ShardBuilder } from '../../src/match/shard-builder.ts';
import type { ScopeRecord } from '../../src/match/verdict.ts';
import { makeHosts } from '../bench/hosts.ts';
import { buildShards } from '../support/build-shards.ts';
import { arbitraryInput, RANDOM } from './arbitrary-lists.ts';
import { buildNaively } from './naive-shards.ts';
import { makeInput, makeList, makeRecord } from './test-lists.ts';

test('one filter shard is in the head, and its key exists as well', async () => {
  const { head, shards } = await buildShards(makeInput(['a.test']), 3);
  expect(Object.keys(shards)).toEqual(['s3.0', 'r3.0']);
  expect(head.filter).toBe(shards['s3.0']);
});

test('an empty list has its shards too', async () => {
  const { head, shards } = await buildShards(makeInput([]), 0);
  expect(Object.keys(shards)).toEqual(['s0.0', 'r0.0']);
  expect(head.filterShards).toBe(1);
});

test('shards are of a size that a page can read', async () => {
  const scopes = Array.from({ length: 50_000 }, (_, i) => `host-${i}.p${i % 900}.test`);
  const { head, shards } = await buildShards(makeInput(scopes), 12);
  expect(head.filterShards).toBe(Math.ceil(50_000 / 2048));
  expect(head.filter).toBeUndefined();
  for (let n = 0; n < head.filterShards; n++) {
    expect(shards[`s12.${n}`]?.length).toBeLessThan(10_000);
  }
  for (let n = 0; n < head.recordShards; n++) {
    expect(shards[`r12.${n}`]?.length).toBeLessThan(40_000);
  }
});

test('the head tells the hosts with path scopes', async () => {
  const { head } = await buildShards(
    makeInput(['a.test/b', 'c.test', 'a.test/d', 'b.test/a/b/c']),
    1,
  );
  expect(head.pathHosts).toEqual(['a.test', 'b.test']);
});

test.each([
  [1_024, 32, 1_024],
  [1_024, 33, undefined],
  [1_025, 32, undefined],
])(
  'the head names %i such hosts of %i characters, or none of too many',
  async (count, length, named) => {
    const hosts = Array.from(
      { length: count },
      (_, i) => `${String(i).padStart(length - 5, 'h')}.test`,
    );
    const { head } = await buildShards(makeInput(hosts.map((host) => `${host}/a`)), 1);
    expect(head.pathHosts?.length).toBe(named);
    expect(JSON.stringify(head).length).toBeLessThan(60_000);
  },
);

test('many channels under one segment do not share one record', async () => {
  const scopes = Array.from({ length: 3000 }, (_, i) => `v.test/channel/c${i}`);
  const { shards } = await buildShards(makeInput(scopes), 1);
  const longest = Math.max(...Object.values(shards).map((text) => text.length));
  expect(longest).toBeLessThan(60_000);
});

describe('the same bytes as of all records at once', () => {
  async function expectSame(input: IndexInput, generation = 4): Promise<void> {
    const built = await buildShards(input, generation);
    const expected = buildNaively(input, generation);
    expect(JSON.stringify(built.head)).toBe(JSON.stringify(expected.head));
    expect(Object.entries(built.shards)).toEqual(Object.entries(expected.shards));
    expect(Object.keys(built.shards)).toEqual([...listShardNames(built.head)]);
  }

  test('for random lists', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryInput, (input) => expectSame(input)),
      { ...RANDOM, numRuns: 200 },
    );
  });

  test('for 10,000 hosts, many of them listed twice, on a subdomain or with a path', async () => {
    const scopes = makeHosts(10_000, RANDOM.seed).map((host, i) => (i % 9 ? host : `${host}/a/b`));
    const twice = scopes.filter((_, i) => i % 3 === 0);
    const records = [...scopes, ...twice].map((scope, i) => ({
      ...{ list: i % 2 ? 'main' : 'other', entry: `été-${i >> 2}`, scope },
      ...{ state: i % 5 ? 'listed' : 'decided', until: `2027-11-${10 + (i % 20)}` },
    })) satisfies readonly ScopeRecord[];
    await expectSame(makeInput(records, { lists: [makeList('main'), makeList('other')] }), 17);
  });

  test.each([2048, 2049, 256, 257])(
    'for %d hosts, at the edge of one more shard',
    async (count) => {
      const scopes = Array.from({ length: count }, (_, i) => `h${i}.test`);
      await expectSame(makeInput([...scopes, ...scopes.slice(0, 9)]));
    },
  );

  test('for two hosts with the same hash', async () => {
    const [a, b] = findSameHash(7);
    await expectSame(makeInput([a, b, a, b]));
    const { shards } = await buildShards(makeInput([a, b]), 1);
    expect(shards['r1.0']).toContain(`"${a}"`);
    expect(shards['r1.0']).toContain(`"${b}"`);
  });
});

/** Two hosts that only their names tell apart. */
function findSameHash(seed: number): [string, string] {
  const known = new Map<number, string>();
  for (let i = 0; ; i++) {
    const host = `${i}.test`;
    const hash = mixHash(hashKey(host, seed));
    const other = known.get(hash);
    if (other !== undefined) return [other, host];
    known.set(hash, host);
  }
}

test('records may come in any batches', async () => {
  const { records, ...frame } = makeInput(Array.from({ length: 3000 }, (_, i) => `h${i}.test`));
  const expected = await buildShards({ ...frame, records }, 2);
  const builder = new ShardBuilder(frame, async () => undefined);
  for (const [from, to] of [
    [0, 1],
    [1, 1],
    [1, 700],
    [700, 3000],
  ]) {
    await builder.addRecords(records.slice(from, to).values());
  }
  const { head, shards } = await builder.finish(2);
  expect(head).toEqual(expected.head);
  for await (const { name, text } of shards) expect(text).toBe(expected.shards[name]);
});

test('works in steps: it pauses after every thousand records at the latest', async () => {
  const { records, ...frame } = makeInput(Array.from({ length: 10_000 }, (_, i) => `h${i}.test`));
  let pauses = 0;
  const builder = new ShardBuilder(frame, async () => void pauses++);
  const countPauses = () => {
    const counted = pauses;
    pauses = 0;
    return counted;
  };
  await builder.addRecords(records);
  expect(countPauses()).toBeGreaterThanOrEqual(10);
  const { head, shards } = await builder.finish(2);
  expect(countPauses()).toBeGreaterThanOrEqual(10);
  let given = 0;
  for await (const _ of shards) given++;
  expect(given).toBe(head.filterShards + head.recordShards);
  expect(countPauses()).toBeGreaterThanOrEqual(given);
});

test.each<[string, Partial<ScopeRecord>]>([
  ['a list that is not in the index', { list: 'unknown' }],
  ['a scope with a space', { scope: 'a b.test' }],
  ['a scope that is too long', { scope: `a.test/${'x'.repeat(249)}` }],
  ['a host that is too long', { scope: `${'a.'.repeat(124)}testss` }],
])('refuses a record with %s', async (_, change) => {
  const builder = new ShardBuilder(makeInput([]), async () => undefined);
  const sound = [makeRecord(`a.test/${'x'.repeat(248)}`), makeRecord(`${'a.'.repeat(124)}tests`)];
  await builder.addRecords(sound);
  await expect(builder.addRecords([makeRecord('a.test', change)])).rejects.toThrow(IndexInputError);
});

test('refuses two lists with one id', () => {
  const lists = [makeList('main'), makeList('main')];
  expect(() => new ShardBuilder(makeInput([], { lists }), async () => undefined)).toThrow(
    IndexInputError,
  );
});
