import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ScopeGuard } from '../../src/list/check-scope.ts';
import type { CheckedItem } from '../../src/list/list-checker.ts';
import { formatCompiledList } from '../../src/list/list-text.ts';
import { ListTextReader } from '../../src/list/list-text-reader.ts';
import { generateList } from '../support/generate-list.ts';
import { isTestSuffix, readTestList } from '../support/list-files.ts';
import { parseCompiledList } from '../support/parse-compiled-list.ts';

const guard: ScopeGuard = { ...readTestList({ entries: {} }).list, isPublicSuffix: isTestSuffix };
const newer = { slug: '0-newer', state: 'paused', name: 'Žluté 🗞', extra: [{ a: null }] };
const list = { ...generateList({ hosts: 30, seed: 5 }), setAside: [newer] };
const text = formatCompiledList(list);

function read(pieces: readonly string[], today?: string) {
  const reader = new ListTextReader(guard, today);
  const items: CheckedItem[] = [];
  for (const piece of pieces) items.push(...reader.push(piece));
  return { items, reading: reader.finish(), header: reader.header };
}

/** The text in pieces, cut at these places. */
function cut(whole: string, places: readonly number[]): readonly string[] {
  const sorted = [0, ...[...places].sort((a, b) => a - b), whole.length];
  return sorted.slice(1).map((end, at) => whole.slice(sorted[at], end));
}

test('reads the same from pieces cut anywhere as from the whole', () => {
  const whole = parseCompiledList(JSON.parse(text), guard);
  const digest = createHash('sha256').update(text).digest('hex');
  const place = fc.integer({ min: 0, max: text.length });
  fc.assert(
    fc.property(fc.array(place, { maxLength: 40 }), (places) => {
      const { items, reading } = read(cut(text, places));
      if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
      const { header, ...ending } = reading;
      expect(ending).toEqual({
        ...{ kind: 'read', digest, entries: list.entries.length + 1, setAside: 1 },
      });
      const entries = items.flatMap((item) => (item.kind === 'entry' ? [item.entry] : []));
      const setAside = items.flatMap((item) => (item.kind === 'set-aside' ? [item.raw] : []));
      expect({ kind: 'list', list: { ...header, entries, setAside } }).toEqual(whole);
    }),
    { numRuns: 30 },
  );
});

test('reads the text character by character', () => {
  expect(read([...text]).reading.kind).toBe('read');
});

test('refuses the text cut off anywhere', () => {
  for (let end = 0; end < text.length; end += 61) {
    const { kind } = read([text.slice(0, end)]).reading;
    expect(kind, `cut at ${end}`).toBe('refused');
  }
  expect(read([text.slice(0, -1)]).reading.kind).toBe('refused');
});

test('takes a changed text only if it is the one text of what it read', () => {
  const small = formatCompiledList({ ...list, entries: list.entries.slice(0, 2) });
  const place = fc.nat({ max: small.length });
  const mark = fc.constantFrom('', ' ', '\n', ',', '{', ']}', '"', '0', 'a', '":1,"', '\\u0061');
  let taken = 0;
  fc.assert(
    fc.property(place, fc.nat({ max: 2 }), mark, (at, length, put) => {
      const changed = small.slice(0, at) + put + small.slice(at + length);
      const { items, reading } = read([changed]);
      if (reading.kind === 'refused') return;
      taken += 1;
      const raw = items.map((item) => item.raw) as unknown as typeof list.setAside;
      expect(formatCompiledList({ ...reading.header, entries: [], setAside: raw })).toBe(changed);
      expect(reading.digest).toBe(createHash('sha256').update(changed).digest('hex'));
    }),
    { numRuns: 500, seed: 20261125 },
  );
  expect(taken).toBeGreaterThan(10);
});

test('refuses a header before it reads an entry', () => {
  const wrong = text.replace('"version":1', '"version":0');
  const { items, reading, header } = read([wrong]);
  expect({ items, header }).toEqual({ items: [], header: undefined });
  expect(reading).toMatchObject({ kind: 'refused', problems: [{ field: 'version' }] });
});

test.each([
  ['2026-11-24', 'read'],
  ['2026-11-23', 'refused'],
])('on %s a list of 25 November is %s', (today, kind) => {
  expect(read([text], today).reading.kind).toBe(kind);
});

test('finds what is wrong with lines and with entries at once', () => {
  const wrong = text.replace('"state":"listed"', '"state":"listed","z":"\u202E"');
  const { reading } = read([wrong.slice(0, -1)]);
  expect(reading).toMatchObject({
    problems: [{ what: 'is cut off' }, { what: 'holds the hidden character U+202E' }],
  });
});

test('knows the header as soon as its line is there', () => {
  const reader = new ListTextReader(guard);
  const end = text.indexOf('\n');
  expect([...reader.push(text.slice(0, end))]).toEqual([]);
  expect(reader.header).toBeUndefined();
  expect([...reader.push('\n')]).toEqual([]);
  expect(reader.header).toMatchObject({ version: 1, publishedOn: '2026-11-25' });
});
