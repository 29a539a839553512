/** A year, a month or a day: `2023`, `2025-03`, `2023-05-26`. ISO text, so it compares as text. */
export type PartialDay = string;

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The last day that a partial day may mean: `2023` is `2023-12-31`, `2024-02` is `2024-02-29`. */
export function lastDayOf(partial: PartialDay): string {
  const match = SHAPE.exec(partial);
  const month = match?.[2] ?? '12';
  const day = match?.[3] ?? String(daysIn(Number(match?.[1]), Number(month)));
  return `${partial.slice(0, 'YYYY'.length)}-${month}-${day}`;
}

/**
 * Months after a whole day, for comparing as text only: four months after 31 October gives the
 * 31 February, which sorts where it should.
 */
export function addMonths(day: string, months: number): string {
  const total = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const month = String((total % 12) + 1).padStart(2, '0');
  return `${Math.floor(total / 12)}-${month}${day.slice('YYYY-MM'.length)}`;
}

/** Day 0 of the next month is the last of this one. */
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
