import { MAX_LIST_SCOPES } from './limits.ts';
import type { Problem } from './problem.ts';

/**
 * The fault of a list with too many scopes. Counted before any of them is read, so that such a list
 * costs no more than its count.
 */
export function checkScopeCount(file: string, entries: readonly unknown[]): Problem | undefined {
  let count = 0;
  for (const entry of entries) {
    if (typeof entry !== 'object' || entry === null || !('scopes' in entry)) continue;
    if (Array.isArray(entry.scopes)) count += entry.scopes.length;
  }
  if (count <= MAX_LIST_SCOPES) return undefined;
  const what = `holds ${count} scopes`;
  return { file, field: '', what, cure: `at most ${MAX_LIST_SCOPES}`, level: 'form' };
}
