import type { Problem } from '../list/problem.ts';

/** The list inside the extension's package cannot be read: the package is damaged. */
export class BrokenFloorError extends Error {
  override readonly name = 'BrokenFloorError';

  constructor(problems: readonly Problem[]) {
    const [first] = problems;
    const detail = first === undefined ? '' : `: ${first.file} ${first.field} ${first.what}`;
    super(`The list in this package cannot be read${detail}`);
  }
}
