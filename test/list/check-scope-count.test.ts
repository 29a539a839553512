import { expect, test } from 'vitest';
import { checkForm } from '../../src/list/check-form.ts';
import { checkScopeCount } from '../../src/list/check-scope-count.ts';
import { isTestSuffix, readTestList } from '../support/list-files.ts';

// Arrays of holes: what is counted is not read.
const MILLION = { scopes: new Array(1_000_000) };

test('takes two million scopes, and not one more', () => {
  expect(checkScopeCount('sources/', [MILLION, MILLION])).toBeUndefined();
  expect(checkScopeCount('sources/', [MILLION, MILLION, { scopes: ['a.test'] }])).toMatchObject({
    what: 'holds 2000001 scopes',
    cure: 'at most 2000000',
  });
});

test.each([[null], ['text'], [{}], [{ scopes: 'a.test' }]])('counts none in %j', (value) => {
  expect(checkScopeCount('sources/', [MILLION, MILLION, value])).toBeUndefined();
});

test('a folder with too many scopes gets that fault alone', () => {
  const { list } = readTestList();
  const [named] = list.entries;
  if (named === undefined) throw new Error('no entry');
  const scopes = Array.from({ length: 1_000_001 }, () => 'co.test');
  const big = { ...named, entry: { ...named.entry, scopes } };
  const problems = checkForm({ ...list, entries: [big, { ...big, slug: 'two' }] }, isTestSuffix);
  expect(problems.map(({ file, what }) => `${file} ${what}`)).toEqual([
    'sources/ holds 2000002 scopes',
  ]);
});
