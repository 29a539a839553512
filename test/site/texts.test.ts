import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EN } from '../../src/site/texts/en.ts';
import { FR } from '../../src/site/texts/fr.ts';
import { breaksFrenchTypography } from '../support/french-typography.ts';

const TEXTS: Readonly<Record<'en' | 'fr', Readonly<Record<string, string>>>> = { en: EN, fr: FR };
const KEYS = Object.keys(EN);
const FOLDER = new URL('../../src/site/', import.meta.url);

/** `{count}` may be missing from the form for one: "the measure". */
function readPlaceholders(text = ''): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
}

describe('texts of the public pages', () => {
  test('have the same keys in the same order', () => {
    expect(Object.keys(FR)).toEqual(KEYS);
  });

  test('have the same placeholders', () => {
    const unequal = KEYS.filter(
      (key) => readPlaceholders(TEXTS.en[key]).join() !== readPlaceholders(TEXTS.fr[key]).join(),
    );
    expect(unequal).toEqual([]);
  });

  test('follow French typography', () => {
    expect(KEYS.filter((key) => breaksFrenchTypography(TEXTS.fr[key] ?? ''))).toEqual([]);
  });

  test('never judge where they should report', () => {
    const english = /\b(fake|bad|lie|lies|liar|safe|trustworthy|unreliable)\b/i;
    const french = /\b(fake|mensonge|menteur|fiable|sûre?s?|dangereux)\b/i;
    const judging = KEYS.filter(
      (key) => english.test(TEXTS.en[key] ?? '') || french.test(TEXTS.fr[key] ?? ''),
    );
    expect(judging).toEqual([]);
  });

  test('hold nothing that no page says', () => {
    const source = readdirSync(FOLDER, { encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'))
      .join('\n');
    // Fields and states are named by what the list calls them.
    const unsaid = KEYS.filter((key) => !/^(field|state)_[^_]+$/.test(key)).filter((key) => {
      const stem = key.replace(/_(one|other)$/, '');
      return !source.includes(`'${key}'`) && !source.includes(`'${stem}'`);
    });
    expect(unsaid).toEqual([]);
  });
});
