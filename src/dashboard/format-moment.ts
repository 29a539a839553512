import type { Text } from '../ui/text.ts';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** `25 Nov 2026, 10:02` by the reader's clock and time zone. */
export function formatMoment(milliseconds: number, { language }: Pick<Text, 'language'>): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return formatOr(milliseconds, () => format.format(milliseconds));
}

/** `3 hours ago` or `in 20 minutes`, in the largest unit that it fills. */
export function formatAgo(
  milliseconds: number,
  now: number,
  { language }: Pick<Text, 'language'>,
): string {
  const distance = milliseconds - now;
  const [unit, size] = UNITS.find(([, each]) => Math.abs(distance) >= each) ?? ['minute', 60_000];
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return formatOr(milliseconds, () => format.format(Math.trunc(distance / size) || 0, unit));
}

/** `12.3 kB` (`12,3 ko`), in thousands as browsers show downloads. */
export function formatBytes(bytes: number, { language }: Pick<Text, 'language'>): string {
  const [unit, size] = chooseByteUnit(bytes);
  // Short, a byte has no plural: "999 byte".
  const unitDisplay = unit === 'byte' ? 'long' : 'short';
  const style = { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language, style).format(bytes / size);
}

function chooseByteUnit(bytes: number): readonly [string, number] {
  if (bytes >= 1_000_000) return ['megabyte', 1_000_000];
  return bytes >= 1_000 ? ['kilobyte', 1_000] : ['byte', 1];
}

/** `Intl` throws on what is no moment; the reader is shown that none is known. */
function formatOr(milliseconds: number, format: () => string): string {
  return Number.isNaN(new Date(milliseconds).getTime()) ? '–' : format();
}
