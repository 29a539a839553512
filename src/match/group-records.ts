import type { IndexInput } from './address-rules.ts';
import { IndexInputError } from './errors.ts';
import { MAX_HOST_LENGTH, MAX_SCOPE_LENGTH } from './parse-scope.ts';
import { toScopeKey } from './scope-key.ts';
import type { ScopeRecord } from './verdict.ts';

/** A record as both indexes store it: number of the list, slug, state, until, scope. */
export type RecordRow = readonly [number, string, ScopeRecord['state'], string, string];

/** The records of an index under their keys, in the order in which keys first occur. */
export function groupRecords(input: IndexInput): Map<string, RecordRow[]> {
  const listNumbers = new Map(input.lists.map((list, number) => [list.id, number]));
  if (listNumbers.size !== input.lists.length) throw new IndexInputError('two lists share an id');
  const groups = new Map<string, RecordRow[]>();
  for (const { list, entry, state, until, scope } of input.records) {
    const number = listNumbers.get(list);
    if (number === undefined) throw new IndexInputError(`record of an unknown list: ${list}`);
    const host = scope.split('/', 1).join();
    const isTooLong = scope.length > MAX_SCOPE_LENGTH || host.length > MAX_HOST_LENGTH;
    if (!/^[!-~]+$/.test(scope) || isTooLong) {
      throw new IndexInputError(`not a canonical scope: ${scope.slice(0, 300)}`);
    }
    const key = toScopeKey(scope);
    const group = groups.get(key);
    const row: RecordRow = [number, entry, state, until, scope];
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/** The hosts that have path scopes at all, sorted. */
export function listPathHosts(keys: Iterable<string>): string[] {
  const hosts = new Set<string>();
  for (const key of keys) {
    const slash = key.indexOf('/');
    if (slash >= 0) hosts.add(key.slice(0, slash));
  }
  return [...hosts].sort();
}
