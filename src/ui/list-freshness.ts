import { isDay } from '../list/day.ts';

/** How far a list may still be believed; `unknown` where its day cannot be read. */
export type Freshness = 'fresh' | 'getting-old' | 'too-old' | 'unknown';

const DAY_MS = 86_400_000;

/**
 * Judges the age of a list by the days for which its publisher lets it count. In the last third it is
 * getting old: an update that comes every day has failed for long by then.
 */
export function judgeFreshness(
  ageDays: number | undefined,
  maxStaleDays: number | undefined,
): Freshness {
  if (ageDays === undefined || maxStaleDays === undefined) return 'unknown';
  if (ageDays > maxStaleDays) return 'too-old';
  return ageDays * 3 > maxStaleDays * 2 ? 'getting-old' : 'fresh';
}

/** The last day on which a list of this day counts, or undefined when that is no day. */
export function findLastDay(day: string, maxStaleDays: number): string | undefined {
  if (!isDay(day)) return undefined;
  const last = new Date(Date.parse(day) + maxStaleDays * DAY_MS);
  return Number.isNaN(last.getTime()) ? undefined : last.toISOString().slice(0, 10);
}
