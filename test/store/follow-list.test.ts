import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { countOverlaps } from '../../src/store/count-overlaps.ts';
import { fetchCandidate } from '../../src/store/fetch-candidate.ts';
import {
  enableList,
  followList,
  markNewsSeen,
  moveList,
  unfollowList,
} from '../../src/store/follow-list.ts';
import { readFollowedLists } from '../../src/store/followed-list.ts';
import { readHead } from '../../src/store/head-store.ts';
import { rebuildSoundIndex } from '../../src/store/rebuild-index.ts';
import type { OpenStore } from '../../src/store/store-parts.ts';
import { syncList } from '../../src/store/sync-list.ts';
import { followRepository, serveLists } from '../support/follow-repository.ts';
import { entry, type Fields, LIST_INFO } from '../support/list-files.ts';
import { ListRepository, TEST_CONTEXT } from '../support/list-repository.ts';
import { makeList } from '../support/make-list.ts';
import { LIST_ADDRESS, TestMachine } from '../support/test-machine.ts';

const NOW = Date.parse('2026-11-25T10:00:00Z');
const OTHER = 'https://other-list.test/';
const THIRD = 'https://third-list.test/';
const DONE = { kind: 'done' };

let own: ListRepository;
let machine: TestMachine;
beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  own = new ListRepository(NOW);
  own.publishList(makeList(['both.test', 'own.test']));
  machine = new TestMachine({ floor: own, now: NOW });
  await machine.store.prepare();
});
afterEach(() => vi.restoreAllMocks());

/** A list that anybody publishes; it calls itself as ours does. */
function publish(hosts: Parameters<typeof makeList>[0], info: Fields = {}, context?: Fields) {
  const repository = new ListRepository(NOW);
  const list = makeList(hosts, { list: { ...LIST_INFO, ...info } });
  repository.publishList(list, context && { context });
  return repository;
}

async function follow(repository: ListRepository, address = OTHER): Promise<string> {
  serveLists(machine, { [address]: repository, [LIST_ADDRESS]: own });
  expect(await followRepository(machine, repository, address)).toEqual(DONE);
  const lists = await readFollowedLists(await machine.store.open());
  return lists.at(-1)?.subscription.key ?? '';
}

/** The lists by which an address is listed, in their order; or the verdict. */
async function findLists(host: string): Promise<readonly string[] | string> {
  const verdict = await machine.ask(`https://${host}/`);
  return verdict.kind === 'listed' ? verdict.findings.map(({ list }) => list) : verdict.kind;
}

/** Everything in the database that names a list, beside its generation. */
async function findTraces(key: string): Promise<readonly string[]> {
  const database = await machine.store.open();
  const traces: string[] = [];
  for (const name of ['entries', 'lists', 'subscriptions', 'trust'] as const) {
    for (const found of await database.getAllKeys(name)) {
      if ([found].flat()[0] === key) traces.push(name);
    }
  }
  return traces;
}

