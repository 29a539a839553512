import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ListRequests } from '../../src/background/list-requests.ts';
import { readFollowedLists } from '../../src/store/followed-list.ts';
import { serveLists } from '../support/follow-repository.ts';
import { LIST_INFO } from '../support/list-files.ts';
import { ListRepository } from '../support/list-repository.ts';
import { makeList } from '../support/make-list.ts';
import { LIST_ADDRESS, TestMachine } from '../support/test-machine.ts';

const NOW = Date.parse('2026-11-25T10:00:00Z');
const MINUTE = 60_000;
const OTHER = 'https://other-list.test/';
const INFO = {
  ...{ ...LIST_INFO, id: 'other', homePage: 'https://other-list.test/page' },
  publisher: { name: 'A publisher', url: 'https://publisher.test/' },
};
const DONE = { kind: 'done' };

let other: ListRepository;
let machine: TestMachine;
let asked: string[];
let announceChange: ReturnType<typeof vi.fn<() => Promise<void>>>;
let ensureAlarm: ReturnType<typeof vi.fn<() => Promise<void>>>;
let syncNow: ReturnType<typeof vi.fn<(key?: string) => Promise<void>>>;
let requests: ListRequests;

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const own = new ListRepository(NOW);
  own.publishList(makeList(['both.test', 'own.test']));
  other = new ListRepository(NOW);
  other.publishList(makeList(['both.test', 'theirs.test'], { list: INFO }));
  machine = new TestMachine({ floor: own, now: NOW });
  await machine.store.prepare();
  asked = [];
  serve(OTHER);
  announceChange = vi.fn(async () => undefined);
  ensureAlarm = vi.fn(async () => undefined);
  syncNow = vi.fn(async () => undefined);
  requests = new ListRequests({
    lists: {
      openStore: () => machine.store.openStore(),
      run: (job) => machine.store.run(job),
    },
    sync: { syncNow, ensureAlarm, readStatus: async () => ({ lists: [] }) },
    announceChange,
    now: () => machine.now,
  });
});
afterEach(() => vi.restoreAllMocks());

/** Serves the other list under an address, and notes what is asked for. */
function serve(address: string): void {
  serveLists(machine, { [address]: other });
  const { openAddress } = machine;
  machine.openAddress = (folder) => {
    const fetchFile = openAddress(folder);
    return (path, limits) => {
      asked.push(folder + path);
      return fetchFile(path, limits);
    };
  };
}

const locate = (address = OTHER) => ({ address, rootDigest: other.rootDigest });
const ask = async (host: string) => (await machine.ask(`https://${host}/`)).kind;

describe('a preview', () => {
  it('shows what a list says of itself and puts nothing in force', async () => {
    expect(await requests.preview(locate())).toEqual({
      ...{ kind: 'preview', title: LIST_INFO.title, licence: 'CC-BY-4.0', entries: 2, scopes: 2 },
      ...{ version: 1, publishedOn: '2026-11-25', bytes: expect.any(Number), overlaps: 1 },
      ...{ publisher: 'A publisher', publisherUrl: 'https://publisher.test/' },
      home: 'https://other-list.test/page',
    });
    expect(await ask('theirs.test')).toBe('not-listed');
    expect(await readFollowedLists(await machine.store.open())).toHaveLength(1);
    expect(announceChange).not.toHaveBeenCalled();
  });

  it('of a list that is followed says so, and asks nothing of its address', async () => {
    await requests.follow(locate());
    asked.length = 0;
    expect(await requests.preview(locate('https://mirror.test/'))).toEqual({ kind: 'already' });
    expect(asked).toEqual([]);
  });

  it('says why a list cannot be followed', async () => {
    const wrong = { ...locate(), rootDigest: 'ab'.repeat(32) };
    expect(await requests.preview(wrong)).toMatchObject({ failure: { reason: 'wrong-root' } });
    serveLists(machine, {});
    expect(await requests.preview(locate())).toMatchObject({ failure: { reason: 'missing-file' } });
  });

  it('says so where the database fails', async () => {
    machine.openDatabase = () => Promise.reject(new DOMException('forbidden', 'UnknownError'));
    machine.start();
    expect(await requests.preview(locate())).toMatchObject({ failure: { reason: 'database' } });
  });
});

