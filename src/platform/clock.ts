import { formatLocalDay } from '../list/day.ts';

/** Today as an ISO day where the reader is: lapse days are meant in the reader's calendar. */
export function readToday(now: Date = new Date()): string {
  return formatLocalDay(now);
}
