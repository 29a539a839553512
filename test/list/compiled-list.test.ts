import { expect, test } from 'vitest';
import type { ScopeGuard } from '../../src/list/check-scope.ts';
import { type CompiledList, compileList } from '../../src/list/compiled-list.ts';
import { formatCompiledList } from '../../src/list/list-text.ts';
import { toConsultedList, toIndexInput } from '../../src/list/to-index-input.ts';
import { parseIndexHead } from '../../src/match/index-head.ts';
import { buildShards } from '../support/build-shards.ts';
import {
  entry,
  type Fields,
  factCheck,
  isTestSuffix,
  type ListParts,
  rating,
  readTestList,
  TODAY,
} from '../support/list-files.ts';
import { parseCompiledList } from '../support/parse-compiled-list.ts';

const { list: emptyList } = readTestList({ entries: {} });
const guard: ScopeGuard = { ...emptyList, isPublicSuffix: isTestSuffix };

function compile(parts: ListParts = {}): CompiledList {
  return compileList(readTestList(parts).list, TODAY, { version: 3, seed: 7 });
}

/** A release as it travels, with one entry changed or added. */
function release(
  fields: Fields = {},
  slug = 'example-truth',
): { readonly entries: readonly Fields[] } {
  const value = JSON.parse(formatCompiledList(compile()));
  return { ...value, entries: [{ ...entry(fields), slug }] };
}

function parse(value: unknown): CompiledList {
  const reading = parseCompiledList(value, guard);
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
  return reading.list;
}

function listRefusals(value: unknown): readonly string[] {
  const reading = parseCompiledList(value, guard);
  return reading.kind === 'refused' ? reading.problems.map(({ field }) => field) : [];
}

test('gives the same bytes whatever order files and fields come in', () => {
  const one = { 'a-one': entry(), 'b-two': entry({ name: 'Two', scopes: ['two.test'] }) };
  const turned = Object.fromEntries(
    Object.entries(one)
      .reverse()
      .map(([slug, fields]) => [slug, Object.fromEntries(Object.entries(fields).reverse())]),
  );
  const text = formatCompiledList(compile({ entries: one }));
  expect(formatCompiledList(compile({ entries: turned }))).toBe(text);
});

test('names list, version and day, and each entry by its slug', () => {
  const value = JSON.parse(formatCompiledList(compile()));
  expect(value).toMatchObject({ format: 1, version: 3, publishedOn: TODAY, seed: 7 });
  expect(value.list.id).toBe('test-list');
  expect(value.entries).toMatchObject([{ slug: 'example-truth', name: 'Example Truth' }]);
});

test('writes every scope in canonical form', () => {
  const old = 'old-shared.test/Name/';
  const [compiled] = compile({
    entries: {
      one: entry({
        scopes: [old],
        posesAs: { [old]: 'medium.test' },
        evidence: [factCheck({ scopes: [old], mirrorOf: old }), rating()],
      }),
    },
  }).entries;
  expect(compiled).toMatchObject({
    scopes: ['shared.test/name'],
    posesAs: { 'shared.test/name': 'medium.test' },
    evidence: [{ scopes: ['shared.test/name'], mirrorOf: 'shared.test/name' }, {}],
  });
});

test('reads what it wrote and writes it again in the same bytes', () => {
  const text = formatCompiledList(
    compile({
      entries: { one: entry({ newer: { z: 1, a: 2 } }), two: entry({ scopes: ['b.test'] }) },
    }),
  );
  expect(formatCompiledList(parse(JSON.parse(text)))).toBe(text);
});

