import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { enableList } from '../../src/store/follow-list.ts';
import { readHead } from '../../src/store/head-store.ts';
import { syncList } from '../../src/store/sync-list.ts';
import { ListRepository } from '../support/list-repository.ts';
import { makeList } from '../support/make-list.ts';
import { serveRepository, TestMachine } from '../support/test-machine.ts';

const NOW = Date.parse('2026-11-25T10:00:00Z');
const DAY = 86_400_000;
const LISTED = 'https://listed.test/';

let repository: ListRepository;
let machine: TestMachine;
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  repository = new ListRepository(NOW);
  repository.publishList(makeList(['listed.test', 'other.test']));
  machine = new TestMachine({ floor: repository, now: NOW });
});
afterEach(() => vi.restoreAllMocks());

const sync = () => syncList('test-list', machine.store, () => undefined);
const ask = async (address = LISTED) => (await machine.ask(address)).kind;

/** An update of the extension, which ships the repository as it is now. */
function update(version: string): void {
  machine.pack(version, repository);
  machine.version = version;
}

function listGenerations(): number[] {
  const found = [...machine.local.items.keys()].flatMap(
    (key) => /^[rs](\d+)\./.exec(key)?.[1] ?? [],
  );
  return [...new Set(found.map(Number))].sort((a, b) => a - b);
}

function damageHead(): void {
  const head = structuredClone(machine.local.items.get('head')) as { index: { format: number } };
  head.index.format = 99;
  machine.local.items.set('head', head);
}

describe('the lists in force', () => {
  it('are the shipped ones on a first start, without a network', async () => {
    machine.openAddress = () => () => Promise.reject(new Error('no network'));
    expect(await ask(LISTED)).toBe('no-list');
    expect(await machine.store.prepare()).toBe('mended');
    expect(await ask(LISTED)).toBe('listed');
    expect(await ask('https://unlisted.test/')).toBe('not-listed');
    expect(await machine.store.repair()).toBe('unchanged');
  });

  it('follow what is published: by a delta, added and removed', async () => {
    await machine.store.prepare();
    repository.publishList(makeList(['added.test', 'other.test']));
    expect(await sync()).toEqual({ kind: 'updated' });
    expect(await ask('https://added.test/')).toBe('listed');
    expect(await ask(LISTED)).toBe('not-listed');
    expect(await ask('https://other.test/')).toBe('listed');
    expect(await machine.store.repair()).toBe('unchanged');
    expect(await sync()).toEqual({ kind: 'unchanged' });
  });

  it('stay fresh as long as their publisher signs them as current', async () => {
    await machine.store.prepare();
    for (let day = 5; day <= 80; day += 5) {
      repository.now = NOW + day * DAY;
      machine.now = repository.now;
      if (day % 25 === 0) repository.writeSnapshot();
      else repository.writeTimestamp();
      expect(await sync()).toEqual({ kind: 'unchanged' });
    }
    expect(await ask(LISTED)).toBe('listed');
    machine.now += 61 * DAY;
    expect(await ask(LISTED)).toBe('no-list');
  });
});

