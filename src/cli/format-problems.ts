import type { Problem } from '../list/problem.ts';
import { showText } from './show-text.ts';

function formatProblem({ field, what, cure }: Problem): string {
  const where = field === '' ? '' : `${field}: `;
  return showText(`  ${where}${what} (right: ${cure})`);
}

/** Problems in words, grouped by file: what is wrong, where, what would be right. */
export function formatProblems(problems: readonly Problem[]): readonly string[] {
  const byFile = new Map<string, string[]>();
  for (const problem of problems) {
    const lines = byFile.get(problem.file);
    if (lines) lines.push(formatProblem(problem));
    else byFile.set(problem.file, [formatProblem(problem)]);
  }
  return [...byFile].flatMap(([file, lines]) => [showText(file), ...lines]);
}
