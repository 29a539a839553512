import type { Problem } from '../list/problem.ts';

/** Problems in words, grouped by file: what is wrong, where, what would be right. */
export function formatProblems(problems: readonly Problem[]): readonly string[] {
  const byFile = new Map<string, Problem[]>();
  for (const problem of problems) {
    byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), problem]);
  }
  return [...byFile].flatMap(([file, group]) => [
    file,
    ...group.map(({ field, what, cure }) =>
      [field === '' ? '  ' : `  ${field}: `, what, ` (right: ${cure})`].join(''),
    ),
  ]);
}
