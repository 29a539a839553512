import { makeLock } from '../support/make-lock.ts';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeAddress } from '../../src/background/describe-address.ts';
import type { Database } from '../../src/platform/database.ts';
import { enableList } from '../../src/store/follow-list.ts';
import { HeadWriter } from '../../src/store/head-store.ts';
import { readCodeFiles } from '../code-of-practice/read-code-files.ts';
import type { FakeLocalArea } from '../support/fake-local-area.ts';
import { followRepository, serveLists } from '../support/follow-repository.ts';
import {
  entry,
  LIST_INFO,
  NEVER_LIST,
  ORGANISATIONS,
  PLATFORMS,
  TODAY,
} from '../support/list-files.ts';
import { ListRepository } from '../support/list-repository.ts';
import { makeList } from '../support/make-list.ts';
import { TestMachine } from '../support/test-machine.ts';

const UNTIL = '2027-11-24';
const PUBLISHED = Date.parse('2026-11-20T10:00:00Z');
const OTHER_ADDRESS = 'https://other-list.test/';
const CONTEXT = {
  format: 1,
  organisations: ORGANISATIONS,
  neverList: NEVER_LIST,
  platforms: PLATFORMS,
  code: readCodeFiles(),
};
const OWN_INFO = {
  ...{ ...LIST_INFO, id: 'own', title: { en: 'Own', fr: 'Liste' }, maxStaleDays: 30 },
  homePage: 'https://list.example/',
};
const OWN_ENTRIES = [
  { ...entry(), slug: 'source' },
  entry({ slug: 'gone', scopes: ['contested.test'], state: 'appealed' }),
  entry({ slug: 'lapsed', scopes: ['lapsed.test'], reviewBy: '2026-11-24' }),
  entry({ slug: 'decided', scopes: ['decided.test'], state: 'suspended' }),
  entry({ slug: 'newer-a', scopes: ['a.test'], state: 'newer' }),
  entry({ slug: 'newer-b', scopes: ['b.test'], state: 'newer' }),
];
const OLD_INFO = { ...LIST_INFO, id: 'old', title: { en: 'Old', fr: 'Old' }, maxStaleDays: 4 };

let machine: TestMachine;
let local: FakeLocalArea;
let database: Database;
let oldKey: string;

const ask = (address: string, open: () => Promise<Database> = async () => database) =>
  describeAddress(address, { local, today: TODAY, openDatabase: open });

async function askFinding(address = 'https://example-truth.test/a') {
  const described = await ask(address);
  if (described.kind !== 'listed') throw new Error(described.kind);
  const [finding] = described.findings;
  if (finding === undefined) throw new Error('Listed without a finding.');
  return finding;
}

/** A reader who follows the product's own list of five days ago. */
async function start(): Promise<void> {
  const own = new ListRepository(PUBLISHED);
  const list = makeList(OWN_ENTRIES, { list: OWN_INFO, version: 1, publishedOn: '2026-11-20' });
  own.publishList(list, { context: CONTEXT });
  machine = new TestMachine({ floor: own, now: PUBLISHED, listId: 'own' });
  local = machine.local;
  await machine.store.prepare();
  database = await machine.store.open();
}

/** Follows a list with these entries beside it; its key comes back. */
async function follow(info: typeof LIST_INFO, entries: Parameters<typeof makeList>[0]) {
  const repository = new ListRepository(PUBLISHED);
  const organisations = ORGANISATIONS.map((one) => ({ ...one, name: `Their ${one['id']}` }));
  const list = makeList(entries, { list: info, publishedOn: '2026-11-20' });
  repository.publishList(list, { context: { ...CONTEXT, organisations, code: {} } });
  serveLists(machine, { [OTHER_ADDRESS]: repository });
  expect(await followRepository(machine, repository, OTHER_ADDRESS)).toEqual({ kind: 'done' });
  return `${info.id}~${repository.rootDigest}`;
}

beforeEach(async () => {
  await start();
  oldKey = await follow(OLD_INFO, ['on-old.test']);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

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
      ...{ id: 'own', title: 'Own', version: 1, publishedOn: '2026-11-20', ageDays: 5 },
      ...{ confirmedOn: '2026-11-20', titles: { en: 'Own', fr: 'Liste' } },
      ...{ home: 'https://list.example/', setAside: 2, maxStaleDays: 30 },
    });
  });

  it('names the lists that are too old to be asked', async () => {
    const stale = {
      id: oldKey,
      title: 'Old (other-list.test)',
      version: 1,
      publishedOn: '2026-11-20',
      ageDays: 5,
    };
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
    await new HeadWriter(local, makeLock()).change((head) => ({
      ...head,
      dismissed: ['own/source'],
    }));
    expect((await askFinding()).isDismissed).toBe(true);
  });

  it('is plain data, so that it can travel', async () => {
    const described = await ask('https://example-truth.test/');
    expect(JSON.parse(JSON.stringify(described))).toEqual(described);
  });
});

