import { describe, expect, test } from 'vitest';
import { makeRelease, readFileOf, readSite, readText } from '../support/make-release.ts';

const RELEASE = makeRelease();
const SITE = readSite(RELEASE);

function read(slug: string, language: 'en' | 'fr' = 'en'): string {
  const folder = language === 'en' ? '' : 'fr/';
  return readText(String(SITE.get(`${folder}entries/${slug}.html`)));
}

describe('the page of an entry', () => {
  test.each([
    ['truth', 'Listed', 'Listée'],
    ['appealed', 'Contested', 'Contestée'],
    ['suspended', 'Suspended', 'Suspendue'],
    ['removed', 'Removed', 'Retirée'],
    ['lapsed', 'Lapsed', 'Expirée'],
    ['last-day', 'Listed', 'Listée'],
  ])('shows the state of %s', (slug, english, french) => {
    const tag = /class="tag tag-[a-z]+">([^<]*)</;
    expect(tag.exec(String(SITE.get(`entries/${slug}.html`)))?.[1]).toBe(english);
    expect(tag.exec(String(SITE.get(`fr/entries/${slug}.html`)))?.[1]).toBe(french);
  });

  test('says by when a lapsed entry should have been reviewed', () => {
    expect(read('lapsed')).toContain('A review was due by 24 Nov 2026');
    // Only said once a script sees a later day.
    const notes = /<p class="note" hidden data-until="2026-11-25">/;
    expect(SITE.get('entries/last-day.html')).toMatch(notes);
    expect(SITE.get('entries/lapsed.html')).not.toContain('data-until');
  });

  test('counts the evidence and the organisations', () => {
    const counts = '1 legal act, 3 fact-checks, 1 case about a single message and 1 rating by 4';
    expect(read('truth')).toContain(`${counts} organisations`);
    expect(read('truth', 'fr')).toContain('1 acte juridique, 3 vérifications, 1 cas');
  });

  test('gives every item its day, or where and when it was seen', () => {
    expect(read('truth')).toContain('Fact-check, 14 Mar 2025');
    expect(read('truth')).toContain(
      'Rating, undated ↗ rater.example · transcribed 20 Nov 2026 from A copy of the ratings',
    );
  });

  test('says which item speaks of which address', () => {
    const text = read('truth');
    expect(text).toContain('About mirror.test only.');
    expect(text).toContain('Ties this address to truth.test as its mirror or new address.');
    expect(text.match(/About [a-z.]+ only/g)).toHaveLength(1);
  });

  test('names hosts and paths apart, with what they cover and imitate', () => {
    const text = read('truth');
    expect(text).toContain(
      'Hosts, each with all its subdomains truth.test mirror.test , described as an imitation of medium.test',
    );
    expect(text).toContain('not the rest of the site shared.test/truth');
  });

  test('explains the commitments and the law that the grounds touch', () => {
    const text = read('truth');
    expect(text).toContain('Commitment 1:');
    expect(text).toContain('Measure 1.1');
    expect(text).toContain('Commitment 14:');
    // Not an influence operation.
    expect(text).not.toContain('Commitment 16:');
    expect(text).not.toContain('What the law says');
    expect(read('truth', 'fr')).toContain('Engagement 14\u00a0:');
  });

  test.each([
    ['last-day', true],
    ['appealed', true],
    ['lapsed', false],
    ['suspended', false],
    ['removed', false],
  ])('asks something about %s: %s', (slug, isAsked) => {
    expect(read(slug).includes('Commitment 1:')).toBe(isAsked);
    expect(read(slug).includes('Why it is listed')).toBe(isAsked);
    expect(read(slug).includes('Grounds that were given')).toBe(!isAsked);
  });

  test('leaves the Code out when the context has none', () => {
    const without = { ...RELEASE, context: { ...RELEASE.context, code: {} } };
    const text = readText(readFileOf(without, 'entries/truth.html'));
    expect(text).not.toContain('Commitment');
    expect(text).toContain('Why it is listed');
  });

  test('quotes the reply whole, with how it was proved', () => {
    expect(SITE.get('entries/truth.html')).toContain('We stand by it.\nAll of it.');
    expect(read('truth')).toContain('proved by a DNS record');
    expect(read('removed')).not.toContain('In the source’s own words');
  });

  test('tells when it was listed and reviewed, and when it lapses', () => {
    expect(read('truth')).toMatch(
      /Listed since 24 Nov 2026 Entry reviewed 24 Nov 2026 Lapses without a new review 24 Nov 2027/,
    );
  });

  test('names an organisation that the list does not describe by its id', () => {
    const context = { ...RELEASE.context, organisations: [] };
    const text = readText(readFileOf({ ...RELEASE, context }, 'entries/truth.html'));
    expect(text).toContain('Organisation “checker”');
  });
});