describe('a start', () => {
  it('that finds all sound leaves it alone, whatever the package holds', async () => {
    await machine.store.prepare();
    const before = JSON.stringify([...machine.local.items]);
    repository.publishList(makeList(['packed.test']));
    machine.pack(machine.version, repository);
    expect(await machine.start().prepare()).toBe('unchanged');
    expect(await machine.store.repair()).toBe('unchanged');
    expect(JSON.stringify([...machine.local.items])).toBe(before);
  });

  it('among several at once installs the shipped list once', async () => {
    const { floor } = machine.parts();
    const asked: string[] = [];
    const store = machine.start({
      floor: {
        ...floor,
        fetchFile: (path, limits) => {
          asked.push(path);
          return floor.fetchFile(path, limits);
        },
      },
    });
    const outcomes = await Promise.all([store.prepare(), store.repair(), store.prepare()]);
    expect(outcomes).toEqual(['mended', 'unchanged', 'unchanged']);
    expect(asked.filter((path) => path.endsWith('sources.bin'))).toHaveLength(1);
    expect(listGenerations()).toEqual([1]);
  });

  it('mends a head of a form that pages do not read', async () => {
    await machine.store.prepare();
    damageHead();
    expect(await machine.start().prepare()).toBe('mended');
    expect(await ask()).toBe('listed');
  });

  it('mends a lost head, keeping no wrong answer in between', async () => {
    await machine.store.prepare();
    machine.local.items.delete('head');
    expect(await ask()).toBe('no-list');
    expect(await machine.start().prepare()).toBe('mended');
    expect(await ask()).toBe('listed');
  });

  it('goes on where the worker died before the head was written', async () => {
    await machine.store.prepare();
    repository.publishList(makeList(['new.test']));
    machine.local.failOnWrite = (items) => 'head' in items;
    expect(await sync()).toMatchObject({ failure: { reason: 'storage' } });
    expect(await ask()).toBe('listed');
    machine.local.failOnWrite = undefined;
    expect(await machine.start().prepare()).toBe('mended');
    expect(await ask('https://new.test/')).toBe('listed');
    expect(await ask()).toBe('not-listed');
  });

  it('can be tried again after a failure', async () => {
    machine.local.failOnWrite = () => true;
    await expect(machine.store.prepare()).rejects.toThrow('Quota');
    machine.local.failOnWrite = undefined;
    expect(await machine.store.prepare()).toBe('mended');
    expect(await ask()).toBe('listed');
  });

  it('opens the database again that could not be opened', async () => {
    const { openDatabase } = machine;
    machine.openDatabase = () => Promise.reject(new Error('forbidden'));
    await expect(machine.store.prepare()).rejects.toThrow('forbidden');
    machine.openDatabase = openDatabase;
    expect(await machine.store.prepare()).toBe('mended');
  });
});

describe('an update of the extension', () => {
  beforeEach(() => machine.store.prepare());

  it('brings the list that it ships, when that is newer, and no news', async () => {
    repository.publishList(makeList(['new.test']));
    update('1.0.1');
    expect(await machine.start().prepare()).toBe('mended');
    expect(await ask('https://new.test/')).toBe('listed');
    expect(await ask()).toBe('not-listed');
    const database = await machine.store.open();
    expect(await database.get('subscriptions', 'test-list')).toMatchObject({
      news: { added: [], removed: [] },
    });
    expect(await machine.store.repair()).toBe('unchanged');
  });

  it('leaves a newer list in force that came by a sync', async () => {
    machine.pack('1.0.1', repository);
    machine.version = '1.0.1';
    repository.publishList(makeList(['new.test']));
    await sync();
    expect(await machine.start().prepare()).toBe('mended');
    expect(await ask('https://new.test/')).toBe('listed');
    expect(await ask()).toBe('not-listed');
    expect(await machine.start().repair()).toBe('unchanged');
    expect(await sync()).toEqual({ kind: 'unchanged' });
  });

  it('leaves it in force although its signed metadata was lost', async () => {
    machine.pack('1.0.1', repository);
    repository.publishList(makeList(['new.test']));
    await sync();
    await (await machine.store.open()).delete('trust', 'test-list');
    machine.version = '1.0.1';
    await machine.start().prepare();
    expect(await ask('https://new.test/')).toBe('listed');
    repository.publishList(makeList(['newest.test']));
    expect(await sync()).toEqual({ kind: 'updated' });
    expect(await ask('https://newest.test/')).toBe('listed');
  });

  it('that could not install its list does so at the next start', async () => {
    repository.publishList(makeList(['new.test']));
    update('1.0.1');
    machine.local.failOnWrite = () => true;
    await expect(machine.start().installFloor()).rejects.toThrow('Quota');
    machine.local.failOnWrite = undefined;
    expect(await machine.start().prepare()).toBe('mended');
    expect(await ask('https://new.test/')).toBe('listed');
    expect(await machine.start().repair()).toBe('unchanged');
  });

  it('that ships the same list under another root follows that root from then on', async () => {
    const next = new ListRepository(NOW);
    next.publishList(makeList(['listed.test', 'other.test']));
    machine.pack('1.0.1', next);
    machine.version = '1.0.1';
    await machine.start().prepare();
    const database = await machine.store.open();
    expect(await database.get('subscriptions', 'test-list')).toMatchObject({
      rootDigest: next.rootDigest,
    });
    next.publishList(makeList(['new.test']));
    machine.openAddress = () => serveRepository(() => next.files);
    expect(await sync()).toEqual({ kind: 'updated' });
    expect(await machine.start().repair()).toBe('unchanged');
  });

  it.each<[string, () => void]>([
    ['the same list', () => undefined],
    ['a newer list', () => repository.publishList(makeList(['new.test']))],
  ])('that ships %s leaves noted how the last sync went', async (_, publish) => {
    await sync();
    machine.openAddress = () => serveRepository(() => new Map());
    machine.now += 60_000;
    expect((await sync()).kind).toBe('failed');
    const database = await machine.store.open();
    const before = await database.get('subscriptions', 'test-list');
    expect(before).toMatchObject({ failures: 1, lastSuccess: NOW, lastAttempt: machine.now });
    publish();
    update('1.0.1');
    await machine.start().prepare();
    expect(await database.get('subscriptions', 'test-list')).toEqual(before);
  });

  it('that ships another root forgets how syncs under the one before went', async () => {
    machine.openAddress = () => serveRepository(() => new Map());
    expect((await sync()).kind).toBe('failed');
    const next = new ListRepository(NOW);
    next.publishList(makeList(['listed.test']));
    machine.pack('1.0.1', next);
    machine.version = '1.0.1';
    await machine.start().prepare();
    const after = await (await machine.store.open()).get('subscriptions', 'test-list');
    expect(after).toMatchObject({ failures: 0, rootDigest: next.rootDigest });
    expect(after).not.toHaveProperty('failure');
    expect(after).not.toHaveProperty('nextAttempt');
  });

  it('that ships the same list again counts as considered', async () => {
    update('1.0.1');
    expect(await machine.start().prepare()).toBe('mended');
    expect(await machine.start().prepare()).toBe('unchanged');
    expect(await ask()).toBe('listed');
  });

  it('leaves the list off that the reader switched off', async () => {
    await machine.store.run((store) => enableList('test-list', false, store));
    expect(await ask()).toBe('no-list');
    repository.publishList(makeList(['listed.test', 'new.test']));
    update('1.0.1');
    await machine.start().prepare();
    expect(await ask()).toBe('no-list');
    await machine.store.run((store) => enableList('test-list', true, store));
    expect(await ask('https://new.test/')).toBe('listed');
    expect(await machine.store.repair()).toBe('unchanged');
  });

  it('keeps what the reader chose', async () => {
    const settings = { paused: true, show: 'toolbar' } as const;
    await machine.head.change((old) => ({ ...old, settings }));
    update('1.0.1');
    await machine.start().prepare();
    expect((await readHead(machine.local)).settings).toEqual(settings);
  });
});

