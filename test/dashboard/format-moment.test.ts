import { expect, test } from 'vitest';
import { formatAgo, formatBytes, formatMoment } from '../../src/dashboard/format-moment.ts';

const EN = { language: 'en-GB' };
const FR = { language: 'fr' };
const NOW = Date.UTC(2026, 10, 25, 10);
const MINUTE = 60_000;

test.each([
  [0, 'this minute'],
  [-59_999, 'this minute'],
  [-MINUTE, '1 minute ago'],
  [-59 * MINUTE, '59 minutes ago'],
  [-60 * MINUTE, '1 hour ago'],
  [-24 * 60 * MINUTE + 1, '23 hours ago'],
  [-24 * 60 * MINUTE, 'yesterday'],
  [90 * MINUTE, 'in 1 hour'],
])('%d ms from now is told as "%s"', (distance, words) => {
  expect(formatAgo(NOW + distance, NOW, EN)).toBe(words);
});

test.each([
  [999, EN, '999 bytes'],
  [1_000, EN, '1 kB'],
  [12_345, EN, '12.3 kB'],
  [2_000_000, EN, '2 MB'],
  [12_345, FR, '12,3\u202fko'],
])('%d bytes are told as %j %s', (bytes, language, words) => {
  expect(formatBytes(bytes, language)).toBe(words);
});

test('a moment has day and time', () => {
  expect(formatMoment(NOW, EN)).toMatch(/^2[456] Nov 2026, \d\d:\d\d$/);
});

test('what is no moment is told as none', () => {
  expect(formatMoment(Number.NaN, EN)).toBe('–');
  expect(formatAgo(Number.POSITIVE_INFINITY, NOW, EN)).toBe('–');
});
