import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildDelta } from '../../src/list/build-delta.ts';
import { formatCanonicalJson } from '../../src/list/canonical-json.ts';
import type { CompiledList } from '../../src/list/compiled-list.ts';
import { diffLists, type EntryScopes, type ListDiff } from '../../src/list/diff-lists.ts';
import { formatCompiledList } from '../../src/list/list-text.ts';
import { parseDelta } from '../../src/list/parse-delta.ts';
import { changeList } from '../support/change-list.ts';
import { generateList } from '../support/generate-list.ts';

const list = generateList({ hosts: 20_000, seed: 1 });

function countGzipped(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}

type Edited = 'scopesAdded' | 'scopesRemoved';

function countHosts(whole: readonly EntryScopes[], { changed }: ListDiff, edited: Edited): number {
  return [...whole.map(({ scopes }) => scopes), ...changed.map((one) => one[edited])].flat().length;
}

test.each([
  [500, 200],
  [50, 20],
])('costs at most 20 bytes a host, with %i added and %i removed', (added, removed) => {
  const next = changeList(list, { added, removed, seed: 7 });
  const diff = diffLists(list, next);
  expect(countHosts(diff.added, diff, 'scopesAdded')).toBe(added);
  expect(countHosts(diff.removed, diff, 'scopesRemoved')).toBe(removed);
  const delta = buildDelta(list, next);
  const changes = { length: diff.added.length + diff.changed.length };
  expect(parseDelta(delta)).toMatchObject({ kind: 'delta', delta: { changes } });
  // New entries must travel in any case.
  const came = new Set(diff.added.map(({ slug }) => slug));
  const records = next.entries.filter(({ slug }) => came.has(slug)).map(formatCanonicalJson);
  const cost = countGzipped(delta) - countGzipped(records.join('\n'));
  expect(cost / (added + removed)).toBeLessThanOrEqual(20);
});

test('costs few bytes for one host more in a network, wherever its entry names it', () => {
  const network = list.entries.find(({ kind }) => kind === 'network');
  if (!network) throw new Error('a network');
  const withHosts = (scopes: readonly string[]): CompiledList => {
    const posesAs = Object.fromEntries(scopes.map((host) => [host, 'medium.test']));
    const [first, ...others] = network.evidence;
    const evidence = [{ ...first, scopes: [...scopes] }, ...others] as typeof network.evidence;
    return { ...list, entries: [{ ...network, posesAs, evidence, scopes: [...scopes] }] };
  };
  const scopes = network.scopes.toSpliced(1_000, 0, 'one-more.test');
  const next = { ...withHosts(scopes), version: 2 };
  expect(network.scopes.length).toBeGreaterThan(2_000);
  expect(buildDelta(withHosts(network.scopes), next).split('\n')[1]).toBe(
    `{"edit":{"evidence":{"edit":{"0":{"edit":{"scopes":{"add":["one-more.test"],"at":[1000]}}}}},` +
      `"posesAs":{"set":{"one-more.test":"medium.test"}},` +
      `"scopes":{"add":["one-more.test"],"at":[1000]}},"slug":"${network.slug}"}`,
  );
});

test('a release is little more than its sorted entries, gzipped', () => {
  const entries = list.entries.map(formatCanonicalJson).join('\n');
  const ratio = countGzipped(formatCompiledList(list)) / countGzipped(entries);
  expect(ratio).toBeLessThanOrEqual(1.1);
});