describe('a repair', () => {
  beforeEach(() => machine.store.prepare());

  it('makes damaged shards anew from the database, which a start does not look at', async () => {
    const shard = [...machine.local.items.keys()].find((key) => key.startsWith('r'));
    machine.local.items.set(shard ?? '', 'garbage');
    expect(await ask()).toBe('no-list');
    expect(await machine.start().prepare()).toBe('unchanged');
    expect(await machine.store.repair()).toBe('mended');
    expect(await ask()).toBe('listed');
  });

  it('replaces entries that were lost', async () => {
    const database = await machine.store.open();
    await database.delete('entries', ['test-list', 1, 'other-test']);
    expect(await machine.store.repair()).toBe('mended');
    expect(await database.count('entries')).toBe(2);
    expect(await ask('https://other.test/')).toBe('listed');
    expect(await machine.store.repair()).toBe('unchanged');
  });

  it('replaces an entry that was changed, however little', async () => {
    const database = await machine.store.open();
    const key: [string, number, string] = ['test-list', 1, 'other-test'];
    const entry = await database.get('entries', key);
    await database.put('entries', { ...Object(entry), country: 'DE' }, key);
    expect(await machine.start().prepare()).toBe('unchanged');
    expect(await machine.store.repair()).toBe('mended');
    expect(await (await machine.store.open()).get('entries', key)).toEqual(entry);
    expect(await machine.store.repair()).toBe('unchanged');
  });

  it.each([['nonsense'], [undefined], [null], [{ slug: 'other-test' }]])(
    'replaces an entry that became %j',
    async (value) => {
      const database = await machine.store.open();
      await database.put('entries', value, ['test-list', 1, 'other-test']);
      expect(await machine.store.repair()).toBe('mended');
      expect(await ask('https://other.test/')).toBe('listed');
      expect(await machine.store.repair()).toBe('unchanged');
    },
  );

  it('takes away an entry that nobody signed, for good', async () => {
    const database = await machine.store.open();
    const stray = { slug: 'stray', name: 'Stray', scopes: ['stray.test'] };
    await database.put('entries', stray, ['test-list', 1, 'stray']);
    expect(await machine.store.repair()).toBe('mended');
    expect(await database.count('entries')).toBe(2);
    expect(await machine.store.repair()).toBe('unchanged');
  });

  it.each(['lists', 'state', 'subscriptions', 'trust', 'entries'] as const)(
    'brings the list back where all of %s was lost',
    async (name) => {
      await (await machine.store.open()).clear(name);
      await machine.start().repair();
      expect(await ask()).toBe('listed');
      repository.publishList(makeList(['new.test']));
      expect(await sync()).toEqual({ kind: 'updated' });
      expect(await machine.store.repair()).toBe('unchanged');
    },
  );

  it('brings the shipped list back where the database was emptied, and a sync the newest', async () => {
    repository.publishList(makeList(['new.test']));
    await sync();
    globalThis.indexedDB = new IDBFactory();
    expect(await machine.start().repair()).toBe('mended');
    expect(await ask()).toBe('listed');
    expect(await sync()).toEqual({ kind: 'updated' });
    expect(await ask('https://new.test/')).toBe('listed');
  });

  it('brings the shipped list where newer entries were lost, and takes no older release after', async () => {
    const old = new Map(repository.files);
    repository.publishList(makeList(['new.test']));
    await sync();
    await (await machine.store.open()).clear('entries');
    expect(await machine.store.repair()).toBe('mended');
    expect(await ask()).toBe('listed');
    machine.openAddress = () => serveRepository(() => old);
    expect(await sync()).toMatchObject({ failure: { reason: 'rollback', role: 'timestamp' } });
    machine.openAddress = () => serveRepository(() => repository.files);
    expect(await sync()).toEqual({ kind: 'updated' });
    expect(await ask('https://new.test/')).toBe('listed');
  });
});

