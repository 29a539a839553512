import { expect, test } from 'vitest';
import type { Problem } from '../../src/list/problem.ts';
import {
  entry,
  type Fields,
  factCheck,
  LIST_INFO,
  type ListParts,
  NEVER_LIST,
  ORGANISATIONS,
  PLATFORMS,
  rating,
  readTestList,
} from '../support/list-files.ts';

function listFaults(parts: ListParts): readonly string[] {
  // Unknown fields of a file that can't be read are told beside them, as policy.
  const problems = readTestList(parts).problems.filter(({ level }) => level === 'form');
  expect(problems.every(({ what, cure }) => what && cure)).toBe(true);
  return problems.map(({ file, field }: Problem) => `${file} ${field}`.trim());
}

function listEntryFaults(fields: Fields): readonly string[] {
  return listFaults({ entries: { 'example-truth': entry(fields) } }).map((fault) =>
    fault.replace('sources/example-truth.json ', ''),
  );
}

test('finds nothing wrong in the form of a right list', () => {
  expect(listFaults({})).toEqual([]);
});

test.each<[string, Fields, string]>([
  ['an unknown kind', { kind: 'aggregator' }, 'kind'],
  ['an unknown state', { state: 'paused' }, 'state'],
  ['an unknown ground', { grounds: ['bad-taste'] }, 'grounds[0]'],
  ['no ground', { grounds: [] }, 'grounds'],
  ['no evidence', { evidence: [] }, 'evidence'],
  ['no scope', { scopes: [] }, 'scopes'],
  [
    'an unknown kind of evidence',
    { evidence: [factCheck({ kind: 'podcast' })] },
    'evidence[0].kind',
  ],
  ['a blank name', { name: '  ' }, 'name'],
  ['no name', { name: undefined }, 'name'],
  ['a name too long', { name: 'x'.repeat(201) }, 'name'],
  ['a country in small letters', { country: 'fr' }, 'country'],
  ['a language with a region', { languages: ['fr-CA'] }, 'languages[0]'],
  ['a day that does not exist', { reviewed: '2026-02-30' }, 'reviewed'],
  ['a quarter', { evidence: [factCheck({ date: '2025-Q3' })] }, 'evidence[0].date'],
  [
    'an address that is not http(s)',
    { evidence: [factCheck({ url: 'ftp://a.example/' })] },
    'evidence[0].url',
  ],
  [
    'a script for an address',
    { evidence: [factCheck({ url: 'javascript:alert(1)' })] },
    'evidence[0].url',
  ],
  [
    'an address with a user',
    { evidence: [factCheck({ url: 'https://a@b.example/' })] },
    'evidence[0].url',
  ],
  [
    'an archive that is no address',
    { evidence: [factCheck({ archive: 'archive' })] },
    'evidence[0].archive',
  ],
  ['a claim too long', { evidence: [factCheck({ claim: 'x'.repeat(501) })] }, 'evidence[0].claim'],
  ['a bidi character', { name: 'Example \u202Ehturt' }, 'name'],
  ['a control character in an unknown field', { note: 'a\u0007b' }, 'note'],
  ['a review that ends before it began', { reviewBy: '2026-11-23' }, 'reviewBy'],
  ['a review that lasts longer than twice the period', { reviewBy: '2028-11-24' }, 'reviewBy'],
  ['a listing after its review', { listed: '2026-11-25' }, 'listed'],
  [
    'evidence for another scope',
    { evidence: [factCheck({ scopes: ['other.test'] })] },
    'evidence[0].scopes[0]',
  ],
  [
    'a mirror of another scope',
    { evidence: [factCheck({ mirrorOf: 'other.test', scopes: ['example-truth.test'] })] },
    'evidence[0].mirrorOf',
  ],
  [
    'a mirror that names no scopes',
    { evidence: [factCheck({ mirrorOf: 'example-truth.test' })] },
    'evidence[0].scopes',
  ],
  ['posing by another scope', { posesAs: { 'other.test': 'medium.test' } }, 'posesAs'],
  ['posing as no host', { posesAs: 'The Medium' }, 'posesAs'],
  [
    'a transcription before the item',
    { evidence: [factCheck({ seen: { in: 'x', date: '2025-03-13' } })] },
    'evidence[0].seen.date',
  ],
  [
    'a reply with an unknown proof',
    { reply: { text: 'No.', url: 'https://a.test/', date: '2026-11-24', proof: 'phone' } },
    'reply.proof',
  ],
])('refuses an entry with %s', (_, fields, field) => {
  expect(listEntryFaults(fields)).toEqual([field]);
});