test.each<[string, Fields]>([
  ['a state', { state: 'paused' }],
  ['a ground', { grounds: ['newer-ground'] }],
  ['a kind', { kind: 'newer-kind' }],
  ['a kind of evidence', { evidence: [factCheck({ kind: 'podcast' })] }],
  ['a form of day', { evidence: [factCheck({ date: '2025-Q3' })] }],
  ['a form of language', { languages: ['fr-CA'] }],
])('sets aside an entry with %s newer than itself and goes on', (_, fields) => {
  const value = release(fields, 'newer');
  const entries = [{ ...entry({ scopes: ['a.test'] }), slug: 'known' }, ...value.entries];
  const list = parse({ ...value, entries });
  expect(list.entries.map(({ slug }) => slug)).toEqual(['known']);
  expect(list.setAside.map(({ slug }) => slug)).toEqual(['newer']);
  expect(JSON.parse(formatCompiledList(list)).entries[1]).toEqual(
    JSON.parse(JSON.stringify(entries[1])),
  );
});

test('keeps unknown fields of list and entries', () => {
  const list = parse({ ...release({ newer: [1] }), alsoNew: true });
  expect(list).toMatchObject({ alsoNew: true, entries: [{ newer: [1] }] });
});

test.each<[string, Fields]>([
  ['a public suffix', { scopes: ['co.test'] }],
  ['a single label', { scopes: ['localhost'] }],
  ['an IP address', { scopes: ['192.0.2.1'] }],
  ['a whole shared host', { scopes: ['shared.test'] }],
  ['a well-known site', { scopes: ['well-known.test'] }],
  ['an address that is not http(s)', { evidence: [factCheck({ url: 'data:text/html,x' })] }],
  ['a bidi character', { name: 'a\u202Eb' }],
  ['a control character in an entry newer than itself', { state: 'paused', note: 'a\u0000b' }],
  [
    'a script in an entry newer than itself',
    { state: 'paused', evidence: [factCheck({ url: 'javascript:1' })] },
  ],
  ['a name past the limit', { name: 'x'.repeat(201) }],
  ['scopes past the limit', { scopes: Array.from({ length: 10_001 }, (_, n) => `a${n}.test`) }],
])('refuses a release whole for %s', (_, fields) => {
  expect(listRefusals(release(fields))).toHaveLength(1);
});

test.each<[string, unknown, string]>([
  ['another format', { ...release(), format: 2 }, 'format'],
  ['no version', { ...release(), version: undefined }, 'version'],
  ['a version of nought', { ...release(), version: 0 }, 'version'],
  ['a day that does not exist', { ...release(), publishedOn: '2026-02-30' }, 'publishedOn'],
  ['a seed below nought', { ...release(), seed: -1 }, 'seed'],
  ['a seed that the index would refuse', { ...release(), seed: 2 ** 32 }, 'seed'],
  [
    'a review that lasts longer than twice the period',
    release({ reviewBy: '2028-11-24' }),
    'reviewBy',
  ],
  ['a slug past the limit', release({}, 'x'.repeat(101)), 'entries[0].slug'],
  [
    'a scope that stands twice in an entry',
    release({ scopes: ['shared.test/name', 'old-shared.test/Name/'] }),
    'scopes[1]',
  ],
  [
    'a scope that stands in two entries',
    {
      ...release(),
      entries: [
        { ...entry(), slug: 'a' },
        { ...entry({ scopes: ['b.test', 'example-truth.test'] }), slug: 'b' },
      ],
    },
    'scopes[1]',
  ],
  ['no list', null, ''],
  ['text', 'entries', ''],
  ['an entry that is none', { ...release(), entries: [null] }, 'entries[0]'],
  [
    'entries out of order',
    {
      ...release(),
      entries: [
        { ...entry(), slug: 'b' },
        { ...entry({ scopes: ['a.test'] }), slug: 'a' },
      ],
    },
    'slug',
  ],
  [
    'a slug that stands twice',
    {
      ...release(),
      entries: [
        { ...entry(), slug: 'a' },
        { ...entry({ scopes: ['a.test'] }), slug: 'a' },
      ],
    },
    'slug',
  ],
])('refuses a release with %s', (_, value, field) => {
  expect(listRefusals(value)).toEqual([field]);
});

