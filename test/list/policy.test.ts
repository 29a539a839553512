import { expect, test } from 'vitest';
import { checkPolicy } from '../../src/list/check-policy.ts';
import { readListFiles } from '../../src/list/read-list-files.ts';
import {
  entry,
  type Fields,
  factCheck,
  isTestSuffix,
  type ListParts,
  listFiles,
  NEVER_LIST,
  ORGANISATIONS,
  rating,
  readTestList,
  TODAY,
} from '../support/list-files.ts';

function listFaults(parts: ListParts, today = TODAY): readonly string[] {
  const { list, problems } = readTestList(parts);
  expect(problems).toEqual([]);
  const policy = checkPolicy(list, today);
  expect(policy.every(({ level, what, cure }) => level === 'policy' && what && cure)).toBe(true);
  return policy.map(({ file, field }) => `${file.replace('sources/', '')} ${field}`.trim());
}

function listEntryFaults(fields: Fields, today = TODAY): readonly string[] {
  return listFaults({ entries: { one: entry(fields) } }, today).map((fault) =>
    fault.replace('one.json ', ''),
  );
}

function item(kind: string, by: string, fields: Fields = {}): Fields {
  return { kind, by, url: `https://${by}.example/${kind}`, date: '2025-03-14', ...fields };
}

const seen = { in: 'an archive', date: '2026-11-24' };
const undated = { date: undefined, seen };

test.each<[string, readonly Fields[]]>([
  ['a recognised fact-check and a rating', [factCheck(), rating()]],
  ['a recognised fact-check and an undated rating', [factCheck(), rating(undated)]],
  [
    'a recognised rating and an unrecognised investigation',
    [item('rating', 'checker'), item('investigation', 'investigator')],
  ],
  ['one legal act', [item('legal-act', 'council')]],
  [
    'an unrecognised investigation and a recognised, undated fact-check',
    [item('investigation', 'investigator'), factCheck(undated)],
  ],
  [
    'a dated rating and an undated fact-check',
    [item('rating', 'checker'), item('fact-check', 'second-checker', undated)],
  ],
  [
    'an unrecognised investigation and a recognised source list',
    [item('investigation', 'investigator'), item('source-list', 'second-checker')],
  ],
  [
    'a recognised fact-check and a body that judges messages',
    [factCheck(), item('fact-check', 'message-judge')],
  ],
  [
    'one organisation and its part, and another',
    [factCheck(), item('fact-check', 'checker-desk'), rating()],
  ],
])('lets a scope stand on %s', (_, evidence) => {
  expect(listEntryFaults({ evidence })).toEqual([]);
});

test.each<[string, readonly Fields[], string]>([
  [
    'one organisation',
    [factCheck(), factCheck({ url: 'https://checker.example/item-2' })],
    'has evidence of 1 independent organisation',
  ],
  [
    'an organisation and its part',
    [factCheck(), item('fact-check', 'checker-desk')],
    'has evidence of 1 independent organisation',
  ],
  [
    'two unrecognised organisations',
    [item('investigation', 'investigator'), rating()],
    'has no evidence of a recognised organisation',
  ],
  [
    'an unrecognised organisation and one that judges messages',
    [item('investigation', 'investigator'), item('fact-check', 'message-judge')],
    'has no evidence of a recognised organisation',
  ],
  [
    'a judged message and an undated rating',
    [item('fact-check', 'message-judge'), item('rating', 'checker', undated)],
    'has no item that carries it',
  ],
  [
    'a rating and a source list',
    [item('rating', 'checker'), item('source-list', 'second-checker')],
    'stands on ratings and source lists alone',
  ],
  [
    'a rating and a case about a message',
    [item('rating', 'checker'), item('fact-check', 'message-judge')],
    'stands on ratings and source lists alone',
  ],
  [
    'a source list, an undated rating and a case about a message',
    [
      item('source-list', 'checker'),
      item('rating', 'second-checker', undated),
      item('fact-check', 'message-judge'),
    ],
    'stands on ratings and source lists alone',
  ],
  ['nothing dated', [factCheck(undated), rating(undated)], 'has no item that carries it'],
])('lets no scope stand on %s', (_, evidence, what) => {
  const { list } = readTestList({ entries: { one: entry({ evidence }) } });
  expect(checkPolicy(list, TODAY).some((problem) => problem.what.includes(what))).toBe(true);
});

