import { buildFilters, pickFilter } from './build-filters.ts';
import { mayHold } from './csr16.ts';
import { hashKey, mixHash } from './host-hash.ts';
import { toScopeKey } from './scope-key.ts';

/** With a million scopes and 15,000 neutral hosts about one seed in 20 will do. */
const MAX_TRIES = 512;

/**
 * Finds a seed under which no neutral host (public suffixes, well-known sites) is a false hit of a
 * page's filters: a page on one never reads a record for nothing. Same input, same seed; undefined
 * when there are so many neutral hosts that no seed spares them all.
 *
 * @param scopes canonical scopes of the list
 */
export function findSeed(
  scopes: readonly string[],
  neutralHosts: readonly string[],
  maxTries = MAX_TRIES,
): number | undefined {
  const keys = [...new Set(scopes.map(toScopeKey))];
  const known = new Set(keys);
  const neutral = [...new Set(neutralHosts.flatMap(listProbedHosts))].filter((h) => !known.has(h));
  for (let seed = 1; seed <= maxTries; seed++) {
    const filters = buildFilters(keys, seed);
    const isFalseHit = (host: string) => {
      const filter = filters[pickFilter(host, seed, filters.length)];
      return filter !== undefined && mayHold(filter, mixHash(hashKey(host, seed)));
    };
    if (!neutral.some(isFalseHit)) return seed;
  }
  return undefined;
}

/** The host and its parents of at least two labels: what a page there asks about. */
function listProbedHosts(host: string): string[] {
  const labels = host.split('.');
  return labels.slice(0, -1).map((_, first) => labels.slice(first).join('.'));
}