test.each<[string, object]>([
  ['the largest seed', { ...release(), seed: 2 ** 32 - 1 }],
  ['a review of twice the period', release({ reviewBy: '2028-11-23' })],
  ['a slug as long as may be', release({}, 'x'.repeat(100))],
  ['a scope below another', release({ scopes: ['a.test', 'b.a.test'] })],
])('takes a release with %s', (_, value) => {
  expect(parse(value).entries).toHaveLength(1);
});

test('gives the index a seed that it takes', async () => {
  const list = parse({ ...release(), seed: 2 ** 32 - 1 });
  const { head } = await buildShards(toIndexInput([list], emptyList.rules), 1);
  expect(parseIndexHead(head)).toBeDefined();
});

test.each([
  ['2026-11-24', 'list'],
  ['2026-11-23', 'refused'],
])('on %s a list of 25 November gives: %s', (today, kind) => {
  expect(parseCompiledList(release(), guard, today).kind).toBe(kind);
});

test('refuses more scopes than may be, before it reads one', () => {
  const scopes = Array.from({ length: 10_000 }, () => 'co.test');
  const entries = Array.from({ length: 201 }, (_, at) => ({ slug: `s${at}`, scopes }));
  const reading = parseCompiledList({ ...release(), entries }, guard);
  expect(reading).toMatchObject({ problems: [{ what: 'holds 2010000 scopes' }] });
});

test('reads a list as the database keeps it, with what was set aside beside its fields', () => {
  expect(parse({ ...release(), setAside: [{ slug: 'newer' }] }).setAside).toEqual([]);
});

test('names a hundred problems and counts the others', () => {
  const entries = Array.from({ length: 51 }, (_, at) => {
    return { ...entry({ scopes: ['co.test'] }), slug: `a${1000 + at}` };
  });
  // Each but the first has two: a public suffix, which stands in the list already.
  const reading = parseCompiledList({ ...release(), entries }, guard);
  expect(reading).toMatchObject({ kind: 'refused', problems: { length: 101 } });
  if (reading.kind === 'list') return;
  expect(reading.problems.at(-1)).toMatchObject({ what: 'has 1 more problem' });
  expect(reading.problems[99]?.what).not.toMatch('more');
});

test('takes a suffix where the guard has no suffix data', () => {
  const { isPublicSuffix: _, ...without } = guard;
  expect(parseCompiledList(release({ scopes: ['co.test'] }), without).kind).toBe('list');
});

test('gives the matcher one record a scope, ended states as decided', () => {
  const compiled = compile({
    entries: {
      appealed: entry({ scopes: ['b.test'], state: 'appealed' }),
      listed: entry({ scopes: ['a.test', 'old-shared.test/Name'] }),
      removed: entry({ scopes: ['d.test'], state: 'removed' }),
      suspended: entry({ scopes: ['c.test'], state: 'suspended', reviewBy: '2026-12-01' }),
    },
  });
  const { lists, records, seed } = toIndexInput([compiled], emptyList.rules);
  expect(lists).toEqual([
    { id: 'test-list', title: 'Test list', version: 3, publishedOn: TODAY, maxStaleDays: 60 },
  ]);
  expect(seed).toBe(7);
  expect(records.map((one) => [one.entry, one.scope, one.state, one.until])).toEqual([
    ['appealed', 'b.test', 'appealed', '2027-11-24'],
    ['listed', 'a.test', 'listed', '2027-11-24'],
    ['listed', 'shared.test/name', 'listed', '2027-11-24'],
    ['removed', 'd.test', 'decided', '2027-11-24'],
    ['suspended', 'c.test', 'decided', '2026-12-01'],
  ]);
});

test("names a list in the reader's language, and by its own key where it has one", () => {
  expect(toConsultedList(compile(), { language: 'fr' }).title).toBe("Liste d'essai");
  expect(toConsultedList(compile())).toMatchObject({ id: 'test-list', title: 'Test list' });
  expect(toConsultedList(compile(), { key: 'test-list~12' }).id).toBe('test-list~12');
});
