import { expect, test } from 'vitest';
import { judgeLint, type LintReport } from '../../tools/judge-lint.ts';

const known = {
  code: 'UNSAFE_VAR_ASSIGNMENT',
  message: 'Unsafe assignment to innerHTML',
  file: 'assets/preact-BGfcbX_V.js',
  line: 1,
};
const other = { code: 'ANY', message: 'Something new', file: 'a.js', line: 2 };
const report: LintReport = { errors: [], warnings: [known], notices: [] };

test("lets preact's one warning pass", () => {
  expect(judgeLint(report)).toEqual([]);
});

test.each<[string, Partial<LintReport>]>([
  ['an error', { errors: [other] }],
  ['another warning', { warnings: [known, other] }],
  ['a notice', { notices: [other] }],
  ['the known warning twice', { warnings: [known, known] }],
  ['the same warning in the page script', { warnings: [known, { ...known, file: 'main.js' }] }],
  ['the known warning gone', { warnings: [] }],
])('finds %s', (_, change) => {
  expect(judgeLint({ ...report, ...change })).toHaveLength(1);
});
