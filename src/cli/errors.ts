import type { Problem } from '../list/problem.ts';
import { formatProblems } from './format-problems.ts';

/** A list with faults of form: nothing can be said by it. The message names every fault. */
export class BrokenListError extends Error {
  readonly problems: readonly Problem[];
  constructor(name: string, problems: readonly Problem[]) {
    super(`${name} can’t be used:\n${formatProblems(problems).join('\n')}`);
    this.name = 'BrokenListError';
    this.problems = problems;
  }
}

/** A file that belongs to the program is not there, or not as the build wrote it. */
export class BrokenInstallError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BrokenInstallError';
  }
}

/** A command was used wrongly; `help`, which begins with its name, says how it is used rightly. */
export class UsageError extends Error {
  readonly help: string | undefined;
  constructor(message: string, help?: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UsageError';
    this.help = help;
  }
}