describe('a swap', () => {
  beforeEach(() => machine.store.prepare());

  it('leaves no entry of the lists before it', async () => {
    repository.publishList(makeList(['new.test']));
    update('1.0.1');
    await machine.start().prepare();
    const keys = await (await machine.store.open()).getAllKeys('entries');
    expect(keys.map(([list, , slug]) => [list, slug])).toEqual([['test-list', 'new-test']]);
  });

  it('that failed before leaves nothing in the list that comes after', async () => {
    const { openAddress } = machine;
    repository.publishList(makeList(['lost.test', 'other.test']));
    const files = new Map(repository.files);
    for (const path of files.keys()) if (path.includes('delta')) files.delete(path);
    machine.openAddress = () => serveRepository(() => files);
    machine.local.failOnWrite = (items) => Object.keys(items).some((key) => /^[rs]/.test(key));
    expect(await sync()).toMatchObject({ failure: { reason: 'storage' } });
    machine.local.failOnWrite = undefined;
    machine.openAddress = openAddress;
    repository.publishList(makeList(['other.test', 'third.test']));
    for (const path of repository.files.keys()) {
      if (path.includes('delta')) repository.files.delete(path);
    }
    expect(await sync()).toEqual({ kind: 'updated' });
    expect(await machine.store.repair()).toBe('unchanged');
  });

  it('agrees with the database after changes that came all at once', async () => {
    damageHead();
    repository.publishList(makeList(['new.test']));
    const { store } = machine;
    await Promise.all([store.repair(), sync(), store.repair(), store.prepare(), sync()]);
    expect(await ask('https://new.test/')).toBe('listed');
    expect(await ask()).toBe('not-listed');
    const stored = await (await store.open()).get('state', 'generation');
    const { index } = await readHead(machine.local);
    expect(stored).toMatchObject({ generation: (index as { generation: number }).generation });
  });

  it('that fails for want of room leaves the old list', async () => {
    machine.local.failOnWrite = (items) => Object.keys(items).some((key) => key.startsWith('s'));
    await expect(machine.store.installFloor()).rejects.toThrow('Quota');
    expect(await ask()).toBe('listed');
  });

  it('succeeds where the old shards cannot be removed', async () => {
    for (let swap = 0; swap < 3; swap += 1) await machine.store.installFloor();
    vi.spyOn(machine.local, 'remove').mockRejectedValue(new Error('no'));
    vi.mocked(console.error).mockClear();
    await machine.store.installFloor();
    expect(await ask()).toBe('listed');
    expect(console.error).toHaveBeenCalledOnce();
  });

  it('keeps one generation for pages in the middle of a check, and no more', async () => {
    for (let swap = 0; swap < 3; swap += 1) await machine.store.installFloor();
    const generations = [...machine.local.items.keys()].filter((key) => key.startsWith('s'));
    expect(generations).toEqual(['s3.0', 's4.0']);
  });

  it('leaves nothing behind where it could not be put in force', async () => {
    // Of a swap before that never ended; with it the room may not do.
    machine.local.items.set('r5.9', 'x');
    for (const failing of ['r2.0', 'head']) {
      machine.local.failOnWrite = (items) => failing in items;
      await expect(machine.store.installFloor()).rejects.toThrow('Quota');
      expect(listGenerations()).toEqual([1]);
      expect(await ask()).toBe('listed');
    }
  });

  it('leaves nothing behind where the database would not take it', async () => {
    const database = await machine.store.open();
    const transact = database.transaction.bind(database);
    vi.spyOn(database, 'transaction').mockImplementation(((...args: [never, never]) => {
      if (Array.isArray(args[0]) && args[1] === 'readwrite') throw new Error('QuotaExceededError');
      return transact(...args);
    }) as never);
    await expect(machine.store.installFloor()).rejects.toThrow('Quota');
    expect(listGenerations()).toEqual([1]);
    expect(await ask()).toBe('listed');
  });

  it('takes away what one left that never ended, however much it was', async () => {
    // As of a worker that died: more shards than the next list will have, and a generation later.
    for (const key of ['s2.0', 's2.1', 'r2.0', 'r2.700', 's3.0', 'r3.12']) {
      machine.local.items.set(key, 'x');
    }
    await machine.store.installFloor();
    const keys = [...machine.local.items.keys()].sort();
    expect(keys).toEqual(['head', 'r1.0', 'r2.0', 's1.0', 's2.0']);
    expect(await ask()).toBe('listed');
    expect(await machine.store.repair()).toBe('unchanged');
  });

  it('takes it away once that can be done, and never what is in force', async () => {
    for (const key of ['s2.0', 's2.1', 'r2.7']) machine.local.items.set(key, 'x');
    const removing = vi.spyOn(machine.local, 'remove').mockRejectedValue(new Error('no'));
    await machine.store.installFloor();
    expect(machine.local.items.has('s2.1')).toBe(true);
    expect(await ask()).toBe('listed');
    removing.mockRestore();
    for (const swap of [3, 4]) {
      await machine.store.installFloor();
      expect(await ask(), String(swap)).toBe('listed');
    }
    const keys = [...machine.local.items.keys()].sort();
    expect(keys).toEqual(['head', 'r3.0', 'r4.0', 's3.0', 's4.0']);
  });

  it('keeps the generation that pages read, not one that came after it and failed', async () => {
    machine.local.failOnWrite = (items) => 'head' in items;
    await expect(machine.store.installFloor()).rejects.toThrow('Quota');
    machine.local.failOnWrite = undefined;
    // The database had come as far as generation 2, the pages had not.
    await machine.store.installFloor();
    expect(listGenerations()).toEqual([1, 3]);
  });

  it('starts from nothing where no head says what is in force', async () => {
    machine.local.items.delete('head');
    machine.local.items.set('r9.3', 'x');
    await machine.store.installFloor();
    expect(listGenerations()).toEqual([2]);
  });

  it('succeeds where storage does not tell its keys', async () => {
    vi.spyOn(machine.local, 'readKeys').mockRejectedValue(new Error('no'));
    vi.mocked(console.error).mockClear();
    await machine.store.installFloor();
    expect(await ask()).toBe('listed');
    expect(console.error).toHaveBeenCalledOnce();
  });

  it('touches nothing of others in storage', async () => {
    const others = ['r1', 's1.0.bak', 'report1.0', 'settings', 'xs0.1'];
    for (const key of others) machine.local.items.set(key, 'x');
    for (let swap = 0; swap < 4; swap += 1) await machine.store.installFloor();
    for (const key of others) expect(machine.local.items.has(key), key).toBe(true);
  });
});
