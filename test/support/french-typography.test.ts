import { expect, it } from 'vitest';
import { breaksFrenchTypography } from './french-typography.ts';

it.each([
  ['\u00ab\u00a0Liste\u00a0\u00bb\u00a0: l\u2019une\u202f; l\u2019autre\u202f?', false],
  ['https://a.example/?b', false],
  ['Liste\u202f: a', true],
  ['Liste : a', true],
  ['a\u00a0; b', true],
  ['a\u00a0!', true],
  ['\u00ab\u202fListe\u202f\u00bb', true],
  ["l'une", true],
])('whether %j breaks the norm: %s', (text, isBroken) => {
  expect(breaksFrenchTypography(text)).toBe(isBroken);
});