describe('a list that a reader decided to follow', () => {
  it('is put in force as it was shown, without being fetched again', async () => {
    await requests.preview(locate());
    asked.length = 0;
    machine.now += 10 * MINUTE - 1;
    expect(await requests.follow(locate())).toEqual(DONE);
    expect(asked).toEqual([]);
    expect(await ask('theirs.test')).toBe('listed');
    expect(announceChange).toHaveBeenCalledOnce();
    expect(ensureAlarm).toHaveBeenCalledOnce();
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'the preview was ten minutes ago',
      async () => {
        machine.now += 10 * MINUTE;
      },
    ],
    ['another list was looked at since', () => requests.preview(locate('https://else.test/'))],
  ])('is fetched again where %s', async (_, happen) => {
    await requests.preview(locate());
    await happen();
    asked.length = 0;
    expect(await requests.follow(locate())).toEqual(DONE);
    expect(asked.length).toBeGreaterThan(0);
  });

  it('is not in force where it is refused, and nobody hears of it', async () => {
    other.publishList(makeList(['co.uk'], { list: INFO }));
    expect(await requests.follow(locate())).toMatchObject({ failure: { reason: 'unsafe-list' } });
    expect(await ask('theirs.test')).toBe('not-listed');
    expect(announceChange).not.toHaveBeenCalled();
  });

  it('is not said to be followed where the disk is full', async () => {
    machine.local.failOnWrite = () => true;
    expect(await requests.follow(locate())).toMatchObject({ failure: { reason: 'storage' } });
    machine.local.failOnWrite = undefined;
    expect(await ask('theirs.test')).toBe('not-listed');
    expect(await requests.follow(locate())).toEqual(DONE);
  });
});

describe('an address without https', () => {
  const develop = async (isDevelopment: boolean) => {
    const database = await machine.store.open();
    const kept = Object(await database.get('subscriptions', 'test-list'));
    await database.put('subscriptions', { ...kept, isDevelopment }, 'test-list');
  };

  it.each([
    ['http://127.0.0.1:8080/', true, 'preview'],
    ['http://localhost/', true, 'preview'],
    ['http://127.0.0.1:8080/', false, 'failed'],
    ['http://other-list.test/', true, 'failed'],
    ['http://localhost.other-list.test/', true, 'failed'],
    ['http://127.0.0.1.other-list.test/', true, 'failed'],
    ['http://192.168.0.1/', true, 'failed'],
  ])('such as %s, development build %s: %s', async (address, isDevelopment, kind) => {
    await develop(isDevelopment);
    serve(address);
    const reply = await requests.preview(locate(address));
    expect(reply.kind).toBe(kind);
    if (reply.kind !== 'failed') return;
    expect(reply.failure.reason).toBe('insecure');
    expect(await requests.follow(locate(address))).toEqual(reply);
    expect(asked).toEqual([]);
  });
});

describe('a change of the lists', () => {
  it('is told to pages, and the alarm is looked after', async () => {
    await requests.follow(locate());
    const key = `other~${other.rootDigest}`;
    for (const change of [
      () => requests.enable(key, false),
      () => requests.enable(key, true),
      () => requests.move(key, 0),
      () => requests.unfollow(key),
    ]) {
      announceChange.mockClear();
      ensureAlarm.mockClear();
      expect(await change()).toEqual(DONE);
      expect([announceChange, ensureAlarm].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
    }
    expect(await ask('theirs.test')).toBe('not-listed');
  });

  it('that cannot be written is told as such, and to no page', async () => {
    machine.local.failOnWrite = () => true;
    expect(await requests.enable('test-list', false)).toMatchObject({
      failure: { reason: 'storage' },
    });
    expect(announceChange).not.toHaveBeenCalled();
  });

  it('is none where the reader has seen the news', async () => {
    expect(await requests.markNewsSeen()).toEqual(DONE);
    expect(announceChange).not.toHaveBeenCalled();
  });
});

it('a sync on demand is of the list that was named, and answers with the status', async () => {
  expect(await requests.sync('test-list')).toEqual({ lists: [] });
  expect(await requests.sync(undefined)).toEqual({ lists: [] });
  expect(syncNow.mock.calls).toEqual([['test-list'], [undefined]]);
});

it('nothing is asked of any network for the status', async () => {
  serve(LIST_ADDRESS);
  await requests.readStatus();
  expect(asked).toEqual([]);
});
