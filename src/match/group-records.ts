import type { IndexInput } from './address-rules.ts';
import { IndexInputError } from './errors.ts';
import { MAX_HOST_LENGTH, MAX_SCOPE_LENGTH } from './parse-scope.ts';
import { toScopeKey } from './scope-key.ts';
import type { ConsultedList, ScopeRecord } from './verdict.ts';

/** A record as both indexes store it: number of the list, slug, state, until, scope. */
export type RecordRow = readonly [number, string, ScopeRecord['state'], string, string];

/** The records of an index under their keys, in the order in which keys first occur. */
export function groupRecords(input: IndexInput): Map<string, RecordRow[]> {
  const listNumbers = numberLists(input.lists);
  const groups = new Map<string, RecordRow[]>();
  for (const record of input.records) {
    const row = toRow(record, listNumbers);
    const key = toScopeKey(record.scope);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/** The numbers by which rows name lists, by id. */
export function numberLists(lists: readonly ConsultedList[]): Map<string, number> {
  const numbers = new Map(lists.map((list, number) => [list.id, number]));
  if (numbers.size !== lists.length) throw new IndexInputError('two lists share an id');
  return numbers;
}

/** A sound record as a row; throws an IndexInputError at any other. */
export function toRow(
  { list, entry, state, until, scope }: ScopeRecord,
  listNumbers: ReadonlyMap<string, number>,
): RecordRow {
  const number = listNumbers.get(list);
  if (number === undefined) throw new IndexInputError(`record of an unknown list: ${list}`);
  const slash = scope.indexOf('/');
  const isTooLong =
    scope.length > MAX_SCOPE_LENGTH || (slash < 0 ? scope.length : slash) > MAX_HOST_LENGTH;
  if (!/^[!-~]+$/.test(scope) || isTooLong) {
    throw new IndexInputError(`not a canonical scope: ${scope.slice(0, 300)}`);
  }
  return [number, entry, state, until, scope];
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
