import type * as v from 'valibot';
import { MAX_FILE_PROBLEMS } from './limits.ts';
import type { Problem } from './problem.ts';

const MAX_SHOWN_CHARS = 80;

/** The JSON types by the name of valibot's schema, in words. */
const JSON_TYPES: Readonly<Record<string, string>> = {
  string: 'text in quotes',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  loose_object: 'an object in { }',
  record: 'an object in { }',
};

/** `evidence[2].date`, from the keys that lead there. */
function formatField(keys: readonly unknown[]): string {
  return keys
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function describeValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > MAX_SHOWN_CHARS ? `${text.slice(0, MAX_SHOWN_CHARS)}…` : text;
}

function describe(issue: v.BaseIssue<unknown>): { what: string; cure: string } {
  if (issue.kind !== 'schema') {
    const what = Array.isArray(issue.input)
      ? `has ${issue.input.length} items`
      : `${describeValue(issue.input)} will not do`;
    return { what, cure: issue.message };
  }
  if (issue.received === 'undefined') return { what: 'is missing', cure: 'add it' };
  if (issue.type === 'picklist') {
    const known = (issue.expected ?? '').replace(/^\(|\)$/g, '').replaceAll(' | ', ', ');
    return { what: `${describeValue(issue.input)} is not known`, cure: `one of ${known}` };
  }
  const cure = JSON_TYPES[issue.type] ?? issue.message;
  return { what: `is ${describeValue(issue.input)}`, cure };
}

/** To valibot, a list is an object that lacks every field. */
function isFieldOfList({ path }: v.BaseIssue<unknown>): boolean {
  const last = path?.at(-1);
  return last !== undefined && Array.isArray(last.input) && typeof last.key === 'string';
}

/**
 * valibot's issues of one file as problems of form, or the first of very many; schemas' messages must
 * be cures.
 */
export function describeIssues(
  file: string,
  issues: readonly v.BaseIssue<unknown>[],
): readonly Problem[] {
  const problems: Problem[] = [];
  const lists = new Set<string>();
  for (const issue of issues) {
    if (problems.length >= MAX_FILE_PROBLEMS) break;
    const keys = (issue.path ?? []).map(({ key }) => key);
    if (!isFieldOfList(issue)) {
      problems.push({ file, field: formatField(keys), ...describe(issue), level: 'form' });
      continue;
    }
    const field = formatField(keys.slice(0, -1));
    if (lists.has(field)) continue;
    lists.add(field);
    const cure = 'an object in { }';
    problems.push({ file, field, what: 'is a list', cure, level: 'form' });
  }
  return problems;
}
