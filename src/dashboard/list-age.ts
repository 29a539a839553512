import { countDays, isDay } from '../list/day.ts';
import type { ListStatus } from '../messages/list-status.ts';
import { type Freshness, findLastDay, judgeFreshness } from '../ui/list-freshness.ts';

/** How a list stands on a day. */
export interface ListAge {
  /** `missing`: nothing of it is on this machine. */
  readonly freshness: Freshness | 'missing';
  /** The day that its age is counted from. */
  readonly since?: string;
  readonly isConfirmed: boolean;
  readonly ageDays?: number;
  /** The last day on which it counts unless it is renewed. */
  readonly lastDay?: string;
}

/** The age of a list: from the day on which its publisher last signed it as current. */
export function judgeList(list: ListStatus, today: string): ListAge {
  const { version, publishedOn, confirmedOn, maxStaleDays } = list;
  const since = confirmedOn ?? publishedOn;
  const isConfirmed = confirmedOn !== undefined;
  if (version === undefined) return { freshness: 'missing', isConfirmed };
  if (since === undefined || !isDay(since)) return { freshness: 'unknown', isConfirmed };
  const ageDays = countDays(since, today);
  const lastDay = maxStaleDays === undefined ? undefined : findLastDay(since, maxStaleDays);
  return {
    freshness: judgeFreshness(ageDays, maxStaleDays),
    since,
    isConfirmed,
    ageDays,
    ...(lastDay !== undefined && { lastDay }),
  };
}
