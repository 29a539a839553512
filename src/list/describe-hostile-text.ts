import { findHostileText, type HostileText } from './hostile-text.ts';
import type { Problem } from './problem.ts';

function describe({ kind, character }: HostileText): Pick<Problem, 'what' | 'cure'> {
  switch (kind) {
    case 'too-deep':
      return { what: 'is nested too deep', cure: 'fewer levels' };
    case 'inherited-name':
      return { what: 'has a name that programs keep for themselves', cure: 'another name' };
    case 'hidden-character':
      return { what: `holds the hidden character ${character}`, cure: 'leave it out' };
    default:
      return kind satisfies never;
  }
}

/** Hidden characters, names that get lost and nesting without end in one file, as problems of form. */
export function describeHostileText(file: string, value: unknown): readonly Problem[] {
  return findHostileText(value).map((found) => ({
    file,
    field: found.field,
    ...describe(found),
    level: 'form',
  }));
}
