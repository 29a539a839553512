import type { Grounds } from '../list/entry.ts';
import { ENTRY_STATES, type EntryState, judgeState } from './entry-state.ts';
import type { PublicRelease } from './public-release.ts';

/** A release in numbers, for the first page. */
export interface ReleaseNumbers {
  readonly entries: number;
  readonly hosts: number;
  readonly paths: number;
  readonly evidence: number;
  /** States that occur, in their own order. */
  readonly states: readonly (readonly [EntryState, number])[];
  /** Most frequent first. */
  readonly grounds: readonly (readonly [Grounds, number])[];
  /** Ids of organisations with the number of their items, most first. */
  readonly organisations: readonly (readonly [string, number])[];
}

/** Counts in one pass over the entries. */
export function countRelease({ list, today }: PublicRelease): ReleaseNumbers {
  const states = new Map<EntryState, number>();
  const grounds = new Map<Grounds, number>();
  const organisations = new Map<string, number>();
  let [hosts, paths, evidence] = [0, 0, 0];
  for (const entry of list.entries) {
    count(states, judgeState(entry, today));
    for (const ground of entry.grounds) count(grounds, ground);
    for (const { by } of entry.evidence) count(organisations, by);
    for (const scope of entry.scopes) {
      if (scope.includes('/')) paths += 1;
      else hosts += 1;
    }
    evidence += entry.evidence.length;
  }
  return {
    ...{ entries: list.entries.length, hosts, paths, evidence },
    states: ENTRY_STATES.flatMap((state) => {
      const number = states.get(state);
      return number === undefined ? [] : [[state, number] as const];
    }),
    grounds: mostFirst(grounds),
    organisations: mostFirst(organisations),
  };
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Sorting is stable: equals stay in the order of the list. */
function mostFirst<Key>(counts: ReadonlyMap<Key, number>): readonly (readonly [Key, number])[] {
  return [...counts].sort(([, a], [, b]) => b - a);
}
