import { describe, expect, test } from 'vitest';
import { entry, type Fields } from '../support/list-files.ts';
import { makeRelease, ROOT_DIGEST, readFileOf, readText } from '../support/make-release.ts';

const read = (language: 'en' | 'fr', info: Fields = {}): string =>
  readText(readFileOf(makeRelease({ info }), language === 'en' ? 'index.html' : 'fr/index.html'));

describe('the first page', () => {
  test('says what a listing means, and what "not listed" does not', () => {
    expect(read('en')).toContain('names no websites');
    expect(read('en')).toContain('“Not listed” is no certificate.');
    expect(read('fr')).toContain('«\u00a0Non listé\u00a0» n’est pas un certificat.');
  });

  test('counts the release', () => {
    const text = read('en');
    expect(text).toContain('Entries 6 Hosts covered 8 Accounts and pages covered 1');
    expect(text).toContain('Items of evidence 16 Organisations quoted 4');
    expect(text).toContain('Listed 2 Contested 1 Suspended 1 Removed 1 Lapsed 1');
    expect(text).toContain('Repeated false claims 6 Impersonation 1');
    expect(text).toMatch(/The checker ↗ 8 The rater ↗ 6/);
  });

  test('names version, day, licence and how long it is believed', () => {
    expect(read('en')).toMatch(
      /CC-BY-4\.0 ↗ Version 2 Published on 25 Nov 2026 Believed until 24 Jan 2027/,
    );
    // The list of the test is believed for 60 days.
    expect(read('en', { maxStaleDays: 1 })).toContain('Believed until 26 Nov 2026');
  });

  test('is believed from the day on which it was last signed as current', () => {
    const renewed = { ...makeRelease(), today: '2027-01-10' };
    const text = readText(readFileOf(renewed, 'index.html'));
    expect(text).toContain('Published on 25 Nov 2026 Believed until 11 Mar 2027');
    expect(text).toContain('unless its publisher has confirmed it again by then');
  });

  test.each<[Fields, string]>([
    [{}, 'Published by The list names nobody'],
    [{ publisher: { name: 'The Press' } }, 'Published by The Press Licence'],
    [
      { publisher: { name: 'The Press', url: 'https://press.example/' } },
      'Published by The Press ↗ Licence',
    ],
  ])('names the publisher of %j', (info, said) => {
    expect(read('en', info)).toContain(said);
  });

  test('gives the digest to follow it by', () => {
    expect(read('fr')).toContain(`Empreinte racine ${ROOT_DIGEST}`);
  });

  test('has numbers for an empty list', () => {
    const text = readText(readFileOf(makeRelease({ entries: {} }), 'index.html'));
    expect(text).toContain('Entries 0 Hosts covered 0');
  });
});

describe('the policy page', () => {
  const policy = (info: Fields = {}): string =>
    readText(readFileOf(makeRelease({ entries: { one: entry() }, info }), 'policy.html'));

  test('has the numbers of the list', () => {
    const info = { thresholds: { independentOrganisations: 3 }, reviewDays: 400 };
    expect(policy()).toContain('evidence of 2 independent organisations');
    expect(policy(info)).toContain('evidence of 3 independent organisations');
    expect(policy()).toContain('at most 365 days after the last one');
    expect(policy(info)).toContain('at most 400 days after the last one');
  });

  test('leads to the page of the list where there is one', () => {
    expect(policy()).toContain('ask whoever serves this page');
    const text = policy({ homePage: 'https://list.example/' });
    expect(text).toContain('The page of the list leads to its repository.');
    expect(text).not.toContain('ask whoever serves this page');
  });

  test('tells what the first release rests on of our own list only', () => {
    expect(policy({ id: 'demonitor' })).toContain('What the first release rests on');
    expect(policy({ id: 'demonitor' })).not.toContain('that page decides');
    expect(policy()).not.toContain('What the first release rests on');
    expect(policy()).toContain('that page decides');
  });
});
