// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { FINDING, VIEWS } from './example-views.ts';
import { closePopup, openPopup } from './open-popup.tsx';

afterEach(closePopup);

describe('popup on a listed page', () => {
  test('says that it is listed, who, and how far the entry reaches', async () => {
    const { read } = await openPopup(VIEWS.listed);
    expect(read('h1')).toBe('Listed');
    expect(read('h2')).toBe('Example Truth');
    expect(read('main')).toContain('covers example-truth.test and all its subdomains');
  });

  test('says of a path that the rest of the site is not meant', async () => {
    const finding = { ...FINDING, scope: 't.me/exampletruth' };
    const { read } = await openPopup({ ...VIEWS.listed, findings: [finding] });
    expect(read('main')).toContain('t.me/exampletruth and the pages below it, not the rest');
  });

  test('tells the parts in the order in which they are needed', async () => {
    const { readAll } = await openPopup(VIEWS.contested);
    expect(readAll('h3')).toEqual([
      'What the Code asks',
      'Why it is listed',
      'Evidence',
      'In the source’s own words',
      'The list',
    ]);
  });

  test('says whom the Code binds and that it names no websites', async () => {
    const { read } = await openPopup(VIEWS.listed);
    expect(read('main')).toContain('Commitment 1: Demonetising disinformation');
    expect(read('main')).toContain('Asked of: companies that sell advertising.');
    expect(read('.note')).toContain('binds only the companies that signed it');
    expect(read('.note')).toContain('The Code names no websites.');
    expect(read('.note')).toContain('not an official finding');
  });

  test('says a commitment once, with all whom it asks', async () => {
    const { read, readAll } = await openPopup(VIEWS.network);
    expect(readAll('.commitment h4')).toEqual([
      'Commitment 1: Demonetising disinformation',
      'Commitment 2: Demonetising disinformation',
    ]);
    expect(read('main')).toContain(
      'companies that sell advertising and advertisers with their agencies',
    );
    expect(readAll('.commitment dt')).toEqual(['Measure 1.1', 'Measure 1.2', 'Measure 1.4']);
  });

  test('marks a measure that is not verified, with its note, and says what the mark means', async () => {
    const { readAll, read } = await openPopup(VIEWS.listed);
    expect(readAll('.commitment dd').map((line) => line.includes('(unverified)'))).toEqual([
      ...[false, true, false],
    ]);
    expect(readAll('.commitment dd')).toContain('The beginning is confirmed.');
    expect(read('.commitment')).toContain('“Unverified” means');
  });

  test('counts the evidence and says how old the newest is', async () => {
    const { read } = await openPopup(VIEWS.listed);
    expect(read('main')).toContain(
      '5 fact-checks, 2 cases about single messages and 1 source list by 3 organisations',
    );
    expect(read('main')).toContain('Newest evidence: 28 Dec 2018. That is 7 years old');
  });

  test.each([
    ['2025-11-25', []],
    [
      '2025-11-24',
      ['Newest evidence: 24 Nov 2025. That is 1 year old: the source may have changed since.'],
    ],
  ])('marks evidence of %s as old once it is a year old', async (date, marked) => {
    const [first] = FINDING.entry.evidence;
    if (first === undefined) throw new Error('The example has no evidence.');
    const entry = { ...FINDING.entry, evidence: [{ ...first, date }] };
    const view = { ...VIEWS.listed, findings: [{ ...FINDING, entry }] };
    const { readAll } = await openPopup(view);
    expect(readAll('.caution')).toEqual(marked);
  });

  test('does not call a legal act old: it holds until it is repealed', async () => {
    const { read } = await openPopup({ ...VIEWS.network, today: '2029-06-04' });
    expect(read('main')).toContain('Newest evidence: 3 Jun 2026.');
    expect(read('main')).not.toContain('years old');
  });

  test('groups the evidence by organisation, each item with kind, day and link', async () => {
    const { readAll, find } = await openPopup(VIEWS.listed);
    expect(readAll('.group h4')).toEqual([
      'Example Check ↗ fact-checker · IFCN member at the time',
      'Example Cases ↗ public body',
      'Example Desk ↗ newsroom',
    ]);
    const link = find('.items a');
    expect(link.textContent).toBe('Fact-check, 28 Dec 2018 ↗');
    expect(link.getAttribute('href')).toBe('https://www.check.example/b');
  });

  test('shows two items with one address, each once, also when the view is drawn again', async () => {
    const twice = FINDING.entry.evidence.slice(0, 1).flatMap((item) => [
      { ...item, claim: 'First' },
      { ...item, claim: 'Second' },
    ]);
    const entry = { ...FINDING.entry, evidence: twice };
    const view = { ...VIEWS.listed, findings: [{ ...FINDING, entry, isDismissed: true }] };
    const { press, readAll } = await openPopup(view);
    await press('Show it again');
    expect(readAll('.claim')).toEqual(['First', 'Second']);
  });

  test('marks claims as English in French too, and no words of the source', async () => {
    const { find } = await openPopup(VIEWS.contested, {}, 'fr');
    expect(find('.claim').lang).toBe('en');
    expect(find('blockquote').hasAttribute('lang')).toBe(false);
    expect(find('blockquote').dir).toBe('auto');
    expect(find('.label > h2').hasAttribute('lang')).toBe(false);
  });

  test('shows undated evidence as undated, with the day it was transcribed', async () => {
    const { read } = await openPopup(VIEWS.listed);
    expect(read('main')).toContain('Fact-check, undated');
    expect(read('main')).toContain('transcribed 24 Nov 2026 from example/transcript');
  });

  test('says of who judges messages that the source appeared in its cases', async () => {
    const { read } = await openPopup(VIEWS.listed);
    expect(read('main')).toContain('Case, 22 May 2017');
    expect(read('main')).toContain('The source appeared in the cases shown.');
  });

  test('leaves out the evidence about other addresses of a network, and says so', async () => {
    const { read } = await openPopup(VIEWS.network);
    expect(read('main')).not.toContain('unknown.example');
    expect(read('main')).toContain('1 further item is about other addresses');
  });

  test('says whom the address imitates by the evidence, and no more', async () => {
    const { readAll } = await openPopup(VIEWS.network);
    expect(readAll('p.strong')).toContain(
      'The evidence describes this address as an imitation of paper.example.',
    );
  });

  test('keeps the law apart from the Code', async () => {
    const { readAll, read } = await openPopup(VIEWS.network);
    expect(readAll('h3')).toContain('What the law says');
    expect(read('main')).toContain('Regulation (EU) No 833/2014');
  });

  test('shows a contested entry as contested, with the reply as it was sent', async () => {
    const { read } = await openPopup(VIEWS.contested);
    expect(read('.tag')).toBe('Contested');
    expect(read('h2 + p')).toBe('Publisher Contested');
    expect(read('blockquote')).toBe(
      'We corrected both articles in 2019.\nThe list does not say so.',
    );
    expect(read('main')).toContain('proved by a DNS record');
  });

  test('names list, version, review and the day on which the entry lapses', async () => {
    const { read } = await openPopup(VIEWS.listed);
    expect(read('.rows')).toContain('ListExample list');
    expect(read('.rows')).toContain('1204, published 20 Nov 2026');
    expect(read('.rows')).toContain('Entry reviewed24 Nov 2026');
    expect(read('.rows')).toContain('Lapses without a new review24 Nov 2027');
  });

  test('opens every link in a new tab that learns nothing of the popup', async () => {
    const { findAll } = await openPopup(VIEWS.network);
    expect(findAll('a').length).toBeGreaterThan(5);
    for (const link of findAll('a')) {
      expect(link.getAttribute('target')).toBe('_blank');
      expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    }
  });

  test('says listed all the same where the entry cannot be read, and offers to rebuild', async () => {
    const { read, press, source } = await openPopup(VIEWS.unreadable);
    expect(read('h1')).toBe('Listed');
    expect(read('h2')).toBe('Entry “example-truth”');
    expect(read('main')).toContain('covers example-truth.test and all its subdomains');
    expect(read('.tag')).toBe('Contested');
    expect(read('.caution')).toContain('cannot be read on this machine');
    expect(read('.rows')).toContain('1204, published 20 Nov 2026');
    expect(read('.wrong')).toContain('Entry: example-truth');
    await press('Rebuild the list');
    expect(source.repairList).toHaveBeenCalledOnce();
    expect(source.readCurrentPage).toHaveBeenCalledTimes(2);
  });

  test.each([
    ['en', 'The list'],
    ['fr', 'La liste'],
  ] as const)('names the list in the reader’s language, %s', async (language, title) => {
    const list = { ...FINDING.list, titles: { en: 'The list', fr: 'La liste' } };
    const view = { ...VIEWS.listed, findings: [{ ...FINDING, list }], staleLists: [list] };
    const { read } = await openPopup(view, {}, language);
    expect(read('.rows dd')).toBe(title);
    expect(read('.lists')).toContain(title);
  });

  test('shows what every list says', async () => {
    const { read, readAll } = await openPopup(VIEWS.twoLists);
    expect(read('main')).toContain('On 2 lists');
    expect(readAll('.label > h2')).toEqual(['Example Truth', 'Example clone operation']);
    expect(read('main')).toContain('Too old to be believed, not consulted');
  });

  test('says nothing of a hidden mark where none is hidden', async () => {
    const { read } = await openPopup(VIEWS.listed);
    expect(read('main')).not.toContain('You have hidden the mark');
  });

  test('brings a hidden mark back', async () => {
    const { press, source } = await openPopup(VIEWS.contested);
    await press('Show it again');
    expect(source.restoreDismissed).toHaveBeenCalledWith({
      list: 'example',
      entry: 'example-truth',
    });
    expect(source.readCurrentPage).toHaveBeenCalledTimes(2);
  });
});
