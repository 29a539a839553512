import type { Evidence } from './entry.ts';

/** The newest day among the items, as precise as it is known. */
export function findNewestDay(items: readonly Evidence[]): string | undefined {
  // Text order is day order for ISO days, and `2025-03` comes after `2025`.
  return items
    .flatMap(({ date }) => date ?? [])
    .sort()
    .at(-1);
}

/** Whole years from a day (or the end of a month or year) to today; 0 when less than one. */
export function countYears(day: string, today: string): number {
  const monthAndDate = day.slice(5).padEnd(5, '~');
  const years = Number(today.slice(0, 4)) - Number(day.slice(0, 4));
  // Compared as text: `~` sorts after every digit, so an unknown part counts as the latest it can be.
  return Math.max(0, today.slice(5) < monthAndDate ? years - 1 : years);
}
