import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ListStore } from '../../src/background/list-store.ts';
import type { NewLists } from '../../src/background/swap-generation.ts';
import type { IndexInput } from '../../src/match/address-rules.ts';
import { checkAddress } from '../../src/match/check-address.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { HeadWriter, readHead } from '../../src/store/head-store.ts';
import { FakeLocalArea } from '../support/fake-local-area.ts';

const TODAY = '2026-11-25';
const LISTED = 'https://listed.example/';

function buildIndex(scope: string): IndexInput {
  const list = { id: 'test', title: 'Test', version: 1, publishedOn: TODAY, maxStaleDays: 30 };
  const record = { list: 'test', entry: 'source', scope, state: 'listed', until: TODAY } as const;
  return { lists: [list], records: [record], rules: { aliases: [], foldPathHosts: [] }, seed: 1 };
}

function buildLists(scope: string): NewLists {
  return {
    entries: [{ list: 'test', slug: 'source', value: { name: 'Source' } }],
    lists: [{ id: 'test', value: {} }],
    context: {},
    index: buildIndex(scope),
  };
}

function createStore(
  local: FakeLocalArea,
  parts: { floor?: string; stored?: string; version?: string } = {},
) {
  const head = new HeadWriter(local);
  const store = new ListStore({
    openDatabase,
    local,
    head,
    pause: async () => undefined,
    floorVersion: parts.version ?? '1.0.0',
    loadFloor: async () => buildLists(parts.floor ?? 'listed.example'),
    readIndexInput: async () => (parts.stored === undefined ? undefined : buildIndex(parts.stored)),
  });
  return { store, head };
}

function listGenerations(local: FakeLocalArea): number[] {
  const found = [...local.items.keys()].flatMap((key) => /^[rs](\d+)\./.exec(key)?.[1] ?? []);
  return [...new Set(found.map(Number))].sort((a, b) => a - b);
}

async function ask(local: FakeLocalArea, address = LISTED): Promise<string> {
  return (await checkAddress(address, local.read, TODAY)).verdict.kind;
}

