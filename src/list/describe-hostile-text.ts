import { findHostileText } from './hostile-text.ts';
import type { Problem } from './problem.ts';

/** Hidden characters and nesting without end in one file, as problems of form. */
export function describeHostileText(file: string, value: unknown): readonly Problem[] {
  return findHostileText(value).map(({ field, kind, character }) => ({
    file,
    field,
    ...(kind === 'too-deep'
      ? { what: 'is nested too deep', cure: 'fewer levels' }
      : { what: `holds the hidden character ${character}`, cure: 'leave it out' }),
    level: 'form',
  }));
}