describe('a list that is followed', () => {
  it('lists pages beside our own: two that name a source both say so, ours first', async () => {
    const key = await follow(publish(['both.test', 'theirs.test']));
    expect(await findLists('both.test')).toEqual(['test-list', key]);
    expect(await findLists('theirs.test')).toEqual([key]);
    expect(await findLists('own.test')).toEqual(['test-list']);
    expect(await machine.start().repair()).toBe('unchanged');
  });

  it('has a key of its own, though it took the id of ours', async () => {
    const repository = publish(['theirs.test']);
    const key = await follow(repository);
    expect(key).toBe(`test-list~${repository.rootDigest}`);
    expect(await findTraces('test-list')).toHaveLength(5);
  });

  it('stands beside one whose root digest begins as its own does', async () => {
    const [a, b] = [publish(['a.test']), publish(['b.test'])];
    const first = await follow(a);
    const rootDigest = a.rootDigest.slice(0, 63) + (a.rootDigest.endsWith('0') ? '1' : '0');
    serveLists(machine, { [THIRD]: b });
    const followed = await machine.store.run(async (store) => {
      const candidate = await fetchCandidate({ address: THIRD, rootDigest: b.rootDigest }, store);
      if (candidate.kind === 'failed') throw new Error(candidate.failure.reason);
      return followList({ ...candidate, location: { address: THIRD, rootDigest } }, store);
    });
    expect(followed).toEqual(DONE);
    expect(await findLists('a.test')).toEqual([first]);
    expect(await findLists('b.test')).toEqual([`test-list~${rootDigest}`]);
  });

  it('does not take the place of one that has its key', async () => {
    const first = await follow(publish(['a.test']));
    const second = publish(['b.test']);
    const database = await machine.store.open();
    // Only somebody who writes into the database can bring this about.
    const key = `test-list~${second.rootDigest}`;
    const row = (await database.get('subscriptions', first)) as object;
    await database.put('subscriptions', { ...row, key }, key);
    serveLists(machine, { [THIRD]: second });
    expect(await followRepository(machine, second, THIRD)).toMatchObject({
      failure: { reason: 'internal' },
    });
    expect(await database.get('subscriptions', key)).toEqual({ ...row, key });
    expect(await findLists('b.test')).toBe('not-listed');
  });

  it('stands beside one of the same id', async () => {
    const [a, b] = [publish(['both.test', 'a.test']), publish(['both.test', 'b.test'])];
    const first = await follow(a);
    const second = await follow(b, THIRD);
    expect(second).not.toBe(first);
    expect(await findLists('both.test')).toEqual(['test-list', first, second]);
    expect(await findLists('a.test')).toEqual([first]);
    expect(await findLists('b.test')).toEqual([second]);
  });

  it('is followed once, whatever address it is found under', async () => {
    const repository = publish(['theirs.test']);
    await follow(repository);
    await follow(repository, THIRD);
    expect(await readFollowedLists(await machine.store.open())).toHaveLength(2);
  });

  it('changes nothing of how hosts write, what may be listed, or what the Code says', async () => {
    const shared = { sharedHosts: [{ host: 'own.test', why: 'x' }], wellKnown: [], exceptions: [] };
    const platforms = {
      hosts: [{ host: 'theirs.test', pathCase: 'fold', aliases: ['own.test'] }],
    };
    const context = { ...TEST_CONTEXT, neverList: shared, platforms, code: { theirs: 1 } };
    const database = await machine.store.open();
    const before = await database.get('state', 'context');
    const key = await follow(publish(['theirs.test'], {}, context));
    expect(await database.get('state', 'context')).toEqual(before);
    expect(await findLists('own.test')).toEqual(['test-list']);
    expect(await findLists('theirs.test')).toEqual([key]);
    own.publishList(makeList(['own.test', 'new.test']));
    await syncList('test-list', machine.store, () => undefined);
    expect(await findLists('new.test')).toEqual(['test-list']);
  });

  it('is brought up to date from its own address', async () => {
    const repository = publish(['theirs.test']);
    const key = await follow(repository);
    const info = { ...LIST_INFO, title: { en: 'Renamed', fr: 'Autre nom' } };
    repository.publishList(makeList(['both.test', 'next.test'], { list: info }));
    expect(await syncList(key, machine.store, () => undefined)).toEqual({
      kind: 'updated',
    });
    expect(await findLists('theirs.test')).toBe('not-listed');
    expect(await findLists('both.test')).toEqual(['test-list', key]);
    expect(await machine.store.repair()).toBe('unchanged');
  });

  it('whose entries were damaged is out of force until it is fetched anew, and ours stays', async () => {
    const key = await follow(publish(['theirs.test']));
    const database = await machine.store.open();
    await database.put('entries', 'garbage', [key, 1, 'theirs-test']);
    expect(await machine.store.repair()).toBe('mended');
    expect(await findLists('theirs.test')).toBe('not-listed');
    expect(await findLists('own.test')).toEqual(['test-list']);
    await syncList(key, machine.store, () => undefined);
    expect(await findLists('theirs.test')).toEqual([key]);
    expect(await database.get('subscriptions', key)).not.toHaveProperty('failure');
    expect(await machine.store.repair()).toBe('unchanged');
  });

  it.each<[string, (store: OpenStore) => Promise<unknown>]>([
    ['looked at', (store) => rebuildSoundIndex(store)],
    ['rebuilt for another', (store) => enableList('test-list', false, store)],
  ])('whose entries were damaged says so and is due, once it is %s', async (_, find) => {
    const key = await follow(publish(['theirs.test']));
    const database = await machine.store.open();
    const before = await database.get('subscriptions', 'test-list');
    await database.put('entries', 'garbage', [key, 1, 'theirs-test']);
    machine.now = NOW + 60_000;
    await machine.store.run(find);
    expect(await database.get('subscriptions', key)).toMatchObject({
      ...{ failure: { reason: 'wrong-digest' }, failureSince: machine.now },
      ...{ nextAttempt: machine.now, lastSuccess: NOW },
    });
    expect(await database.get('subscriptions', 'test-list')).toMatchObject({
      ...(before as object),
      isEnabled: expect.any(Boolean),
    });
  });

  it('that is ours is due at once where it was damaged, and the shipped one stands in', async () => {
    await syncList('test-list', machine.store, () => undefined);
    const database = await machine.store.open();
    await database.put('entries', 'garbage', ['test-list', 1, 'own-test']);
    machine.now = NOW + 60_000;
    expect(await machine.store.repair()).toBe('mended');
    expect(await findLists('own.test')).toEqual(['test-list']);
    const subscription = await database.get('subscriptions', 'test-list');
    expect(subscription).toMatchObject({ nextAttempt: machine.now, lastSuccess: NOW });
    expect(subscription).not.toHaveProperty('failure');
  });

  it('brings the shipped list back where ours turns out to be damaged', async () => {
    const database = await machine.store.open();
    await database.put('entries', 'garbage', ['test-list', 1, 'own-test']);
    const key = await follow(publish(['theirs.test']));
    expect(await findLists('own.test')).toEqual(['test-list']);
    expect(await findLists('theirs.test')).toEqual([key]);
    expect(await machine.start().repair()).toBe('unchanged');
  });

  it('is not in force where it could not be written', async () => {
    const repository = publish(['theirs.test']);
    serveLists(machine, { [OTHER]: repository });
    machine.local.failOnWrite = (items) => 'head' in items;
    await expect(followRepository(machine, repository, OTHER)).rejects.toThrow('Quota');
    expect(await findLists('theirs.test')).toBe('not-listed');
    expect(await findLists('own.test')).toEqual(['test-list']);
  });
});

