import type { AddressRules } from '../match/address-rules.ts';
import type { NamedEntry } from './entry.ts';
import { MAX_PATH_HOSTS } from './limits.ts';
import { PathHosts } from './path-hosts.ts';
import type { Problem } from './problem.ts';
import { toCanonicalScope } from './to-canonical-scope.ts';

/** The fault of a list that names paths on too many hosts: pages look such hosts up by name. */
export function checkPathHosts(
  file: string,
  entries: readonly NamedEntry[],
  rules: AddressRules,
): Problem | undefined {
  const hosts = new PathHosts();
  for (const { entry } of entries) {
    for (const text of entry.scopes) hosts.add(toCanonicalScope(text, rules));
  }
  if (hosts.count <= MAX_PATH_HOSTS) return undefined;
  const what = `names paths on ${hosts.count} hosts`;
  return { file, field: '', what, cure: `at most ${MAX_PATH_HOSTS} such hosts`, level: 'form' };
}
