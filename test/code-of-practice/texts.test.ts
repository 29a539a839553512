import { expect, test } from 'vitest';
import { breaksFrenchTypography } from '../support/french-typography.ts';
import { readCatalogue, readCodeFiles } from './read-code-files.ts';

/** Every `{en, fr}` below a value, with where it stands. */
function* findTexts(value: unknown, at = ''): Generator<{ at: string; en: string; fr: string }> {
  if (typeof value !== 'object' || value === null) return;
  if ('en' in value || 'fr' in value) {
    const { en = '', fr = '' } = value as { en?: unknown; fr?: unknown };
    yield { at, en: String(en), fr: String(fr) };
    return;
  }
  for (const [key, item] of Object.entries(value)) yield* findTexts(item, `${at}/${key}`);
}

const files = readCodeFiles();
const texts = [...findTexts(files)];

test('every text is there in both languages, and they differ', () => {
  expect(texts.length).toBeGreaterThan(200);
  const poor = texts.filter(({ en, fr }) => en.trim() === '' || fr.trim() === '' || en === fr);
  expect(poor).toEqual([]);
});

test('apostrophes are curved, and French signs stand behind the no-break space of the norm', () => {
  const poor = texts.filter(({ en, fr }) => /['"]/.test(en) || breaksFrenchTypography(fr));
  expect(poor).toEqual([]);
});

test('the French uses the words of the Code and of the law', () => {
  const french = texts.map(({ fr }) => fr).join('\n');
  expect(french).toContain('règlement sur les services numériques');
  expect(french).toContain('ode de bonnes pratiques');
  expect(french).not.toMatch(/code de pratique|commitment|loi sur les services numériques/i);
});

test('nothing is given as remembered, and nothing is a note to ourselves', () => {
  expect(JSON.stringify(files)).not.toMatch(
    /from memory|by memory|to be checked|de mémoire|à vérifier/i,
  );
});

test('no total of measures is stated for an edition but the official one', () => {
  const { editions, texts: all } = readCatalogue();
  expect(editions.map(({ measures }) => measures)).toEqual([undefined, 128, undefined]);
  // The summarised ones are no complete list; if they were, somebody would count them.
  expect(all.flatMap(({ measures }) => measures).length).toBeLessThan(100);
});

test('we say "listed", never what the Code does not say', () => {
  const words = texts.map(({ en }) => en).join('\n');
  expect(words).not.toMatch(/fake news|blacklist|bad site/i);
});