describe('a list that is followed no more', () => {
  it('leaves nothing behind', async () => {
    const key = await follow(publish(['both.test', 'theirs.test']));
    expect(new Set(await findTraces(key))).toEqual(
      new Set(['entries', 'lists', 'subscriptions', 'trust']),
    );
    expect(await machine.store.run((store) => unfollowList(key, store))).toEqual(DONE);
    expect(await findTraces(key)).toEqual([]);
    expect(await findLists('theirs.test')).toBe('not-listed');
    expect(await findLists('both.test')).toEqual(['test-list']);
    const head = await readHead(machine.local);
    expect(JSON.stringify(head)).not.toContain(key);
    expect(await machine.store.repair()).toBe('unchanged');
  });

  it('takes nothing of a list with nearly its key', async () => {
    const first = await follow(publish(['a.test']));
    const second = await follow(publish(['b.test'], { id: 'test' }), THIRD);
    await machine.store.run((store) => unfollowList(second, store));
    expect(await findLists('a.test')).toEqual([first]);
    expect(await findLists('own.test')).toEqual(['test-list']);
    expect(await machine.store.repair()).toBe('unchanged');
  });

  it('can be followed again', async () => {
    const repository = publish(['theirs.test']);
    const key = await follow(repository);
    await machine.store.run((store) => unfollowList(key, store));
    expect(await follow(repository)).toBe(key);
    expect(await findLists('theirs.test')).toEqual([key]);
  });

  it('is never our own', async () => {
    const key = await follow(publish(['theirs.test']));
    await machine.store.run((store) => unfollowList('test-list', store));
    expect(await findLists('own.test')).toEqual(['test-list']);
    expect(await findLists('theirs.test')).toEqual([key]);
    expect(new Set(await findTraces('test-list'))).toContain('trust');
  });

  it('may be one that nobody follows', async () => {
    expect(await machine.store.run((store) => unfollowList('nobody', store))).toEqual(DONE);
    expect(await findLists('own.test')).toEqual(['test-list']);
  });
});

describe('a list that is switched off', () => {
  const enable = (key: string, isEnabled: boolean) =>
    machine.store.run((store) => enableList(key, isEnabled, store));

  it('decides nothing, stays on the machine, and decides again once it is on', async () => {
    const key = await follow(publish(['both.test', 'theirs.test']));
    await enable(key, false);
    expect(await findLists('both.test')).toEqual(['test-list']);
    expect(await findLists('theirs.test')).toBe('not-listed');
    expect(await findTraces(key)).toHaveLength(5);
    expect(await machine.start().repair()).toBe('unchanged');
    await enable(key, true);
    expect(await findLists('both.test')).toEqual(['test-list', key]);
  });

  it('may be our own; with none left there is no list, which is not "not listed"', async () => {
    const key = await follow(publish(['both.test']));
    await enable('test-list', false);
    expect(await findLists('both.test')).toEqual([key]);
    await enable(key, false);
    expect(await findLists('both.test')).toBe('no-list');
    expect(await machine.start().repair()).toBe('unchanged');
    await enable('test-list', true);
    expect(await findLists('both.test')).toEqual(['test-list']);
  });

  it('stays as it was where the change could not be written', async () => {
    machine.local.failOnWrite = (items) => 'head' in items;
    await expect(enable('test-list', false)).rejects.toThrow('Quota');
    expect(await findLists('own.test')).toEqual(['test-list']);
  });

  it('is not said to be off where what lists are read with was lost', async () => {
    await (await machine.store.open()).delete('state', 'context');
    expect(await enable('test-list', false)).toMatchObject({ failure: { reason: 'database' } });
    expect(await findLists('own.test')).toEqual(['test-list']);
    expect(await machine.start().repair()).toBe('unchanged');
    expect(await enable('test-list', false)).toEqual(DONE);
    expect(await findLists('own.test')).toBe('no-list');
  });
});

