import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { CompiledList } from '../../src/list/compiled-list.ts';
import { toListHeader } from '../../src/list/list-header.ts';
import { formatCompiledList, formatListPieces, ListDigest } from '../../src/list/list-text.ts';
import { generateList } from '../support/generate-list.ts';

const list = generateList({ hosts: 40, seed: 1 });
const newer = { slug: 'newer', state: 'paused', extra: { z: 1, a: [2] } };

function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

test('is JSON with one entry a line, after the fields of the list in their order', () => {
  const text = formatCompiledList({ ...list, alsoNew: true } as CompiledList);
  const lines = text.split('\n');
  expect(lines).toHaveLength(list.entries.length + 2);
  expect(lines[0]).toMatch(/^\{"alsoNew":true,"format":1,"list":\{.*\},"publishedOn":/);
  expect(lines[0]).toMatch(/,"seed":1,"version":1,"entries":\[$/);
  expect(JSON.parse(lines[1]?.slice(0, -1) ?? '')).toEqual(list.entries[0]);
  expect(JSON.parse(lines.at(-2) ?? '')).toEqual(list.entries.at(-1));
  expect(lines.at(-1)).toBe(']}');
  expect(JSON.parse(text)).toMatchObject({ alsoNew: true, version: 1, entries: list.entries });
});

test('gives the lines one by one, entries set aside in their place', () => {
  const entry = { ...list.entries[0], slug: 'z' } as (typeof list.entries)[number];
  const pieces = [...formatListPieces({ ...list, entries: [entry], setAside: [newer] })];
  expect(pieces.map((piece) => piece.slice(-3))).toEqual([':[\n', '},\n', '"}\n', ']}']);
  expect(pieces[1]).toBe('{"extra":{"a":[2],"z":1},"slug":"newer","state":"paused"},\n');
});

test('is JSON without entries, too', () => {
  const text = formatCompiledList({ ...list, entries: [] });
  expect(text.split('\n').slice(1)).toEqual([']}']);
  expect(JSON.parse(text).entries).toEqual([]);
});

test.each([
  ['many', list.entries],
  ['one', list.entries.slice(0, 1)],
  ['no', []],
])('the digest of %s entries is that of the text', (_, entries) => {
  const digest = new ListDigest(toListHeader(list));
  for (const entry of entries) digest.add(entry);
  expect(digest.finish()).toBe(digestOf(formatCompiledList({ ...list, entries })));
});

test('the digest counts what is beyond ASCII in UTF-8', () => {
  const entry = { slug: 'a', name: 'Žluté zprávy 🗞' };
  const text = formatCompiledList({ ...list, entries: [], setAside: [entry] });
  const digest = new ListDigest(toListHeader(list));
  digest.add(entry);
  expect(digest.finish()).toBe(digestOf(text));
});

test.each<[string, object]>([
  ['another version', { version: 2 }],
  ['a field more', { alsoNew: true }],
])('the digest changes with %s in the header', (_, fields) => {
  const [one, other] = [toListHeader(list), { ...toListHeader(list), ...fields }];
  expect(new ListDigest(one).finish()).not.toBe(new ListDigest(other).finish());
});
