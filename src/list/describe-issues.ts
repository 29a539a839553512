import type * as v from 'valibot';
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

/** valibot's issues of one file as problems of form; schemas' messages must be cures. */
export function describeIssues(
  file: string,
  issues: readonly v.BaseIssue<unknown>[],
): readonly Problem[] {
  return issues.map((issue) => {
    const field = formatField((issue.path ?? []).map(({ key }) => key));
    return { file, field, ...describe(issue), level: 'form' };
  });
}