describe('a list that is moved', () => {
  const move = (key: string, position: number) =>
    machine.store.run((store) => moveList(key, position, store));

  it.each([
    [0, ['first', 'own', 'second']],
    [1, ['own', 'first', 'second']],
    [2, ['own', 'second', 'first']],
    [999, ['own', 'second', 'first']],
  ])('to place %i is asked there', async (position, order) => {
    const first = await follow(publish(['both.test']));
    const second = await follow(publish(['both.test']), THIRD);
    const names = new Map([
      ['test-list', 'own'],
      [first, 'first'],
      [second, 'second'],
    ]);
    expect(await move(first, position)).toEqual(DONE);
    const found = await findLists('both.test');
    expect([...found].map((key) => names.get(key))).toEqual(order);
    expect(await machine.start().repair()).toBe('unchanged');
  });

  it('keeps its place when it is brought up to date', async () => {
    const repository = publish(['both.test']);
    const key = await follow(repository);
    await move(key, 0);
    repository.publishList(makeList(['both.test', 'next.test']));
    await syncList(key, machine.store, () => undefined);
    own.publishList(makeList(['both.test']));
    await syncList('test-list', machine.store, () => undefined);
    expect(await findLists('both.test')).toEqual([key, 'test-list']);
  });

  it('may be one that nobody follows', async () => {
    expect(await move('nobody', 0)).toEqual(DONE);
    expect(await findLists('own.test')).toEqual(['test-list']);
  });
});

describe('news', () => {
  const readNews = async () => {
    const [list] = await readFollowedLists(await machine.store.open());
    return list?.subscription.news;
  };
  const sync = () => syncList('test-list', machine.store, () => undefined);
  const named = (slug: string) => [expect.objectContaining({ slug })];

  it('gather from visit to visit, and begin anew with the version that was seen', async () => {
    own.publishList(makeList(['both.test', 'own.test', 'new.test']));
    await sync();
    const renamed = entry({ slug: 'own-test', name: 'Renamed', scopes: ['own.test'] });
    own.publishList(makeList(['new.test', renamed]));
    await sync();
    expect(await readNews()).toEqual({
      ...{ since: 1, added: [{ slug: 'new-test', name: 'new.test' }] },
      ...{ removed: [{ slug: 'both-test', name: 'both.test' }] },
      ...{ changed: [{ slug: 'own-test', name: 'Renamed' }], more: 0 },
    });
    expect(await machine.store.run(markNewsSeen)).toEqual(DONE);
    expect(await readNews()).toEqual({ since: 3, added: [], removed: [], changed: [], more: 0 });
    own.publishList(makeList(['new.test', renamed, 'later.test']));
    await sync();
    expect(await readNews()).toMatchObject({ since: 3, added: named('later-test') });
  });
});

describe('overlaps', () => {
  const count = (...scopes: string[]) => machine.store.run((store) => countOverlaps(scopes, store));

  it('are the scopes that a list in force has too, each once', async () => {
    expect(await count('both.test', 'theirs.test', 'own.test', 'own.test')).toBe(2);
    await follow(publish(['both.test', 'theirs.test']));
    expect(await count('both.test', 'theirs.test', 'own.test', 'fourth.test')).toBe(3);
  });

  it('are none with a list that is off, or with rows that are damaged', async () => {
    const database = await machine.store.open();
    await database.put('entries', { scopes: 'own.test' }, ['test-list', 1, 'own-test']);
    expect(await count('own.test', 'both.test')).toBe(1);
    await machine.store.repair();
    await machine.store.run((store) => enableList('test-list', false, store));
    expect(await count('own.test', 'both.test')).toBe(0);
  });
});