test.each<[string, Fields]>([
  ['unknown fields', { note: 'kept', evidence: [factCheck({ rank: 1 }), rating()] }],
  ['neither country nor language', { country: undefined, languages: undefined }],
  ['a leap day', { listed: '2024-02-29' }],
  ['a review that ends on its day', { reviewBy: '2026-11-24' }],
  ['a review of twice the period', { reviewBy: '2028-11-23' }],
  [
    "a transcription on the item's own day",
    { evidence: [factCheck({ seen: { in: 'x', date: '2025-03-14' } }), rating()] },
  ],
  ['a listing on the day of its review', { listed: '2026-11-24' }],
  [
    'a year and a month for dates',
    { evidence: [factCheck({ date: '2025' }), rating({ date: '2025-03' })] },
  ],
  ['a name as long as may be', { name: 'x'.repeat(200) }],
  [
    'evidence for its scope in another spelling',
    {
      scopes: ['shared.test/name'],
      evidence: [factCheck({ scopes: ['old-shared.test/Name'] }), rating()],
    },
  ],
  ['a map of whom it poses as', { posesAs: { 'example-truth.test': 'medium.test' } }],
  [
    'a reply of two paragraphs',
    { reply: { text: 'No.\nNever.', url: 'https://a.test/', date: '2026-11-24', proof: 'dns' } },
  ],
])('takes an entry with %s', (_, fields) => {
  expect(listEntryFaults(fields)).toEqual([]);
});

test.each([
  ['a scheme', 'https://example-truth.test'],
  ['capitals', 'Example-Truth.test'],
  ['a port', 'example-truth.test:8080'],
  ['a query', 'shared.test/a?b'],
  ['a single label', 'localhost'],
  ['an IPv4 address', '192.0.2.1'],
  ['an IPv6 address', '[2001:db8::1]'],
  ['a trailing dot', 'example-truth.test.'],
  ['a space', 'example truth.test'],
  ['a public suffix', 'co.test'],
  ['a private public suffix', 'blogs.test'],
  ['a path on a public suffix', 'co.test/name'],
  ['a shared host', 'shared.test'],
  ["a shared host's double", 'old-shared.test'],
  ["a shared host's mobile name", 'm.shared.test'],
  ['a host above a shared one', 'portal.test'],
  ['a well-known site', 'well-known.test'],
  ['a well-known site by www', 'www.well-known.test'],
])('refuses a scope with %s', (_, scope) => {
  expect(listEntryFaults({ scopes: [scope] })).toEqual(['scopes[0]']);
});

test.each([
  'shared.test/name',
  'sub.shared.test',
  'notshared.test',
  'name.blogs.test',
  'pages.portal.test/name',
  'other.portal.test',
  'not-well-known.test',
  'blog.well-known.test',
  'xn--mnchen-3ya.test',
])('takes the scope %s', (scope) => {
  expect(listEntryFaults({ scopes: [scope] })).toEqual([]);
});

test('lets the named entry and no other list a well-known site', () => {
  const exceptions = [{ host: 'well-known.test', entry: 'excepted', reason: 'Sold in 2025' }];
  const parts = (slug: string): ListParts => ({
    entries: { [slug]: entry({ scopes: ['well-known.test'] }) },
    neverList: { ...NEVER_LIST, exceptions },
  });
  expect(listFaults(parts('excepted'))).toEqual([]);
  expect(listFaults(parts('other'))).toEqual(['sources/other.json scopes[0]']);
});

test.each([
  [999, []],
  [1_000, [['sources/', 'names paths on 1001 hosts']]],
])('takes paths on a thousand hosts and no more: one and %i', (count, faults) => {
  const scopes = Array.from({ length: count }, (_, at) => `h${at}.test/name`);
  const { problems } = readTestList({
    // Two spellings of one host.
    entries: { a: entry({ scopes }), b: entry({ scopes: ['shared.test/a', 'old-shared.test/b'] }) },
  });
  expect(problems.map(({ file, what }) => [file, what])).toEqual(faults);
});

test('finds a scope that stands twice, in any spelling, and names where', () => {
  const { problems } = readTestList({
    entries: {
      first: entry({ scopes: ['shared.test/name'] }),
      second: entry({ scopes: ['example-truth.test', 'old-shared.test/Name/'] }),
    },
  });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ file: 'sources/second.json', field: 'scopes[1]' });
  expect(problems[0]?.what).toContain('sources/first.json');
});