describe('the lists in force', () => {
  let local: FakeLocalArea;
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
    local = new FakeLocalArea();
  });

  it('are the shipped ones on a first start', async () => {
    expect(await ask(local)).toBe('no-list');
    await createStore(local).store.prepare();
    expect(await ask(local)).toBe('listed');
    expect(await ask(local, 'https://other.example/')).toBe('not-listed');
  });

  it('are left alone by a start that finds them sound', async () => {
    await createStore(local).store.prepare();
    const before = JSON.stringify([...local.items]);
    const { store } = createStore(local, { floor: 'other.example' });
    expect(await store.prepare()).toBe('unchanged');
    expect(await store.repair()).toBe('unchanged');
    expect(JSON.stringify([...local.items])).toBe(before);
  });

  it('are rebuilt from the database when a shard is damaged', async () => {
    await createStore(local).store.prepare();
    const shard = [...local.items.keys()].find((key) => key.startsWith('r'));
    local.items.set(shard ?? '', 'garbage');
    expect(await ask(local)).toBe('no-list');
    const { store } = createStore(local, { stored: 'listed.example' });
    // The quick look at a start reads no shard; a page that noticed asks for more.
    expect(await store.prepare()).toBe('unchanged');
    expect(await store.repair()).toBe('mended');
    expect(await ask(local)).toBe('listed');
  });

  it('are mended when the head is of a form that pages do not read', async () => {
    await createStore(local).store.prepare();
    const head = structuredClone(local.items.get('head')) as { index: { format: number } };
    head.index.format = 99;
    local.items.set('head', head);
    const { store } = createStore(local, { stored: 'listed.example' });
    expect(await store.prepare()).toBe('mended');
    expect(await ask(local)).toBe('listed');
  });

  it('come from the package again when entries were lost', async () => {
    const { store } = createStore(local, { stored: 'stale.example' });
    await store.prepare();
    await (await store.open()).clear('entries');
    expect(await store.repair()).toBe('mended');
    expect(await (await store.open()).count('entries')).toBe(1);
    expect(await ask(local)).toBe('listed');
  });

  it('hold no entry of the lists before them', async () => {
    await createStore(local).store.prepare();
    const next = buildLists('new.example');
    const entries = [{ list: 'other', slug: 'another', value: {} }];
    const lists = [{ id: 'other', value: {} }];
    const store = new ListStore({
      openDatabase,
      local,
      head: new HeadWriter(local),
      pause: async () => undefined,
      floorVersion: '1.0.0',
      loadFloor: async () => ({ ...next, entries, lists }),
      readIndexInput: async () => undefined,
    });
    await store.installFloor();
    const database = await store.open();
    expect(await database.getAllKeys('entries')).toEqual([['other', 'another']]);
    expect(await database.getAllKeys('lists')).toEqual(['other']);
  });

  it('agree with the database after changes that came all at once', async () => {
    await createStore(local, { floor: 'old.example' }).store.prepare();
    const head = structuredClone(local.items.get('head')) as { index: { format: number } };
    head.index.format = 0;
    local.items.set('head', head);
    const { store } = createStore(local, { floor: 'new.example', stored: 'old.example' });
    await Promise.all([store.repair(), store.installFloor(), store.repair(), store.prepare()]);
    expect(await ask(local, 'https://new.example/')).toBe('listed');
    expect(await ask(local, 'https://old.example/')).toBe('not-listed');
    const stored = await (await store.open()).get('state', 'generation');
    const { index } = await readHead(local);
    expect(stored).toMatchObject({ generation: (index as { generation: number }).generation });
  });

  it('are rebuilt when the head was lost, keeping no wrong answer in between', async () => {
    await createStore(local).store.prepare();
    local.items.delete('head');
    expect(await ask(local)).toBe('no-list');
    await createStore(local, { stored: 'listed.example' }).store.prepare();
    expect(await ask(local)).toBe('listed');
  });

  it('fall back to the shipped ones when the database was emptied', async () => {
    await createStore(local).store.prepare();
    globalThis.indexedDB = new IDBFactory();
    await createStore(local, { floor: 'listed.example' }).store.prepare();
    expect(await ask(local)).toBe('listed');
  });

  it('stay the old ones when a swap fails for want of room', async () => {
    const { store } = createStore(local);
    await store.prepare();
    local.failOnWrite = (items) => Object.keys(items).some((key) => key.startsWith('s'));
    await expect(store.installFloor()).rejects.toThrow('Quota');
    expect(await ask(local)).toBe('listed');
  });

  it('are those of the new package even when its update could not install them', async () => {
    await createStore(local, { floor: 'old.example' }).store.prepare();
    local.failOnWrite = () => true;
    const updated = { floor: 'new.example', stored: 'old.example', version: '1.0.1' };
    await expect(createStore(local, updated).store.installFloor()).rejects.toThrow('Quota');
    local.failOnWrite = undefined;
    expect(await createStore(local, updated).store.prepare()).toBe('mended');
    expect(await ask(local, 'https://new.example/')).toBe('listed');
    expect(await createStore(local, updated).store.repair()).toBe('unchanged');
  });

  it('are in force even where the old shards cannot be removed', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { store } = createStore(local);
    for (let swap = 0; swap < 3; swap += 1) await store.installFloor();
    vi.spyOn(local, 'remove').mockRejectedValue(new Error('no'));
    await store.installFloor();
    expect(await ask(local)).toBe('listed');
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });

  it('are finished by the next start when the worker died before the head was written', async () => {
    await createStore(local).store.prepare();
    local.failOnWrite = (items) => 'head' in items;
    const dying = createStore(local, { floor: 'new.example' });
    await expect(dying.store.installFloor()).rejects.toThrow('Quota');
    expect(await ask(local)).toBe('listed');
    local.failOnWrite = undefined;
    await createStore(local, { stored: 'new.example' }).store.prepare();
    expect(await ask(local, 'https://new.example/')).toBe('listed');
    expect(await ask(local)).toBe('not-listed');
  });

  it('keep one generation for pages in the middle of a check, and no more', async () => {
    const { store } = createStore(local);
    for (let swap = 0; swap < 4; swap += 1) await store.installFloor();
    const generations = [...local.items.keys()].filter((key) => key.startsWith('s'));
    expect(generations).toEqual(['s3.0', 's4.0']);
  });

  it('leave nothing behind where they could not be put in force', async () => {
    const { store } = createStore(local);
    await store.prepare();
    // Of a swap before that never ended; with it the room may not do.
    local.items.set('r5.9', 'x');
    for (const failing of ['r2.0', 'head']) {
      local.failOnWrite = (items) => failing in items;
      await expect(store.installFloor()).rejects.toThrow('Quota');
      expect(listGenerations(local)).toEqual([1]);
      expect(await ask(local)).toBe('listed');
    }
  });

  it('leave nothing behind where the database would not take them', async () => {
    const { store } = createStore(local);
    await store.prepare();
    const database = await store.open();
    vi.spyOn(database, 'transaction').mockImplementation(() => {
      throw new Error('QuotaExceededError');
    });
    await expect(store.installFloor()).rejects.toThrow('Quota');
    expect(listGenerations(local)).toEqual([1]);
    expect(await ask(local)).toBe('listed');
  });

  it('take away what a swap left that never ended, however much it was', async () => {
    const { store } = createStore(local);
    await store.prepare();
    // As of a worker that died: more shards than the next list will have, and a generation later.
    for (const key of ['s2.0', 's2.1', 'r2.0', 'r2.700', 's3.0', 'r3.12'])
      local.items.set(key, 'x');
    await store.installFloor();
    expect([...local.items.keys()].sort()).toEqual(['head', 'r1.0', 'r2.0', 's1.0', 's2.0']);
    expect(await ask(local)).toBe('listed');
    expect(await store.repair()).toBe('unchanged');
  });

  it('take it away once that can be done, and never what is in force', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { store } = createStore(local);
    await store.prepare();
    for (const key of ['s2.0', 's2.1', 'r2.7']) local.items.set(key, 'x');
    const removing = vi.spyOn(local, 'remove').mockRejectedValue(new Error('no'));
    await store.installFloor();
    expect(local.items.has('s2.1')).toBe(true);
    expect(await ask(local)).toBe('listed');
    removing.mockRestore();
    for (const swap of [3, 4]) {
      await store.installFloor();
      expect(await ask(local), String(swap)).toBe('listed');
    }
    expect([...local.items.keys()].sort()).toEqual(['head', 'r3.0', 'r4.0', 's3.0', 's4.0']);
    log.mockRestore();
  });

  it('keep the generation that pages read, not one that came after it and failed', async () => {
    const { store } = createStore(local);
    await store.prepare();
    local.failOnWrite = (items) => 'head' in items;
    await expect(store.installFloor()).rejects.toThrow('Quota');
    local.failOnWrite = undefined;
    // The database had come as far as generation 2, the pages had not.
    await store.installFloor();
    expect(listGenerations(local)).toEqual([1, 3]);
  });

  it('start from nothing where no head says what is in force', async () => {
    const { store } = createStore(local);
    await store.prepare();
    local.items.delete('head');
    local.items.set('r9.3', 'x');
    await store.installFloor();
    expect(listGenerations(local)).toEqual([2]);
  });

  it('are in force even where storage does not tell its keys', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { store } = createStore(local);
    vi.spyOn(local, 'readKeys').mockRejectedValue(new Error('no'));
    await store.installFloor();
    expect(await ask(local)).toBe('listed');
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });

  it('touch nothing of others in storage', async () => {
    const { store } = createStore(local);
    const others = ['r1', 's1.0.bak', 'report1.0', 'settings', 'xs0.1'];
    for (const key of others) local.items.set(key, 'x');
    for (let swap = 0; swap < 4; swap += 1) await store.installFloor();
    for (const key of others) expect(local.items.has(key), key).toBe(true);
  });

  it('keep what the reader chose', async () => {
    const { store, head } = createStore(local);
    await store.prepare();
    await head.change((old) => ({ ...old, settings: { paused: true, show: 'toolbar' } }));
    await store.installFloor();
    expect((await readHead(local)).settings).toEqual({ paused: true, show: 'toolbar' });
  });

  it('lose no choice of the reader that was made at the same time', async () => {
    const { head } = createStore(local);
    const choose = (name: string) =>
      head.change((old) => ({ ...old, dismissed: [...old.dismissed, name] }));
    local.failOnWrite = (items) => JSON.stringify(items).includes('"l/b"');
    const results = await Promise.allSettled([choose('l/a'), choose('l/b'), choose('l/c')]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await readHead(local)).dismissed).toEqual(['l/a', 'l/c']);
  });

  it('can be prepared again after a failure', async () => {
    local.failOnWrite = () => true;
    const { store } = createStore(local);
    await expect(store.prepare()).rejects.toThrow('Quota');
    local.failOnWrite = undefined;
    await store.prepare();
    expect(await ask(local)).toBe('listed');
  });
});
