import { expect, test } from 'vitest';
import { checkUnknownFields } from '../../src/list/check-unknown-fields.ts';
import type { Problem } from '../../src/list/problem.ts';
import { reportTo } from '../../src/list/report-to.ts';
import { entry, type Fields, factCheck, readTestList } from '../support/list-files.ts';

function check(fields: Fields): readonly string[] {
  const { list } = readTestList({ entries: { one: entry(fields) } });
  const problems: Problem[] = [];
  const report = reportTo(problems, 'sources/one.json', 'policy');
  for (const { entry: read } of list.entries) checkUnknownFields(read, report);
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
