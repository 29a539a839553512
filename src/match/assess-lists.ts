import { isObject } from './index-head.ts';
import type { ConsultedList, StaleList, Verdict } from './verdict.ts';

/** Which lists may decide on a day. */
export interface ListStanding {
  readonly lists: readonly ConsultedList[];
  readonly staleLists: readonly StaleList[];
  /** Set when no list may decide: what to say instead. */
  readonly refusal?: Verdict;
}

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * Days since the list was published, or signed anew as current; `NaN` when a day cannot be read.
 */
export function countAgeDays(
  { publishedOn, confirmedOn = publishedOn }: ConsultedList,
  today: string,
): number {
  const newest = Math.max(Date.parse(publishedOn), Date.parse(confirmedOn));
  return (Date.parse(today) - newest) / DAY_MS;
}

/**
 * The lists with the days on which they were last signed as current. Those stand beside the index,
 * since they change without it; what cannot be read confirms nothing.
 */
export function addConfirmedDays(
  lists: readonly ConsultedList[],
  confirmed: unknown,
): readonly ConsultedList[] {
  if (!isObject(confirmed)) return lists;
  return lists.map((list) => {
    const day = Object.hasOwn(confirmed, list.id) ? confirmed[list.id] : undefined;
    return typeof day === 'string' && DAY.test(day) ? { ...list, confirmedOn: day } : list;
  });
}

/**
 * Sorts out lists past their `maxStaleDays`: an old list is not believed, and that is said. A list
 * of tomorrow is fresh: where its publisher is, it may be that day already.
 *
 * @param isSwitchedOff whether there are no lists because the reader uses none
 */
export function assessLists(
  lists: readonly ConsultedList[],
  today: string,
  isSwitchedOff = false,
): ListStanding {
  const fresh: ConsultedList[] = [];
  const staleLists: StaleList[] = [];
  for (const list of lists) {
    const ageDays = countAgeDays(list, today);
    // Written so that an unreadable day (NaN) counts as stale.
    if (ageDays <= list.maxStaleDays) fresh.push(list);
    else staleLists.push({ ...list, ageDays });
  }
  if (fresh.length > 0) return { lists: fresh, staleLists };
  const none = isSwitchedOff ? 'switched-off' : 'missing';
  const reason = staleLists.length > 0 ? 'too-old' : none;
  return { lists: [], staleLists, refusal: { kind: 'no-list', reason, staleLists } };
}