test('counts second voices only once, however many they are', () => {
  const info = { independentOrganisations: 3 };
  const { list } = readTestList({
    entries: {
      one: entry({
        evidence: [factCheck(), rating(undated), item('fact-check', 'message-judge')],
      }),
    },
  });
  const strict = { ...list, info: { ...list.info, thresholds: info } };
  expect(checkPolicy(list, TODAY)).toEqual([]);
  expect(checkPolicy(strict, TODAY)[0]?.what).toContain('2 independent organisations');
});

test.each<[string, Fields]>([
  ['an undated legal act', item('legal-act', 'council', undated)],
  ['a legal act of a fact-checker', item('legal-act', 'checker')],
])('lets no scope stand on %s', (_, evidence) => {
  expect(listEntryFaults({ evidence: [evidence] })).toContain('scopes[0]');
});

test('holds each scope to the policy, not the entry as a whole', () => {
  const scopes = ['one.test', 'two.test'];
  const evidence = [factCheck(), rating({ scopes: ['one.test'] })];
  expect(listEntryFaults({ kind: 'network', scopes, evidence })).toEqual(['scopes[1]']);
});

test.each(['suspended', 'removed'])('asks no evidence of an entry that is %s', (state) => {
  expect(listEntryFaults({ state, evidence: [rating()] })).toEqual([]);
});

test('asks evidence of an entry under appeal', () => {
  expect(listEntryFaults({ state: 'appealed', evidence: [factCheck()] })).toEqual(['scopes[0]']);
});

const original = { scopes: ['one.test'] };
const tie = { scopes: ['mirror.test'], mirrorOf: 'one.test' };

test.each<[string, Fields, readonly string[]]>([
  ['a recognised, dated item ties to its source', factCheck(tie), []],
  [
    'an unrecognised item ties',
    item('investigation', 'investigator', tie),
    ['scopes[1]', 'scopes[1]'],
  ],
  ['an undated item ties', factCheck({ ...tie, ...undated }), ['scopes[1]', 'scopes[1]']],
  [
    'a case about a message ties',
    item('fact-check', 'message-judge', tie),
    ['scopes[1]', 'scopes[1]', 'scopes[1]', 'scopes[1]'],
  ],
  ['an item only names', factCheck({ scopes: ['mirror.test'] }), ['scopes[1]']],
  ['an item ties to itself', factCheck({ ...tie, mirrorOf: 'mirror.test' }), ['scopes[1]']],
])('judges a mirror that %s', (_, tied, faults) => {
  const evidence = [factCheck(original), rating(original), tied];
  expect(listEntryFaults({ scopes: ['one.test', 'mirror.test'], evidence })).toEqual(faults);
});

test('lets no mirror stand on a scope that falls, nor on another mirror', () => {
  const scopes = ['one.test', 'mirror.test', 'far.test'];
  const far = factCheck({ scopes: ['far.test'], mirrorOf: 'mirror.test' });
  const right = [factCheck(original), rating(original), factCheck(tie)];
  expect(listEntryFaults({ scopes, evidence: [...right, far] })).toEqual(['scopes[2]']);
  const fallen = [factCheck(original), factCheck(tie)];
  expect(listEntryFaults({ scopes: scopes.slice(0, 2), evidence: fallen })).toEqual([
    'scopes[0]',
    'scopes[1]',
  ]);
});

