import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BADGE_STYLE } from '../../src/content/badge-style.ts';

/** WCAG 2.2, 1.4.3: text and its ground. */
const MIN_TEXT_CONTRAST = 4.5;

const THEME = readFileSync(new URL('../../src/ui/theme.css', import.meta.url), 'utf8');

const THEME_PAIRS = ['ink', 'soft', 'link'].flatMap((text) =>
  ['paper', 'card', 'caution', 'note'].map((ground) => [text, ground] as const),
);
const BADGE_PAIRS = [
  ['ink', 'paper'],
  ['soft', 'paper'],
] as const;

describe.each([
  ['theme', THEME, THEME_PAIRS],
  ['badge', BADGE_STYLE, BADGE_PAIRS],
])('%s', (_, style, pairs) => {
  test.each(pairs)('%s on %s is readable in light and dark', (text, ground) => {
    const [light, dark] = style.split(/@media \(prefers-color-scheme:\s*dark\)/);
    for (const scheme of [readColours(light), { ...readColours(light), ...readColours(dark) }]) {
      expect(contrast(scheme[text], scheme[ground])).toBeGreaterThanOrEqual(MIN_TEXT_CONTRAST);
    }
  });
});

function readColours(style = ''): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...style.matchAll(/--(\w+):\s*#([0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]),
  );
}

/** WCAG 2.2, definition of contrast ratio. */
function contrast(a = '', b = ''): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((start) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