test.each(['Example', 'a_b', '-a', 'a--b', 'a.b', 'deep/a', 'é'])(
  'refuses the file name %s.json',
  (slug) => {
    expect(listFaults({ entries: { [slug]: entry() } })).toEqual([`sources/${slug}.json`]);
  },
);

test('takes a file name as long as may be, and none longer', () => {
  const long = 'x'.repeat(100);
  expect(listFaults({ entries: { [long]: entry() } })).toEqual([]);
  expect(listFaults({ entries: { [`${long}x`]: entry() } })).toEqual([`sources/${long}x.json`]);
});

test('names line and column where a file is no JSON', () => {
  const { problems } = readTestList({ entries: { broken: '{\n  "name": "A",\n}' } });
  expect(problems).toEqual([
    {
      file: 'sources/broken.json',
      field: '',
      what: 'line 3, column 1: a comma before "}"',
      cure: 'no comma after the last one',
      level: 'form',
    },
  ]);
});

test('says what came and what would be right', () => {
  const { problems } = readTestList({
    entries: { a: entry({ state: 'paused', scopes: 'a.test', kind: undefined }) },
  });
  expect(problems.map(({ field, what, cure }) => `${field} ${what}; ${cure}`)).toEqual([
    'kind is missing; add it',
    'scopes is "a.test"; a list in [ ]',
    'state "paused" is not known; one of "listed", "appealed", "suspended", "removed"',
  ]);
});

const organisationsWith = (index: number, fields: Fields): readonly Fields[] =>
  ORGANISATIONS.map((one, at) => (at === index ? { ...one, ...fields } : one));

test.each<[string, ListParts, string]>([
  [
    'an unknown kind of organisation',
    { organisations: organisationsWith(1, { kind: 'blogger' }) },
    'organisations.json organisations[1].kind',
  ],
  [
    'an organisation without a reason',
    { organisations: organisationsWith(1, { why: undefined }) },
    'organisations.json organisations[1].why',
  ],
  [
    'an id that stands twice',
    { organisations: organisationsWith(1, { id: 'checker' }) },
    'organisations.json organisations[1].id',
  ],
  [
    'a part of nothing',
    { organisations: organisationsWith(1, { partOf: 'nobody' }) },
    'organisations.json organisations[1].partOf',
  ],
  [
    'a part of itself',
    { organisations: organisationsWith(1, { partOf: 'second-checker' }) },
    'organisations.json organisations[1].partOf',
  ],
  [
    'a host with a scheme',
    { organisations: organisationsWith(1, { hosts: ['https://a.test'] }) },
    'organisations.json organisations[1].hosts[0]',
  ],
  [
    'a membership that ends before it began',
    {
      organisations: organisationsWith(1, {
        memberships: [
          { in: 'IFCN', from: '2025-01-02', to: '2025-01-01', source: 'https://a.test/' },
        ],
      }),
    },
    'organisations.json organisations[1].memberships[0].to',
  ],
  [
    'a list without a French title',
    { info: { ...LIST_INFO, title: { en: 'A' } } },
    'list.json title.fr',
  ],
  [
    'a threshold of nought',
    { info: { ...LIST_INFO, thresholds: { independentOrganisations: 0 } } },
    'list.json thresholds.independentOrganisations',
  ],
  [
    'a never-list host without a reason',
    { neverList: { ...NEVER_LIST, wellKnown: [{ host: 'a.test' }] } },
    'never-list.json wellKnown[0].why',
  ],
  [
    'a never-list host that is none',
    { neverList: { ...NEVER_LIST, wellKnown: [{ host: 'A.test', why: 'x' }] } },
    'never-list.json wellKnown[0].host',
  ],
  [
    'an unknown case of paths',
    { platforms: { hosts: [{ host: 'a.test', pathCase: 'upper', aliases: [] }] } },
    'platforms.json hosts[0].pathCase',
  ],
  [
    'an alias with a scheme',
    {
      platforms: {
        hosts: [
          ...PLATFORMS.hosts,
          { host: 'a.test', pathCase: 'fold', aliases: ['http://b.test'] },
        ],
      },
    },
    'platforms.json hosts[2].aliases[0]',
  ],
])('refuses %s', (_, parts, fault) => {
  expect(listFaults(parts)).toEqual([fault]);
});
