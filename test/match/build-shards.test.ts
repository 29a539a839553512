import { expect, test } from 'vitest';
import { buildShards } from '../../src/match/build-shards.ts';
import { makeInput } from './test-lists.ts';

test('one filter shard is in the head, and its key exists as well', () => {
  const { head, shards } = buildShards(makeInput(['a.test']), 3);
  expect(Object.keys(shards)).toEqual(['s3.0', 'r3.0']);
  expect(head.filter).toBe(shards['s3.0']);
});

test('an empty list has its shards too', () => {
  const { head, shards } = buildShards(makeInput([]), 0);
  expect(Object.keys(shards)).toEqual(['s0.0', 'r0.0']);
  expect(head.filterShards).toBe(1);
});

test('shards are of a size that a page can read', () => {
  const scopes = Array.from({ length: 50_000 }, (_, i) => `host-${i}.p${i % 900}.test`);
  const { head, shards } = buildShards(makeInput(scopes), 12);
  expect(head.filterShards).toBe(Math.ceil(50_000 / 2048));
  expect(head.filter).toBeUndefined();
  for (let n = 0; n < head.filterShards; n++) {
    expect(shards[`s12.${n}`]?.length).toBeLessThan(10_000);
  }
  for (let n = 0; n < head.recordShards; n++) {
    expect(shards[`r12.${n}`]?.length).toBeLessThan(40_000);
  }
});

test('the head tells the hosts with path scopes', () => {
  const { head } = buildShards(makeInput(['a.test/b', 'c.test', 'a.test/d', 'b.test/a/b/c']), 1);
  expect(head.pathHosts).toEqual(['a.test', 'b.test']);
});

test('many channels under one segment do not share one record', () => {
  const scopes = Array.from({ length: 3000 }, (_, i) => `v.test/channel/c${i}`);
  const { shards } = buildShards(makeInput(scopes), 1);
  const longest = Math.max(...Object.values(shards).map((text) => text.length));
  expect(longest).toBeLessThan(60_000);
});
