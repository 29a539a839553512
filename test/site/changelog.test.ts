import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import type { EntryChange } from '../../src/list/diff-lists.ts';
import { describeChange } from '../../src/site/describe-change.ts';
import type { ReleaseRecord } from '../../src/site/public-release.ts';
import { createSiteText } from '../../src/site/site-text.ts';
import { breaksFrenchTypography } from '../support/french-typography.ts';
import { makeRelease, ROOT_DIGEST, readFileOf, readText } from '../support/make-release.ts';

const NOTHING: EntryChange = {
  slug: 'truth',
  name: 'Example Truth',
  scopesAdded: [],
  scopesRemoved: [],
  evidenceAdded: 0,
  evidenceRemoved: 0,
  fields: [],
};
const EMPTY: ReleaseRecord = {
  version: 3,
  publishedOn: '2026-12-01',
  diff: { added: [], removed: [], changed: [], listFields: [] },
};

function withRecords(...changelog: readonly ReleaseRecord[]) {
  return { ...makeRelease(), changelog };
}

describe('the changelog page', () => {
  test('tells releases from the newest on, each with its anchor', () => {
    const html = readFileOf(makeRelease(), 'changelog.html');
    expect(html.indexOf('id="release-2"')).toBeGreaterThan(0);
    expect(html.indexOf('id="release-1"')).toBeGreaterThan(html.indexOf('id="release-2"'));
    expect(readText(html)).toContain('Version 2, 25 Nov 2026 4 entries added');
  });

  test('leads to entries that are there, and names those that went', () => {
    const removed = [{ slug: 'went', name: 'Went Away', scopes: ['went.test'] }];
    const changed = [{ ...NOTHING, evidenceAdded: 2 }];
    const diff = { ...EMPTY.diff, removed, changed };
    const html = readFileOf(withRecords({ ...EMPTY, diff }), 'fr/changelog.html');
    expect(html).toContain('href="../fr/entries/truth.html"');
    expect(html).not.toContain('entries/went.html');
    expect(readText(html)).toMatch(/1 fiche ôtée de la liste +Went Away +went\.test/);
    expect(readText(html)).toMatch(/Example Truth +2 éléments ajoutés/);
  });

  test('says so when nothing changed, and what the list says of itself', () => {
    const text = readText(readFileOf(withRecords(EMPTY), 'changelog.html'));
    expect(text).toContain('No entry changed.');
    const diff = { ...EMPTY.diff, listFields: ['licence', 'newerField'] };
    expect(readText(readFileOf(withRecords({ ...EMPTY, diff }), 'changelog.html'))).toContain(
      'The list’s own data changed: licence and newerField.',
    );
  });

  test.each([
    [200, ''],
    [201, 'and 1 more, in changelog.json'],
  ])('names %i entries of one kind: %s', (count, more) => {
    const added = Array.from({ length: count }, (_, at) => ({
      ...{ slug: `e${at}`, name: `Name ${at}`, scopes: ['a.test'] },
    }));
    const record = { ...EMPTY, diff: { ...EMPTY.diff, added } };
    const html = readFileOf(withRecords(record), 'changelog.html');
    expect(html.match(/<bdi>Name /g)).toHaveLength(200);
    expect(readText(html).includes('more, in changelog.json')).toBe(more !== '');
    expect(readText(html)).toContain(more);
  });
});

describe('a changed entry', () => {
  test.each<[Partial<EntryChange>, string]>([
    [{ scopesAdded: ['a.test', 'b.test'] }, 'now also covers a.test and b.test'],
    [{ scopesRemoved: ['a.test'] }, 'no longer covers a.test'],
    [
      { evidenceAdded: 1, evidenceRemoved: 2 },
      '1 item of evidence added · 2 items of evidence removed',
    ],
    [{ state: { from: 'listed', to: 'appealed' } }, 'state: listed, now contested'],
    [{ state: { from: 'listed', to: 'newer' } }, 'state: listed, now newer'],
    [{ fields: ['reviewBy', 'newer'] }, 'changed: day by which the next review is due and newer'],
    [
      { scopesAdded: ['1.test', '2.test', '3.test', '4.test', '5.test', '6.test'] },
      'now also covers 1.test, 2.test, 3.test, 4.test, 5.test and 1 more',
    ],
  ])('%j reads well', (change, line) => {
    expect(describeChange({ ...NOTHING, ...change }, createSiteText('en'))).toBe(line);
  });

  test('keeps French typography', () => {
    const line = describeChange(
      { ...NOTHING, state: { from: 'listed', to: 'lapsed' }, fields: ['reply'] },
      createSiteText('fr'),
    );
    expect(line).toContain('état\u00a0: listée, désormais expirée');
    expect(breaksFrenchTypography(line)).toBe(false);
  });
});

describe('changelog.atom', () => {
  function parse(text: string) {
    const window = new Window();
    return new window.DOMParser().parseFromString(text, 'application/xml');
  }

  test('is a feed with all that RFC 4287 asks for', () => {
    const feed = parse(readFileOf(makeRelease(), 'changelog.atom')).documentElement;
    const read = (path: string) => feed.querySelector(path)?.textContent ?? '';
    expect(feed.tagName).toBe('feed');
    expect(feed.getAttribute('xmlns')).toBe('http://www.w3.org/2005/Atom');
    expect(read('id')).toBe('urn:uuid:01234567-89ab-8cde-8f01-000000000000');
    expect(read('updated')).toBe('2026-11-25T00:00:00Z');
    expect(read('title')).toBe('Test list: Changelog');
    expect(read('author > name')).toBe('Test list');
    const entries = [...feed.querySelectorAll('entry')];
    expect(entries.map((each) => each.querySelector('id')?.textContent)).toEqual([
      'urn:uuid:01234567-89ab-8cde-8f01-000000000002',
      'urn:uuid:01234567-89ab-8cde-8f01-000000000001',
    ]);
    for (const each of entries) {
      for (const name of ['title', 'updated', 'content', 'link']) {
        expect(each.querySelectorAll(name)).toHaveLength(1);
      }
    }
  });

  test('takes ids from the root of trust, so that two lists never share one', () => {
    const other = { ...makeRelease(), rootDigest: [...ROOT_DIGEST].reverse().join('') };
    expect(readFileOf(other, 'changelog.atom')).toContain('urn:uuid:fedcba98-7654-8321-80fe-');
  });

  test('names the publisher, and escapes what it is told', () => {
    const publisher = { name: 'A & B <press>' };
    const text = readFileOf(makeRelease({ info: { publisher } }), 'changelog.atom');
    expect(text).toContain('<author><name>A &amp; B &lt;press&gt;</name></author>');
    const { documentElement } = parse(text);
    expect(documentElement.querySelector('author > name')?.textContent).toBe(publisher.name);
  });

  test('ends after fifty releases', () => {
    const records = Array.from({ length: 51 }, (_, at) => ({ ...EMPTY, version: 60 - at }));
    const text = readFileOf(withRecords(...records), 'changelog.atom');
    expect(text.match(/<entry>/g)).toHaveLength(50);
  });
});
