import { expect, test } from 'vitest';
import { checkUnknownFields } from '../../src/list/check-unknown-fields.ts';
import type { Problem } from '../../src/list/problem.ts';
import { readListFiles } from '../../src/list/read-list-files.ts';
import {
  entry,
  type Fields,
  factCheck,
  isTestSuffix,
  LIST_INFO,
  type ListParts,
  listFiles,
  NEVER_LIST,
  ORGANISATIONS,
  PLATFORMS,
  readTestList,
} from '../support/list-files.ts';

function checkList(parts: ListParts): readonly Problem[] {
  const problems: Problem[] = [];
  checkUnknownFields(readTestList(parts).list, problems);
  return problems;
}

function check(fields: Fields): readonly string[] {
  const problems = checkList({ entries: { one: entry(fields) } });
  return problems.map(({ field, cure }) => `${field} → ${cure}`);
}

test('takes every field of the format', () => {
  const item = factCheck({
    archive: 'https://archive.example/1',
    scopes: ['mirror.test'],
    mirrorOf: 'example-truth.test',
    seen: { in: 'A paper', date: '2026-01-01' },
  });
  const url = 'https://example-truth.test/reply';
  const reply = { text: 'Their words', url, date: '2026-11-24', proof: 'dns' };
  expect(check({ posesAs: 'known.test', evidence: [item], reply })).toEqual([]);
});

test.each<[Fields, string]>([
  [{ scope: ['a.test'] }, 'scope → "scopes"'],
  [{ ReviewBy: '2027-01-01' }, 'ReviewBy → "reviewBy"'],
  [{ langauges: ['fr'] }, 'langauges → "languages"'],
  [{ evidence: [factCheck({ scope: ['a.test'] })] }, 'evidence[0].scope → "scopes"'],
  [
    { evidence: [factCheck({ seen: { in: 'A', date: '2026-01-01', dat: 1 } })] },
    'evidence[0].seen.dat → "date"',
  ],
])('%j is met with the name that was meant', (fields, problem) => {
  expect(check(fields)).toEqual([problem]);
});

test('names all fields where none is near', () => {
  expect(check({ colour: 'red' })[0]).toMatch(/^colour → one of name, kind, posesAs, scopes/);
});

const [checker, ...others] = ORGANISATIONS;
const member = { in: 'IFCN', source: 'https://ifcn.example/', form: '2020-01-01' };
const host = { host: 'shared.test', why: 'Accounts' };

test.each<[string, ListParts, string]>([
  [
    'list.json',
    { info: { ...LIST_INFO, homepage: 'https://a.example/' } },
    'homepage → "homePage"',
  ],
  [
    'list.json',
    { info: { ...LIST_INFO, publisher: { name: 'A', uri: 'https://a.example/' } } },
    'publisher.uri → "url"',
  ],
  [
    'list.json',
    { info: { ...LIST_INFO, thresholds: { independentOrganisations: 2, foo: 1 } } },
    'thresholds.foo → one of independentOrganisations',
  ],
  [
    'organisations.json',
    { organisations: [{ ...checker, partof: 'rater' }, ...others] },
    'organisations[0].partof → "partOf"',
  ],
  [
    'organisations.json',
    { organisations: [{ ...checker, memberships: [member] }, ...others] },
    'organisations[0].memberships[0].form → "from"',
  ],
  [
    'never-list.json',
    { neverList: { ...NEVER_LIST, sharedHosts: [{ ...host, reason: 'Accounts' }] } },
    'sharedHosts[0].reason → one of host, why',
  ],
  [
    'platforms.json',
    { platforms: { hosts: [{ ...PLATFORMS.hosts[1], alias: [] }] } },
    'hosts[0].alias → "aliases"',
  ],
])('finds a mistyped field in %s', (file, parts, problem) => {
  const found = checkList(parts);
  expect(found.map(({ field, cure }) => `${field} → ${cure}`)).toEqual([problem]);
  expect(found[0]).toMatchObject({ file, level: 'policy' });
});

test('finds what stands beside the organisations in their file', () => {
  const text = JSON.stringify({ organisations: ORGANISATIONS, organisation: [] });
  const files = listFiles().set('organisations.json', text);
  const problems: Problem[] = [];
  checkUnknownFields(readListFiles(files, new Map(), isTestSuffix).list, problems);
  expect(problems.map(({ field, what }) => `${field} ${what}`)).toEqual([
    'organisation is no field of organisations.json, so nothing reads it',
  ]);
});

test("leaves files that come from the product's own list to the product", () => {
  const info = JSON.stringify({ ...LIST_INFO, foo: 1 });
  const product = listFiles().set('list.json', info);
  const problems: Problem[] = [];
  checkUnknownFields(readListFiles(new Map(), product, isTestSuffix).list, problems);
  expect(problems).toEqual([]);
});
