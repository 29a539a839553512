import type { ConsultedList, StaleList, Verdict } from './verdict.ts';

/** Which lists may decide on a day. */
export interface ListStanding {
  readonly lists: readonly ConsultedList[];
  readonly staleLists: readonly StaleList[];
  /** Set when no list may decide: what to say instead. */
  readonly refusal?: Verdict;
}

const DAY_MS = 86_400_000;

/** Days since the list was published; `NaN` when its day cannot be read. */
export function countAgeDays({ publishedOn }: ConsultedList, today: string): number {
  return (Date.parse(today) - Date.parse(publishedOn)) / DAY_MS;
}

/**
 * Sorts out lists past their `maxStaleDays`: an old list is not believed, and that is said. A list
 * of tomorrow is fresh: where its publisher is, it may be that day already.
 */
export function assessLists(lists: readonly ConsultedList[], today: string): ListStanding {
  const fresh: ConsultedList[] = [];
  const staleLists: StaleList[] = [];
  for (const list of lists) {
    const ageDays = countAgeDays(list, today);
    // Written so that an unreadable day (NaN) counts as stale.
    if (ageDays <= list.maxStaleDays) fresh.push(list);
    else staleLists.push({ ...list, ageDays });
  }
  if (fresh.length > 0) return { lists: fresh, staleLists };
  const reason = staleLists.length > 0 ? 'too-old' : 'missing';
  return { lists: [], staleLists, refusal: { kind: 'no-list', reason, staleLists } };
}
