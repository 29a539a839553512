import type { Problem } from '../list/problem.ts';
import { formatProblems } from './format-problems.ts';

/** A list with faults of form: nothing can be said by it. */
export class BrokenListError extends Error {
  readonly problems: readonly Problem[];
  constructor(folder: string, problems: readonly Problem[]) {
    super(`The list in ${folder} can't be used:\n${formatProblems(problems).join('\n')}`);
    this.name = 'BrokenListError';
    this.problems = problems;
  }
}

/** A command used wrongly; the message says what and how it is used rightly. */
export class UsageError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UsageError';
  }
}
