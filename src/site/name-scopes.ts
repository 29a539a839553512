import { showPlain } from './show-plain.ts';
import type { SiteText } from './site-text.ts';

/** So many are named in a line; the page of the entry and the data have all of them. */
const NAMED_SCOPES = 5;

/** `a.test, b.test and c.test`, or the first few and how many more there are. */
export function nameScopes(
  scopes: readonly string[],
  text: Pick<SiteText, 'list' | 'tellCount'>,
  most = NAMED_SCOPES,
): string {
  const named = scopes.slice(0, most).map(showPlain);
  const rest = scopes.length - named.length;
  if (rest === 0) return text.list(named);
  return text.tellCount('hosts_more', rest, { hosts: named.join(', ') });
}
