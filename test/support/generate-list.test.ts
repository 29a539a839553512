import { expect, test } from 'vitest';
import type { ScopeGuard } from '../../src/list/check-scope.ts';
import { formatCompiledList } from '../../src/list/list-text.ts';
import { generateEntries, generateList } from './generate-list.ts';
import { isTestSuffix, readTestList, TODAY } from './list-files.ts';
import { parseCompiledList } from './parse-compiled-list.ts';

const { list: emptyList } = readTestList({ entries: {} });
const guard: ScopeGuard = { ...emptyList, isPublicSuffix: isTestSuffix };
const SIZE = { hosts: 8_000, seed: 3 };
const list = generateList(SIZE);

test('makes a list that readers take, the same one for the same seed', () => {
  const text = formatCompiledList(list);
  expect(parseCompiledList(JSON.parse(text), guard, TODAY)).toMatchObject({ kind: 'list' });
  expect([...generateEntries(SIZE)]).toEqual(list.entries);
});

test('keeps the proportions of the real one', () => {
  const scopes = list.entries.map((entry) => entry.scopes.length);
  const evidence = list.entries.reduce((sum, entry) => sum + entry.evidence.length, 0);
  expect(scopes.reduce((sum, count) => sum + count, 0)).toBe(SIZE.hosts);
  expect(Math.round(SIZE.hosts / list.entries.length)).toBe(4);
  expect(Math.round(evidence / list.entries.length)).toBe(3);
  expect(Math.max(...scopes)).toBe(1_000);
});
