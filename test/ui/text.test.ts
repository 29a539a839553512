import { describe, expect, test } from 'vitest';
import { describeEvidence } from '../../src/ui/describe-evidence.ts';
import { chooseText } from '../../src/ui/localised-text.ts';
import { nameGrounds } from '../../src/ui/name-grounds.ts';
import { createText } from '../../src/ui/text.ts';
import { createMessageText } from './message-text.ts';

const english = createMessageText('en');
const french = createMessageText('fr');

describe('text', () => {
  test.each([
    [english, 1, '1 fact-check'],
    [english, 0, '0 fact-checks'],
    [english, 1200, '1,200 fact-checks'],
    [french, 0, '0 vérification'],
    [french, 1, '1 vérification'],
    [french, 2, '2 vérifications'],
    // French has a form for millions, which the plural stands in for.
    [french, 1_000_000, '1\u202f000\u202f000 vérifications'],
  ])('counts in the forms of its language: %#', (text, number, expected) => {
    expect(text.count('evidence_count_fact_check', number)).toBe(expected);
  });

  test.each([
    ['2026-11-24', '24 Nov 2026', '24 nov. 2026'],
    ['2026-12-01', '1 Dec 2026', '1er déc. 2026'],
    ['2026-12-11', '11 Dec 2026', '11 déc. 2026'],
    ['2018-03', 'Mar 2018', 'mars 2018'],
    ['2018', '2018', '2018'],
  ])('writes %s no more precisely than it is known', (day, inEnglish, inFrench) => {
    expect(english.day(day)).toBe(inEnglish);
    expect(french.day(day)).toBe(inFrench);
  });

  test.each([
    ['en', 'en_GB', 'en-GB'],
    ['fr', 'fr-CA', 'fr-CA'],
    ['en', 'de-DE', 'en'],
    ['fr', 'en-US', 'fr'],
  ])('with texts in %s and a browser in %s speaks %s', (written, browser, language) => {
    expect(createText(() => written, browser).language).toBe(language);
  });

  test('describes evidence by counts, heaviest kind first', () => {
    const counts = { rating: 1, 'fact-check': 7, 'legal-act': 1 } as const;
    expect(describeEvidence(counts, 3, english)).toBe(
      '1 legal act, 7 fact-checks and 1 rating by 3 organisations',
    );
    expect(describeEvidence({ 'fact-check': 2 }, 1, french)).toBe(
      '2 vérifications par 1 organisation',
    );
    expect(describeEvidence({ 'legal-act': 1, case: 1 }, 2, english)).toBe(
      '1 legal act and 1 case about a single message by 2 organisations',
    );
  });

  test('names grounds in one line, with one capital', () => {
    const grounds = ['impersonation', 'influence-operation', 'banned-outlet'] as const;
    expect(nameGrounds(grounds, english)).toBe(
      'Impersonation, influence operation and distribution suspended by an EU legal act',
    );
    expect(nameGrounds(grounds, french)).toBe(
      'Usurpation d’identité, opération d’influence et diffusion suspendue par un acte juridique de l’UE',
    );
  });

  test('chooses the French form for any French, else the English one', () => {
    const localised = { en: 'list', fr: 'liste' };
    expect(chooseText(localised, { language: 'fr-BE' })).toBe('liste');
    expect(chooseText(localised, { language: 'en-GB' })).toBe('list');
  });
});
