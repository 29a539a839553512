import { expect, test } from 'vitest';
import { checkPolicy } from '../../src/list/check-policy.ts';
import { compileList } from '../../src/list/compiled-list.ts';
import { formatCompiledList } from '../../src/list/list-text.ts';
import { readListFiles } from '../../src/list/read-list-files.ts';
import { entry, isTestSuffix, listFiles, TODAY } from '../support/list-files.ts';

const product = listFiles().set('code/editions.json', '{"editions":[]}');
const own = new Map([['sources/own-entry.json', JSON.stringify(entry({ scopes: ['own.test'] }))]]);

test("takes what a folder lacks from the product's own list, but no entries", () => {
  const { list, problems } = readListFiles(own, product, isTestSuffix);
  expect(problems).toEqual([]);
  expect(list.entries.map(({ slug }) => slug)).toEqual(['own-entry']);
  expect(list.info.id).toBe('test-list');
  expect(list.organisations).toHaveLength(7);
  expect(list.code).toEqual({ 'editions.json': { editions: [] } });
  expect([...list.borrowed].sort()).toEqual([
    'code/',
    'list.json',
    'never-list.json',
    'organisations.json',
    'platforms.json',
  ]);
});

test('takes a file of the folder before the same file of the product', () => {
  const info = JSON.parse(product.get('list.json') ?? '');
  const files = new Map([...own, ['list.json', JSON.stringify({ ...info, id: 'own-list' })]]);
  expect(readListFiles(files, product, isTestSuffix).list.info.id).toBe('own-list');
});

test('says which files are missing when there is nothing to borrow', () => {
  const { problems } = readListFiles(own, new Map(), isTestSuffix);
  expect(problems.map(({ file, what }) => `${file} ${what}`)).toEqual([
    'platforms.json is missing',
    'organisations.json is missing',
    'list.json is missing',
    'never-list.json is missing',
  ]);
});

test('goes on past a broken shared file', () => {
  const files = new Map([...own, ['never-list.json', '{'], ['sources/bad.json', '{}']]);
  const { list, problems } = readListFiles(files, product, isTestSuffix);
  expect(new Set(problems.map(({ file }) => file))).toEqual(
    new Set(['never-list.json', 'sources/bad.json']),
  );
  expect(list.entries).toHaveLength(1);
});

test('refuses a file past the limit', () => {
  const files = new Map([...own, ['sources/big.json', `"${'x'.repeat(5 * 1024 * 1024)}"`]]);
  const { problems } = readListFiles(files, product, isTestSuffix);
  expect(problems.map(({ file }) => file)).toEqual(['sources/big.json']);
});

test.each<[string, string, string]>([
  ['sources/list.json', '[]', ''],
  ['list.json', '[]', ''],
  ['sources/inner.json', JSON.stringify(entry({ evidence: [[]] })), 'evidence[0]'],
])('says once that %s is a list where an object belongs', (file, text, field) => {
  const { problems } = readListFiles(new Map([[file, text]]), product, isTestSuffix);
  const what = 'is a list';
  expect(problems).toEqual([{ file, field, what, cure: 'an object in { }', level: 'form' }]);
});

const SCHEMA = { $schema: '../../schemas/entry.schema.json' };

test('takes a link to a schema in any file, and compiles none', () => {
  const info = JSON.parse(product.get('list.json') ?? '');
  const files = new Map([
    ['sources/one.json', JSON.stringify({ ...SCHEMA, ...entry() })],
    ['list.json', JSON.stringify({ ...SCHEMA, ...info })],
  ]);
  const { list, problems } = readListFiles(files, product, isTestSuffix);
  expect([...problems, ...checkPolicy(list, TODAY)]).toEqual([]);
  expect(formatCompiledList(compileList(list, TODAY))).not.toContain('schema');
});

test('takes no other value for a link to a schema', () => {
  const files = new Map([['sources/one.json', JSON.stringify({ $schema: 1, ...entry() })]]);
  const { list } = readListFiles(files, product, isTestSuffix);
  expect(checkPolicy(list, TODAY).map(({ field }) => field)).toEqual(['$schema']);
});

test.each([
  ['a day that does not exist', { reviewBy: '2026-13-01' }, ['reviewBy', 'colour']],
  ['hidden characters', { name: 'Tr\u202euth' }, ['name', 'colour']],
  ['none of them', {}, []],
])('tells unknown fields at once with %s', (_, fields, told) => {
  const text = JSON.stringify(entry({ $schema: '../entry.json', colour: 'red', ...fields }));
  const files = new Map([['sources/own-entry.json', text]]);
  const { problems } = readListFiles(files, product, isTestSuffix);
  // Of a file that is read, policy tells them.
  expect(problems.map(({ field }) => field)).toEqual(told);
});

test('tells unknown fields of a broken list.json at once', () => {
  const info = JSON.parse(product.get('list.json') ?? '');
  const text = JSON.stringify({ ...info, reviewDays: 'many', licnce: 'mine' });
  const { problems } = readListFiles(new Map([...own, ['list.json', text]]), product, isTestSuffix);
  expect(problems.map(({ field, level }) => [field, level])).toEqual([
    ['reviewDays', 'form'],
    ['licnce', 'policy'],
  ]);
});