test.each<[string, Fields, string]>([
  [
    'evidence of nobody known',
    { evidence: [factCheck(), rating(), item('rating', 'nobody')] },
    'evidence[2].by',
  ],
  [
    "evidence off the organisation's hosts",
    {
      evidence: [
        factCheck(),
        rating(),
        item('rating', 'council', { url: 'https://council.example.evil.test/' }),
      ],
    },
    'evidence[2].url',
  ],
  [
    "evidence beside the organisation's path",
    {
      evidence: [
        factCheck(),
        rating(),
        item('rating', 'council', { url: 'https://shared.test/councils/1' }),
      ],
    },
    'evidence[2].url',
  ],
  [
    'a legal act of no public body',
    { evidence: [factCheck(), rating(), item('legal-act', 'checker')] },
    'evidence[2].by',
  ],
  [
    'an item without day and transcription',
    { evidence: [factCheck(), rating({ date: undefined })] },
    'evidence[1].date',
  ],
  ['an item that stands twice', { evidence: [factCheck(), rating(), rating()] }, 'evidence[2]'],
  ['a review that lasts a day too long', { reviewBy: '2027-11-25' }, 'reviewBy'],
  [
    'a review in the future',
    { reviewed: '2026-11-26', listed: '2026-11-25', reviewBy: '2026-12-24' },
    'reviewed',
  ],
  [
    'evidence in the future',
    { evidence: [factCheck({ date: '2026-11-26' }), rating()] },
    'evidence[0].date',
  ],
  [
    'evidence of next month',
    { evidence: [factCheck({ date: '2026-12' }), rating()] },
    'evidence[0].date',
  ],
  ['a path on a host not known as shared', { scopes: ['example-truth.test/blog'] }, 'scopes[0]'],
  ['an impersonator that poses as nobody', { kind: 'impersonator' }, 'posesAs'],
  ['one that poses as itself', { kind: 'impersonator', posesAs: 'example-truth.test' }, 'posesAs'],
  ['a banned outlet without a legal act', { grounds: ['banned-outlet'] }, 'grounds'],
  [
    'a scope of a banned outlet without a legal act',
    {
      scopes: ['a.test', 'b.test'],
      grounds: ['banned-outlet'],
      evidence: [factCheck(), rating(), item('legal-act', 'council', { scopes: ['a.test'] })],
    },
    'scopes[1]',
  ],
  [
    'a scope listed for impersonation of nobody',
    {
      scopes: ['a.test', 'b.test'],
      grounds: ['impersonation'],
      posesAs: { 'a.test': 'medium.test' },
    },
    'scopes[1]',
  ],
  ['a ground that stands twice', { grounds: ['impersonation', 'impersonation'] }, 'grounds'],
])('finds %s', (_, fields, field) => {
  expect(listEntryFaults(fields)).toEqual([field]);
});

