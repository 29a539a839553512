import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeAddress } from '../../src/background/describe-address.ts';
import { putInForce } from '../../src/background/swap-generation.ts';
import type { ScopeRecord } from '../../src/match/verdict.ts';
import { type Database, openDatabase } from '../../src/platform/database.ts';
import { HeadWriter } from '../../src/store/head-store.ts';
import { readCodeFiles } from '../code-of-practice/read-code-files.ts';
import { FakeLocalArea } from '../support/fake-local-area.ts';
import { entry, NEVER_LIST, ORGANISATIONS, PLATFORMS, TODAY } from '../support/list-files.ts';

const UNTIL = '2027-11-24';
const CONTEXT = {
  format: 1,
  organisations: ORGANISATIONS,
  neverList: NEVER_LIST,
  platforms: PLATFORMS,
  code: readCodeFiles(),
};
const record = (scope: string, fields: Partial<ScopeRecord> = {}): ScopeRecord => ({
  ...{ list: 'own', entry: 'source', scope, state: 'listed', until: UNTIL },
  ...fields,
});

let local: FakeLocalArea;
let database: Database;

const ask = (address: string, open = async (): Promise<Pick<Database, 'get'>> => database) =>
  describeAddress(address, { local, today: TODAY, openDatabase: open });

async function askFinding(address = 'https://example-truth.test/a') {
  const described = await ask(address);
  if (described.kind !== 'listed') throw new Error(described.kind);
  const [finding] = described.findings;
  if (finding === undefined) throw new Error('Listed without a finding.');
  return finding;
}

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  local = new FakeLocalArea();
  database = await openDatabase();
  const lists = [
    { id: 'own', title: 'Own', version: 3, publishedOn: '2026-11-20', maxStaleDays: 30 },
    { id: 'old', title: 'Old', version: 1, publishedOn: '2026-01-01', maxStaleDays: 30 },
  ];
  const records = [
    record('example-truth.test'),
    record('contested.test', { entry: 'gone', state: 'appealed' }),
    record('lapsed.test', { until: '2026-11-24' }),
    record('decided.test', { state: 'decided' }),
  ];
  const stored = {
    list: { title: { en: 'List', fr: 'Liste' }, homePage: 'https://list.example/' },
  };
  const head = new HeadWriter(local);
  const parts = { database, local, head, pause: async () => undefined, floorVersion: '1.0.0' };
  await putInForce(parts, 1, {
    index: { lists, records, rules: { aliases: [], foldPathHosts: [] }, seed: 1 },
    entries: [{ list: 'own', slug: 'source', value: entry() }],
    lists: [
      { id: 'own', value: { ...stored, setAside: ['a', 'b'] } },
      { id: 'old', value: { list: { title: 'Old' } } },
    ],
    context: CONTEXT,
  });
});

afterEach(() => vi.useRealTimers());

describe('an address that is listed', () => {
  it('comes with entry, scope and the day of the check', async () => {
    expect(await ask('https://www.example-truth.test/a')).toMatchObject({
      kind: 'listed',
      address: 'https://www.example-truth.test/a',
      today: TODAY,
      findings: [
        { kind: 'explained', slug: 'source', scope: 'example-truth.test', entry: entry() },
      ],
    });
  });

  it('names its list in both languages, with age, page and what was set aside', async () => {
    expect((await askFinding()).list).toEqual({
      ...{ id: 'own', title: 'Own', version: 3, publishedOn: '2026-11-20', ageDays: 5 },
      ...{
        maxStaleDays: 30,
        titles: { en: 'List', fr: 'Liste' },
        home: 'https://list.example/',
        setAside: 2,
      },
    });
  });

  it('names the lists that are too old to be asked', async () => {
    const stale = { id: 'old', title: 'Old', version: 1, publishedOn: '2026-01-01', ageDays: 328 };
    expect(await ask('https://example-truth.test/')).toMatchObject({ staleLists: [stale] });
  });

  it('brings the organisations of its own evidence and no others', async () => {
    const finding = await askFinding();
    expect(finding).toMatchObject({
      organisations: [
        { id: 'checker', name: 'The checker', kind: 'fact-checker' },
        { id: 'rater', name: 'The rater', kind: 'rater' },
      ],
    });
  });

  it('brings only the measures that its grounds touch', async () => {
    const finding = await askFinding();
    if (finding.kind !== 'explained') throw new Error(finding.kind);
    const measures = finding.commitments.map(({ commitment, role, measures }) => [
      `${commitment} ${role}`,
      measures.map(({ id }) => id),
    ]);
    expect(Object.fromEntries(measures)).toMatchObject({
      '1 ad-seller': ['1.1', '1.2', '1.3', '1.6'],
      '1 ad-buyer': ['1.4', '1.6'],
      '2 ad-seller': ['2.2', '2.3'],
    });
  });

  it('says whether the reader hid its badge', async () => {
    expect((await askFinding()).isDismissed).toBe(false);
    await new HeadWriter(local).change((head) => ({ ...head, dismissed: ['own/source'] }));
    expect((await askFinding()).isDismissed).toBe(true);
  });

  it('is plain data, so that it can travel', async () => {
    const described = await ask('https://example-truth.test/');
    expect(JSON.parse(JSON.stringify(described))).toEqual(described);
  });
});

