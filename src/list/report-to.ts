import type { Problem } from './problem.ts';

/** Where a fault is reported: file and level are fixed, the rest varies. */
export type Report = (field: string, what: string, cure: string) => void;

/** Adds faults of one file and level to `problems`. */
export function reportTo(problems: Problem[], file: string, level: Problem['level']): Report {
  return (field, what, cure) => problems.push({ file, field, what, cure, level });
}
