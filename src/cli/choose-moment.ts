import { countDays, isDay } from '../list/day.ts';
import type { CommandIo } from './command-io.ts';
import { UsageError } from './errors.ts';

/** A moment, and the day that it is on a list. */
export interface Moment {
  readonly now: Date;
  /** ISO day. */
  readonly today: string;
}

const TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

/**
 * The moment of `--at`, a day (its start) or a full UTC time; else the clock's.
 *
 * - `2026-11-25` → 25 November, 00:00:00 UTC
 * - `2026-11-25T10:00:00Z` → that second; with `+01:00` or without seconds it is refused
 */
export function chooseMoment(at: string | undefined, clock: Moment, help: string): Moment {
  if (at === undefined) return clock;
  if (isDay(at)) return { now: new Date(at), today: at };
  const day = TIME.exec(at)?.[1];
  if (day !== undefined && isDay(day)) return { now: new Date(at), today: day };
  const right = 'write a day as 2026-11-24, or a time as 2026-11-24T10:00:00Z';
  throw new UsageError(`--at "${at}" is no moment that exists; ${right}.`, help);
}

/** A moment of the clock is on the same day, up to how time zones differ. */
const MAX_DAYS_AHEAD = 1;

/** Said aside where a signature is of a day yet to come: it holds longer than it should. */
export function warnOfFuture(io: CommandIo, today: string): void {
  if (countDays(io.today, today) <= MAX_DAYS_AHEAD) return;
  io.warn(
    `${today} is yet to come (today is ${io.today}): what is signed as of it holds so much longer, and nothing can be signed as of an earlier moment after it.`,
  );
}
