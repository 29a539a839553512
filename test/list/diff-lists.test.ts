import { expect, test } from 'vitest';
import { type CompiledList, compileList } from '../../src/list/compiled-list.ts';
import {
  diffLists,
  type EntryChange,
  type EntryName,
  type EntryScopes,
  isEmptyDiff,
} from '../../src/list/diff-lists.ts';
import {
  entry,
  type Fields,
  factCheck,
  LIST_INFO,
  rating,
  readTestList,
  TODAY,
} from '../support/list-files.ts';

function compile(
  entries: Readonly<Record<string, Fields>>,
  info: Fields = LIST_INFO,
): CompiledList {
  return compileList(readTestList({ entries, info }).list, TODAY);
}

const base = compile({ one: entry() });

function changeOf(fields: Fields) {
  return diffLists(base, compile({ one: entry(fields) })).changed;
}

const NAME: EntryName = { slug: 'one', name: 'Example Truth' };
const NOTHING: EntryChange = {
  ...NAME,
  ...{ scopesAdded: [], scopesRemoved: [], evidenceAdded: 0, evidenceRemoved: 0, fields: [] },
};

test('finds nothing between releases of the same entries', () => {
  const next = { ...base, version: 2, publishedOn: '2026-12-01', seed: 9 };
  const diff = diffLists(base, next);
  expect(diff).toEqual({ added: [], removed: [], changed: [], listFields: [] });
  expect(isEmptyDiff(diff)).toBe(true);
});

test('names entries that came and went, with their scopes', () => {
  const next = compile({
    two: entry({ name: 'Two', scopes: ['b.test', 'a.test'] }),
    three: entry({ name: 'Three', scopes: ['c.test'] }),
  });
  const diff = diffLists(base, next);
  expect(diff.added).toEqual([
    { slug: 'three', name: 'Three', scopes: ['c.test'] },
    { slug: 'two', name: 'Two', scopes: ['b.test', 'a.test'] },
  ]);
  const removed: EntryScopes = { ...NAME, scopes: ['example-truth.test'] };
  expect(diff.removed).toEqual([removed]);
  expect(diff.changed).toEqual([]);
  expect(isEmptyDiff(diff)).toBe(false);
});

test.each<[string, Fields, object]>([
  [
    'scopes',
    { scopes: ['b.test', 'a.test'] },
    { scopesAdded: ['b.test', 'a.test'], scopesRemoved: ['example-truth.test'] },
  ],
  ['evidence more', { evidence: [factCheck(), rating(), rating()] }, { evidenceAdded: 1 }],
  ['evidence less', { evidence: [rating()] }, { evidenceRemoved: 1 }],
  [
    'evidence corrected',
    { evidence: [factCheck({ claim: 'Another' }), rating()] },
    { evidenceAdded: 1, evidenceRemoved: 1 },
  ],
  ['the order of evidence', { evidence: [rating(), factCheck()] }, { fields: ['evidence'] }],
  ['a state', { state: 'appealed' }, { state: { from: 'listed', to: 'appealed' } }],
  ['a name', { name: 'Other' }, { name: 'Other', fields: ['name'] }],
  ['a field less and one more', { country: undefined, z: 1 }, { fields: ['country', 'z'] }],
])('tells a change of %s', (_, fields, change) => {
  expect(changeOf(fields)).toEqual([{ ...NOTHING, ...change }]);
});

test('tells a change of the order of scopes', () => {
  const [one, other] = [
    ['a.test', 'b.test'],
    ['b.test', 'a.test'],
  ].map((scopes) => compile({ one: entry({ scopes }) }));
  if (!one || !other) throw new Error('two lists');
  expect(diffLists(one, other).changed).toEqual([{ ...NOTHING, fields: ['scopes'] }]);
});

test('compares entries that are set aside', () => {
  const [from, to] = [1, 2].map((note) => ({
    ...base,
    setAside: [{ slug: 'newer', state: 'paused', scopes: 'no list', note }],
  }));
  if (!from || !to) throw new Error('two lists');
  const named = { ...NOTHING, slug: 'newer', name: 'newer' };
  expect(diffLists(from, to).changed).toEqual([{ ...named, fields: ['note'] }]);
  expect(diffLists(base, to).added).toEqual([{ slug: 'newer', name: 'newer', scopes: [] }]);
});

test('names what the list says of itself otherwise', () => {
  const info = { ...LIST_INFO, maxStaleDays: 61, publisher: { name: 'Us' } };
  const next = { ...compile({ one: entry() }, info), alsoNew: 1 } as CompiledList;
  const diff = diffLists(base, next);
  expect(diff).toMatchObject({ listFields: ['alsoNew', 'maxStaleDays', 'publisher'], changed: [] });
  expect(isEmptyDiff(diff)).toBe(false);
});
