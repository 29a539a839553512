import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { breaksFrenchTypography } from './support/french-typography.ts';
import { MESSAGES } from './ui/message-text.ts';

const LANGUAGES = ['en', 'fr'] as const;
const ROOT = new URL('../', import.meta.url);
const KEYS = Object.keys(MESSAGES.en);

describe('locales', () => {
  test('have the same keys in the same order', () => {
    expect(Object.keys(MESSAGES.fr)).toEqual(KEYS);
  });

  test.each(LANGUAGES)('have no empty text in %s', (language) => {
    expect(KEYS.filter((key) => MESSAGES[language][key]?.message.trim() === '')).toEqual([]);
  });

  test('have the same placeholders at the same places', () => {
    const unequal = KEYS.filter(
      (key) =>
        JSON.stringify(MESSAGES.en[key]?.placeholders) !==
        JSON.stringify(MESSAGES.fr[key]?.placeholders),
    );
    expect(unequal).toEqual([]);
  });

  test.each(LANGUAGES)('declare every placeholder that %s uses, from $1 on', (language) => {
    const undeclared = KEYS.filter((key) => {
      const { message = '', placeholders = {} } = MESSAGES[language][key] ?? {};
      const used = [...message.matchAll(/\$(\w+)\$/g)].map(([, name = '']) => name.toLowerCase());
      const contents = Object.values(placeholders).map(({ content }) => content);
      return (
        used.some((name) => !(name in placeholders)) ||
        contents.some((content, index) => content !== `$${index + 1}`)
      );
    });
    expect(undeclared).toEqual([]);
  });

  test.each(LANGUAGES)('use every placeholder in %s', (language) => {
    const unused = KEYS.filter((key) => {
      const { message = '', placeholders = {} } = MESSAGES[language][key] ?? {};
      // The form for one may leave its number out: "the measure that applies".
      const mayDrop = (name: string) => name === 'count' && key.endsWith('_one');
      const names = Object.keys(placeholders).filter((name) => !mayDrop(name));
      return names.some((name) => !message.includes(`$${name.toUpperCase()}$`));
    });
    expect(unused).toEqual([]);
  });

  test('have both forms of whatever is counted', () => {
    const stems = KEYS.flatMap((key) => /^(.*)_(?:one|other)$/.exec(key)?.[1] ?? []);
    const halves = stems.filter(
      (stem) => !KEYS.includes(`${stem}_one`) || !KEYS.includes(`${stem}_other`),
    );
    expect(halves).toEqual([]);
  });

  test('hold nothing that no part says', () => {
    const said = readSaid();
    const unsaid = KEYS.filter(
      (key) => !said.has(key) && !said.has(key.replace(/_(one|other)$/, '')),
    );
    expect(unsaid).toEqual([]);
  });

  test('hold whatever the manifest and the untyped callers ask for', () => {
    const asked = [
      ...[...readManifest().matchAll(/__MSG_(\w+)__/g)].map(([, key = '']) => key),
      ...readSource().flatMap((source) =>
        [...source.matchAll(/getMessage\(\s*'(\w+)'/g)].map(([, key = '']) => key),
      ),
    ];
    expect(asked.filter((key) => !KEYS.includes(key))).toEqual([]);
  });

  test('fit the limits of the extension stores', () => {
    const key = 'extension_description';
    for (const language of LANGUAGES) {
      // https://developer.chrome.com/docs/extensions/reference/manifest/description
      expect(MESSAGES[language][key]?.message.length).toBeLessThanOrEqual(132);
    }
  });

  test('follow French typography', () => {
    const faults = KEYS.filter((key) => breaksFrenchTypography(MESSAGES.fr[key]?.message ?? ''));
    expect(faults).toEqual([]);
  });

  test('never judge where they should report', () => {
    const english = /\b(fake|bad|lie|lies|liar|safe|trustworthy|unreliable)\b/i;
    const french = /\b(fake|mensonge|menteur|fiable|sûre?s?|dangereux)\b/i;
    const judging = KEYS.filter(
      (key) =>
        english.test(MESSAGES.en[key]?.message ?? '') ||
        french.test(MESSAGES.fr[key]?.message ?? ''),
    );
    expect(judging).toEqual([]);
  });
});

/** Every quoted word in the sources and in the manifest: keys are always written out. */
function readSaid(): ReadonlySet<string> {
  const words = readSource().flatMap((source) =>
    [...source.matchAll(/'(\w+)'/g)].map(([, word = '']) => word),
  );
  const inManifest = [...readManifest().matchAll(/__MSG_(\w+)__/g)].map(([, key = '']) => key);
  return new Set([...words, ...inManifest]);
}

function readSource(): readonly string[] {
  return readdirSync(new URL('src/', ROOT), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(new URL(`src/${path}`, ROOT), 'utf8'));
}

function readManifest(): string {
  return readFileSync(new URL('manifest.json', ROOT), 'utf8');
}