test.each<[string, Fields]>([
  [
    'evidence on a subdomain and a path of the organisation',
    {
      evidence: [
        factCheck({ url: 'https://fr.checker.example/a' }),
        rating({ url: 'https://www.shared.test/rater/1' }),
      ],
    },
  ],
  [
    'evidence of this month and this year',
    { evidence: [factCheck({ date: '2026-11' }), rating({ date: '2026' })] },
  ],
  ['evidence of today', { evidence: [factCheck({ date: TODAY }), rating()] }],
  ['a path on a shared host', { scopes: ['shared.test/name', 'exact.test/Name'] }],
  [
    'scopes listed for impersonation, each said as whom in some spelling',
    {
      scopes: ['a.test', 'shared.test/name'],
      grounds: ['impersonation'],
      posesAs: { 'a.test': 'medium.test', 'old-shared.test/Name': 'other.test' },
    },
  ],
  [
    'a scope that its map spells otherwise',
    {
      scopes: ['old-shared.test/Name'],
      grounds: ['impersonation'],
      posesAs: { 'shared.test/name': 'medium.test' },
    },
  ],
  [
    'scopes listed for impersonation that pose as one',
    { scopes: ['a.test', 'b.test'], grounds: ['impersonation'], posesAs: 'medium.test' },
  ],
  ['impersonation that no address shows', { grounds: ['impersonation'] }],
  [
    'a map of a part of the scopes beside other grounds',
    { scopes: ['a.test', 'b.test'], posesAs: { 'a.test': 'medium.test' } },
  ],
  [
    'scopes of a banned outlet, each with its act',
    {
      scopes: ['a.test', 'b.test'],
      grounds: ['banned-outlet'],
      evidence: ['a.test', 'b.test'].map((scope) =>
        item('legal-act', 'council', { scopes: [scope] }),
      ),
    },
  ],
  [
    'a suspended entry whose act fell',
    { grounds: ['banned-outlet'], state: 'suspended', evidence: [factCheck()] },
  ],
  ['an impersonator that says whom it poses as', { kind: 'impersonator', posesAs: 'medium.test' }],
  [
    'a banned outlet by legal act',
    { grounds: ['banned-outlet'], evidence: [item('legal-act', 'council')] },
  ],
  ['a lapsed entry', { listed: '2020-01-01', reviewed: '2020-01-01', reviewBy: '2020-12-31' }],
  [
    'one item for two scopes apart',
    {
      scopes: ['a.test', 'b.test'],
      evidence: [factCheck({ scopes: ['a.test'] }), factCheck({ scopes: ['b.test'] }), rating()],
    },
  ],
])('finds nothing wrong with %s', (_, fields) => {
  expect(listEntryFaults(fields)).toEqual([]);
});

test('finds names that differ only in accents and signs', () => {
  const other = (name: string): ListParts => ({
    entries: { one: entry(), two: entry({ name, scopes: ['two.test'] }) },
  });
  expect(listFaults(other('Exámple-Truth'))).toEqual(['two.json name']);
  expect(listFaults(other('Example Truth 2'))).toEqual([]);
});

test.each<[string, Fields, readonly string[]]>([
  ['used', { host: 'well-known.test', entry: 'one', reason: 'Sold' }, []],
  [
    'for an entry that is gone',
    { host: 'well-known.test', entry: 'gone', reason: 'Sold' },
    ['never-list.json exceptions[1]'],
  ],
  [
    'for a host that is not well-known',
    { host: 'other.test', entry: 'one', reason: 'Sold' },
    ['never-list.json exceptions[1]'],
  ],
])('judges an exception that is %s', (_, exception, faults) => {
  const used = { host: 'well-known.test', entry: 'one', reason: 'Sold in 2025' };
  const neverList = { ...NEVER_LIST, exceptions: [used, exception] };
  const entries = { one: entry({ scopes: ['well-known.test'] }) };
  expect(listFaults({ entries, neverList })).toEqual(faults);
});

test('asks no exceptions of a list that borrowed its never-list', () => {
  const unused = { host: 'well-known.test', entry: 'gone', reason: 'Sold in 2025' };
  const product = listFiles({ neverList: { ...NEVER_LIST, exceptions: [unused] } });
  const own = listFiles();
  own.delete('never-list.json');
  const { list } = readListFiles(own, product, isTestSuffix);
  expect(checkPolicy(list, TODAY)).toEqual([]);
});

test('recognises only the kinds that the policy names', () => {
  const organisations = ORGANISATIONS.map((one) => ({ ...one, recognised: true }));
  expect(listFaults({ organisations })).toEqual(['organisations.json organisations[4].recognised']);
});

test.each<[Fields, readonly string[]]>([
  [{ country: 'GB', languages: ['en', 'cnr', 'be'] }, []],
  [{ country: 'XX' }, ['country']],
  [{ country: 'UK' }, ['country']],
  [{ languages: ['fr', 'xx'] }, ['languages[1]']],
])('knows the codes of countries and languages: %j', (fields, faults) => {
  expect(listEntryFaults(fields)).toEqual(faults);
});
