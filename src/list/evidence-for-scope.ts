import type { Entry, Evidence } from './entry.ts';

/**
 * The items that speak of one scope of an entry: those that name it, and those that name none.
 * Scopes are compared as compiled lists write them.
 */
export function listEvidenceForScope(
  { evidence }: Pick<Entry, 'evidence'>,
  scope: string,
): readonly Evidence[] {
  return evidence.filter((item) => item.scopes?.includes(scope) ?? true);
}
