import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SITE_STYLE } from '../../src/site/site-style.ts';

const THEME = readFileSync(new URL('../../src/ui/theme.css', import.meta.url), 'utf8');

/** The first two palettes: light, then dark. */
function readPalettes(style: string): readonly (readonly string[])[] {
  const palettes = [...style.matchAll(/:root\s*\{([^}]*)\}/g)].slice(0, 2);
  return palettes.map(([, text = '']) => text.match(/--\w+:\s*#[0-9a-f]{6}/g) ?? []);
}

test('has the palette of the extension, whose contrast is tested there', () => {
  expect(readPalettes(SITE_STYLE)).toEqual(readPalettes(THEME));
  expect(readPalettes(SITE_STYLE).map((colours) => colours.length)).toEqual([11, 10]);
});

test('loads nothing from elsewhere', () => {
  expect(SITE_STYLE).not.toMatch(/url\(|@import|@font-face/);
});
