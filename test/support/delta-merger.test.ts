import { expect, test } from 'vitest';
import type { RawEntry } from '../../src/list/compiled-list.ts';
import type { Delta, DeltaChange } from '../../src/list/delta.ts';
import { toListHeader } from '../../src/list/list-header.ts';
import { DeltaMerger, type MergedEntry } from './delta-merger.ts';
import { generateList } from './generate-list.ts';

const header = toListHeader(generateList({ hosts: 1, seed: 1 }));

function whole(slug: string): DeltaChange {
  return { kind: 'whole', slug, entry: { name: 'New' } };
}

function patch(slug: string): DeltaChange {
  return { kind: 'patch', slug, patch: { set: { name: 'Other' } } };
}

function merge(slugs: readonly string[], parts: Partial<Delta>) {
  const merger = new DeltaMerger({ from: 1, to: 2, header, removed: [], changes: [], ...parts });
  const base: readonly RawEntry[] = slugs.map((slug) => ({ slug, name: 'Old' }));
  const merged: MergedEntry[] = [];
  for (const raw of base) merged.push(...merger.push(raw));
  merged.push(...merger.pushEnd());
  const lines = merged.map(({ kind, raw }) => `${kind} ${raw.slug} ${raw['name']}`);
  return { lines, refusal: merger.finish() };
}

test('gives the entries of the later version in their order, and what became of each', () => {
  const changes = [whole('a'), whole('b'), patch('c'), whole('d'), whole('x'), whole('y')];
  expect(merge(['c', 'd', 'e', 'f'], { removed: ['e'], changes })).toEqual({
    lines: [
      ...['new a New', 'new b New', 'changed c Other', 'changed d New'],
      ...['kept f Old', 'new x New', 'new y New'],
    ],
    refusal: undefined,
  });
});

test('makes a list of nothing, and nothing of a list', () => {
  expect(merge([], { changes: [whole('a')] }).lines).toEqual(['new a New']);
  expect(merge(['a'], { removed: ['a'] })).toEqual({ lines: [], refusal: undefined });
});

test.each<[string, Partial<Delta>, string]>([
  ['a removal before the first', { removed: ['a'] }, 'a: removes what is not there'],
  ['a removal after the last', { removed: ['d'] }, 'd: removes what is not there'],
  ['a change before the first', { changes: [patch('a')] }, 'a: changes what is not there'],
  ['a change after the last', { changes: [patch('d')] }, 'd: changes what is not there'],
])('refuses %s', (_, parts, refusal) => {
  expect(merge(['b', 'c'], parts).refusal).toBe(refusal);
});

test('gives nothing more once a change did not fit', () => {
  const { lines, refusal } = merge(['a', 'c'], { changes: [patch('b'), whole('d')] });
  expect(lines).toEqual(['kept a Old']);
  expect(refusal).toBe('b: changes what is not there');
});
