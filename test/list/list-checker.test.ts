import { expect, test } from 'vitest';
import type { ScopeGuard } from '../../src/list/check-scope.ts';
import { MAX_LIST_ENTRIES, MAX_PATH_HOSTS } from '../../src/list/limits.ts';
import { ListChecker } from '../../src/list/list-checker.ts';
import { type ListHeader, parseListHeader, toListHeader } from '../../src/list/list-header.ts';
import { generateList } from '../support/generate-list.ts';
import { entry, type Fields, isTestSuffix, readTestList } from '../support/list-files.ts';

const guard: ScopeGuard = { ...readTestList({ entries: {} }).list, isPublicSuffix: isTestSuffix };
const header: ListHeader = toListHeader(generateList({ hosts: 1, seed: 1 }));

function item(slug: string, fields: Fields = {}): Fields {
  return { ...entry({ scopes: [`${slug}.test`], ...fields }), slug };
}

function check(items: readonly unknown[]) {
  const checker = new ListChecker(header, guard);
  const checked = items.map((one) => checker.add(one)?.kind);
  return { checked, fields: checker.finish().map(({ file, field }) => `${file}: ${field}`) };
}

test('tells entries to use from those to keep', () => {
  const [known, newer] = [item('a', { newer: [1] }), item('b', { state: 'paused' })];
  const checker = new ListChecker(header, guard);
  const { scopes } = known;
  expect(checker.add(known)).toEqual({ kind: 'entry', entry: known, scopes, raw: known });
  expect(checker.add(newer)).toEqual({ kind: 'set-aside', raw: newer });
  expect(checker.finish()).toEqual([]);
});

test.each<[string, unknown, string]>([
  ['is no object', null, 'release: entries[1]'],
  ['has no slug', entry(), 'release: entries[1].slug'],
  ['comes before the last one', item('a'), 'release: a: slug'],
  ['has the slug of the last one', item('b'), 'release: b: slug'],
  ['holds a hidden character', item('c', { name: 'a\u202Eb' }), 'release: c: name'],
  ['has a scope of the last one', item('c', { scopes: ['b.test'] }), 'release: c: scopes[0]'],
  ['is newer and unsafe', item('c', { newer: '\u0000', state: 'paused' }), 'release: c: newer'],
])('gives nothing for an entry that %s, and goes on', (_, wrong, field) => {
  const { checked, fields } = check([item('b'), wrong, item('d')]);
  expect(checked).toEqual(['entry', undefined, 'entry']);
  expect(fields[0]).toBe(field);
});

test('finds all that is wrong with an entry at once', () => {
  const wrong = item('a', { scopes: ['co.test'], reviewBy: '2030-01-01' });
  expect(check([item('b'), wrong]).fields).toEqual([
    'release: a: slug',
    'release: a: reviewBy',
    'release: a: scopes[0]',
  ]);
});

test.each<[string, Fields]>([
  ['hidden characters', { newer: Array.from({ length: 400_000 }, () => '\u0001') }],
  ['evil addresses', { evidence: Array.from({ length: 150_000 }, () => ({ url: 'evil:' })) }],
])('survives an entry with very many %s', (_, fields) => {
  const checker = new ListChecker(header, guard);
  expect(checker.add(item('a', fields))).not.toMatchObject({ kind: 'entry' });
  expect(checker.finish().length).toBeGreaterThan(0);
});

test('takes as many scopes as may be, and reads nothing past them', () => {
  const checker = new ListChecker(header, guard);
  const scopes = Array.from({ length: 10_000 }, (_, at) => at);
  // Wrongly named, so that nothing of them is read; they count all the same.
  for (let at = 0; at < 199; at++) checker.add({ slug: 'A', scopes });
  expect(checker.add({ slug: 'a', scopes })?.kind).toBe('set-aside');
  expect(checker.add({ slug: 'b' })?.kind).toBe('set-aside');
  expect(checker.add(item('c'))).toBeUndefined();
  expect(checker.add({ slug: 'd' })).toBeUndefined();
});

test('takes paths on as many hosts as may be, and reads nothing past them', () => {
  const checker = new ListChecker(header, guard);
  const hosts = Array.from({ length: MAX_PATH_HOSTS }, (_, at) => `h${at}.test/a`);
  expect(checker.add(item('a', { scopes: hosts }))?.kind).toBe('entry');
  // On a host that has paths already, and on a whole host.
  expect(checker.add(item('b', { scopes: ['h0.test/b', 'other.test'] }))?.kind).toBe('entry');
  expect(checker.finish()).toEqual([]);
  expect(checker.add(item('c', { scopes: ['c.test/a', 'd.test/a'] }))).toBeUndefined();
  expect(checker.add(item('e'))).toBeUndefined();
  expect(checker.finish()).toMatchObject([
    { field: 'scopes[0]', what: '"c.test/a" is on one more host with paths than a list may have' },
  ]);
});

test('takes as many entries as may be, and reads nothing past them', () => {
  const checker = new ListChecker(header, guard);
  for (let at = 1; at < MAX_LIST_ENTRIES; at++) checker.add(null);
  expect(checker.add(item('a'))?.kind).toBe('entry');
  expect(checker.add(item('b'))).toBeUndefined();
});

test.each<[object, string]>([
  [{ format: 2 }, 'format'],
  [{ version: 0 }, 'version'],
  [{ newer: 'a\u202Eb' }, 'newer'],
  [{ entries: [] }, 'entries'],
  [{ setAside: [] }, 'setAside'],
  [{ publishedOn: '2026-11-25' }, 'publishedOn'],
])('refuses a header with %j', (fields, field) => {
  const value = { ...header, publishedOn: '2026-11-24', ...fields };
  expect(parseListHeader(value, '2026-11-23')).toMatchObject({ problems: [{ field }] });
});

test('keeps what it does not know of a header of tomorrow', () => {
  const value = { ...header, publishedOn: '2026-11-24', newer: { z: 1 } };
  expect(parseListHeader(value, '2026-11-23')).toEqual({ kind: 'header', header: value });
});
