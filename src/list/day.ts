const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

function parseDay(text: string): number | undefined {
  const match = DAY.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  // Date.UTC rolls 30 February over to March and reads the years 0 to 99 as 1900 to 1999.
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1;
  return isReal ? time / MS_PER_DAY : undefined;
}

/** Whether the text is a day that exists: `2028-02-29` is one, `2026-02-30` and `2026-2-3` aren't. */
export function isDay(text: string): boolean {
  return parseDay(text) !== undefined;
}

/** Whether the text is a year, a month or a day that exists: `2025`, `2025-03`, `2025-03-14`. */
export function isPartialDay(text: string): boolean {
  return /^\d{4}(-\d{2}){0,2}$/.test(text) && isDay(firstDayOf(text));
}

/** The first day that a partial day may mean; ISO days compare as text. */
export function firstDayOf(partial: string): string {
  return partial + '-01-01'.slice(Math.max(partial.length - 4, 0));
}

/**
 * The ISO day of a moment where this program runs. Every "today" is meant so, for verdicts, builds
 * and the command line alike: days of lapse are meant in the reader's calendar.
 */
export function formatLocalDay(moment: Date): string {
  const month = String(moment.getMonth() + 1).padStart(2, '0');
  return `${moment.getFullYear()}-${month}-${String(moment.getDate()).padStart(2, '0')}`;
}

/** Days from one real day to another, negative when the second is earlier. */
export function countDays(from: string, to: string): number {
  const [first, last] = [parseDay(from), parseDay(to)];
  if (first === undefined || last === undefined) throw new RangeError(`No day: ${from} or ${to}`);
  return last - first;
}
