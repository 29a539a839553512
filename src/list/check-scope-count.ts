import { MAX_LIST_SCOPES } from './limits.ts';
import type { Problem } from './problem.ts';

/** How many scopes a raw entry names; none where it is not of that form. */
export function countScopes(entry: unknown): number {
  if (typeof entry !== 'object' || entry === null || !('scopes' in entry)) return 0;
  return Array.isArray(entry.scopes) ? entry.scopes.length : 0;
}

/**
 * The fault of a list with too many scopes. Counted before any of them is read, so that such a list
 * costs no more than its count.
 */
export function checkScopeCount(file: string, entries: readonly unknown[]): Problem | undefined {
  const count = entries.reduce<number>((sum, entry) => sum + countScopes(entry), 0);
  if (count <= MAX_LIST_SCOPES) return undefined;
  const what = `holds ${count} scopes`;
  return { file, field: '', what, cure: `at most ${MAX_LIST_SCOPES}`, level: 'form' };
}