describe('an address whose explanation cannot be read', () => {
  it('is listed all the same when its entry is missing', async () => {
    expect(await askFinding('https://contested.test/')).toEqual({
      kind: 'unreadable',
      list: expect.objectContaining({ id: 'own' }),
      slug: 'gone',
      scope: 'contested.test',
      isContested: true,
      isDismissed: false,
    });
  });

  it('is listed all the same when its entry is damaged', async () => {
    await database.put('entries', { nonsense: true }, ['own', 'source']);
    expect(await askFinding()).toMatchObject({ kind: 'unreadable', isContested: false });
  });

  it.each([
    ['cannot be opened', () => Promise.reject(new Error('forbidden'))],
    ['fails', async () => ({ get: () => Promise.reject(new Error('closed')) })],
  ])('keeps its verdict when the database %s', async (_name, open) => {
    expect(await ask('https://example-truth.test/', open)).toMatchObject({
      kind: 'listed',
      findings: [{ kind: 'unreadable', list: { id: 'own', title: 'Own', ageDays: 5 } }],
    });
    expect(await ask('https://other.test/', open)).toMatchObject({
      kind: 'not-listed',
      lists: [{ title: 'Own' }],
    });
  });

  it('keeps its verdict when the database never opens', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const described = ask('https://example-truth.test/', () => new Promise(() => undefined));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await described).toMatchObject({ kind: 'listed', findings: [{ kind: 'unreadable' }] });
  });

  it('keeps its entry when the context is damaged', async () => {
    await database.put('state', { nonsense: true }, 'context');
    expect(await askFinding()).toMatchObject({
      ...{ kind: 'explained', organisations: [], commitments: [], laws: [] },
    });
  });
});

describe('an address that is not listed', () => {
  it('comes with the lists that were asked and those that were not', async () => {
    const described = await ask('https://other.test/');
    expect(described).toMatchObject({
      ...{ kind: 'not-listed', address: 'https://other.test/' },
      lists: [{ id: 'own', ageDays: 5, setAside: 2 }],
      staleLists: [{ id: 'old', ageDays: 328 }],
    });
    expect(described).not.toHaveProperty('ended');
  });

  it.each([
    ['lapsed', '2026-11-24'],
    ['decided', UNTIL],
  ])('says which entry counts no more: %s', async (reason, until) => {
    const ended = { reason, scope: `${reason}.test`, until };
    expect(await ask(`https://www.${reason}.test/`)).toMatchObject({ kind: 'not-listed', ended });
  });
});

describe('no answer', () => {
  it('says which lists are too old', async () => {
    const parts = { local, today: '2027-06-01', openDatabase: async () => database };
    expect(await describeAddress('https://example-truth.test/', parts)).toMatchObject({
      ...{ kind: 'no-list', reason: 'too-old' },
      staleLists: [{ id: 'own', titles: { en: 'List', fr: 'Liste' } }, { id: 'old' }],
    });
  });

  it('says that the list is broken, never "not listed"', async () => {
    local.failOnRead = true;
    const expected = { kind: 'no-list', reason: 'broken', staleLists: [] };
    expect(await ask('https://example-truth.test/')).toEqual(expected);
  });

  it.each([
    ['mailto:a@b.test', 'other-scheme'],
    ['https://', 'not-an-address'],
  ])('says why %s cannot be checked', async (address, reason) => {
    expect(await ask(address)).toEqual({ kind: 'not-checkable', reason });
  });
});