describe('an address whose explanation cannot be read', () => {
  it('is listed all the same when its entry is missing', async () => {
    await database.delete('entries', ['own', 1, 'gone']);
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
    await database.put('entries', { nonsense: true }, ['own', 1, 'source']);
    expect(await askFinding()).toMatchObject({ kind: 'unreadable', isContested: false });
  });

  it.each([
    ['cannot be opened', () => Promise.reject(new Error('forbidden'))],
    [
      'fails',
      // The one function of it that is called.
      async () => ({ get: () => Promise.reject(new Error('closed')) }) as unknown as Database,
    ],
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
      ...{ kind: 'explained', commitments: [], laws: [] },
    });
  });

  it('keeps its entry when its organisations are of a form that this version cannot read', async () => {
    const list = Object(await database.get('lists', 'own'));
    await database.put('lists', { ...list, organisations: [{ id: 'checker' }, 7] }, 'own');
    expect(await askFinding()).toMatchObject({ kind: 'explained', organisations: [] });
  });
});

describe('an address that two lists name', () => {
  it('comes with what each says, in their order, explained by its own organisations', async () => {
    const info = { ...LIST_INFO, id: 'second', title: { en: 'Second', fr: 'Deux' } };
    const key = await follow(info, [{ ...entry({ name: 'As they call it' }), slug: 'source' }]);
    const described = await ask('https://example-truth.test/');
    if (described.kind !== 'listed') throw new Error(described.kind);
    expect(described.findings).toMatchObject([
      { list: { id: 'own' }, entry: { name: 'Example Truth' } },
      {
        list: {
          ...{ id: key, title: 'Second (other-list.test)', followedAt: 'https://other-list.test/' },
          titles: { en: 'Second (other-list.test)', fr: 'Deux (other-list.test)' },
        },
        entry: { name: 'As they call it' },
      },
    ]);
    const names = described.findings.map((finding) =>
      finding.kind === 'explained' ? finding.organisations.map(({ name }) => name) : finding.kind,
    );
    expect(names).toEqual([
      ['The checker', 'The rater'],
      ['Their checker', 'Their rater'],
    ]);
  });

  it("is asked of the Code as the product's own list knows it", async () => {
    const info = { ...LIST_INFO, id: 'second' };
    await follow(info, [{ ...entry({ scopes: ['theirs.test'] }), slug: 'theirs' }]);
    const finding = await askFinding('https://theirs.test/');
    if (finding.kind !== 'explained') throw new Error(finding.kind);
    expect(finding.commitments.map(({ commitment }) => commitment)).toContain(1);
  });
});

describe('an address that is not listed', () => {
  it('comes with the lists that were asked and those that were not', async () => {
    const described = await ask('https://other.test/');
    expect(described).toMatchObject({
      ...{ kind: 'not-listed', address: 'https://other.test/' },
      lists: [{ id: 'own', ageDays: 5, setAside: 2 }],
      staleLists: [{ id: oldKey, ageDays: 5 }],
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
      staleLists: [{ id: 'own', titles: { en: 'Own', fr: 'Liste' } }, { id: oldKey }],
    });
  });

  it('says that the reader uses no list', async () => {
    for (const key of ['own', oldKey]) {
      await machine.store.run((store) => enableList(key, false, store));
    }
    const expected = { kind: 'no-list', reason: 'switched-off', staleLists: [] };
    expect(await ask('https://example-truth.test/')).toEqual(expected);
    await machine.store.run((store) => enableList('own', true, store));
    expect(await ask('https://example-truth.test/')).toMatchObject({ kind: 'listed' });
  });

  it('says that a list is missing that the reader has not switched off', async () => {
    await machine.store.run((store) => enableList(oldKey, false, store));
    await database.delete('lists', 'own');
    // Nor can the package bring it back, which is logged.
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    machine.version = 'none';
    await machine.store.run((store) => enableList(oldKey, false, store));
    const expected = { kind: 'no-list', reason: 'missing', staleLists: [] };
    expect(await ask('https://example-truth.test/')).toEqual(expected);
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
