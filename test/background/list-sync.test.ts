import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ListSync, type ListSyncParts } from '../../src/background/list-sync.ts';
import type { Browser } from '../../src/platform/browser.ts';
import { enableList } from '../../src/store/follow-list.ts';
import { followRepository, serveLists } from '../support/follow-repository.ts';
import { ListRepository } from '../support/list-repository.ts';
import { makeList } from '../support/make-list.ts';
import { LIST_ADDRESS, serveRepository, TestMachine } from '../support/test-machine.ts';

const NOW = Date.parse('2026-11-25T10:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const OTHER = 'https://other-list.test/';

let own: ListRepository;
let other: ListRepository;
let machine: TestMachine;
let alarms: Map<string, { when: number }>;
let announceChange: ReturnType<typeof vi.fn<() => Promise<void>>>;
let sync: ListSync;

/** The worker starts anew: what it held in memory is gone, alarms are the browser's. */
function start(lists: ListSyncParts['lists'] = machine.start()): ListSync {
  const browser = {
    alarms: {
      get: async (name: string) => {
        const alarm = alarms.get(name);
        return alarm && { scheduledTime: alarm.when };
      },
      create: (name: string, info: { when: number }) => void alarms.set(name, info),
    },
    runtime: { getPlatformInfo: async () => ({}) },
  };
  sync = new ListSync({
    // The parts of the API that are used; a call of any other throws.
    browser: browser as unknown as Browser,
    lists,
    announceChange,
    now: () => machine.now,
  });
  return sync;
}

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  own = new ListRepository(NOW);
  own.publishList(makeList(['own.test']));
  other = new ListRepository(NOW);
  other.publishList(makeList(['other.test'], { list: makeList([]).list }));
  machine = new TestMachine({ floor: own, now: NOW });
  await machine.store.prepare();
  serveLists(machine, { [LIST_ADDRESS]: own, [OTHER]: other });
  alarms = new Map();
  announceChange = vi.fn(async () => undefined);
  start();
});
afterEach(() => vi.restoreAllMocks());

const nextAlarm = () => (alarms.get('sync')?.when ?? Number.NaN) - machine.now;
const ask = async (host: string) => (await machine.ask(`https://${host}/`)).kind;
const refuse = (retryAfter?: number) => {
  machine.openAddress = () => async () => ({
    kind: 'failed',
    failure: { reason: 'status', status: 503, ...(retryAfter !== undefined && { retryAfter }) },
  });
};

/** A server under this address that is there and sends nothing. */
function dripFrom(address: string): void {
  const { openAddress } = machine;
  machine.openAddress = (asked) =>
    asked === address ? () => new Promise(() => undefined) : openAddress(asked);
}
/** The keys of the lists that are being synced. */
const readRunning = async () => (await sync.readStatus()).running?.map(({ key }) => key);

describe('the alarm', () => {
  it('is set where it is missing, for when the next list is due', async () => {
    await sync.syncNow();
    alarms.clear();
    machine.now += HOUR;
    await start().ensureAlarm();
    expect(nextAlarm()).toBe(5 * HOUR);
  });

  it('is left as it is where it is set', async () => {
    alarms.set('sync', { when: 7 });
    await sync.ensureAlarm();
    expect(alarms.get('sync')).toEqual({ when: 7 });
  });

  it('is not trusted, nor are the lists, where a clock that was ahead has set them', async () => {
    machine.now += 1_000 * 24 * HOUR;
    await sync.syncNow();
    machine.now = NOW + HOUR;
    own.publishList(makeList(['new.test']));
    await start().ensureAlarm();
    expect(await ask('new.test')).toBe('listed');
    expect(nextAlarm()).toBe(6 * HOUR);
  });

  it('is put forward for a list that was switched on again, and is due', async () => {
    await followRepository(machine, other, OTHER);
    const key = String((await (await machine.store.open()).getAllKeys('subscriptions')).at(-1));
    const enable = (isEnabled: boolean) =>
      machine.store.run((store) => enableList(key, isEnabled, store));
    await enable(false);
    machine.now += 30 * HOUR;
    await sync.syncNow('test-list');
    expect(nextAlarm()).toBe(6 * HOUR);
    other.publishList(makeList(['later.test']));
    await enable(true);
    await sync.ensureAlarm();
    expect(await ask('later.test')).toBe('listed');
  });

  it('that was missed is made up for at once, and then set', async () => {
    own.publishList(makeList(['new.test']));
    await sync.ensureAlarm();
    expect(await ask('new.test')).toBe('listed');
    expect(announceChange).toHaveBeenCalledOnce();
    expect(nextAlarm()).toBe(6 * HOUR);
  });

  it('is not set for at once where nothing of a sync can be kept', async () => {
    await sync.syncNow();
    machine.now += 7 * HOUR;
    const { store } = machine;
    const stuck = start({
      open: () => store.open(),
      openStore: () => store.openStore(),
      run: () => Promise.reject(new Error('nothing can be written')),
    });
    await stuck.syncDue();
    expect(nextAlarm()).toBe(60_000);
  });

  it('is known by its name', () => {
    expect([sync.isOwnAlarm({ name: 'sync' }), sync.isOwnAlarm({ name: 'daily' })]).toEqual([
      true,
      false,
    ]);
  });

  it('is not set where no list has an address', async () => {
    const database = await machine.store.open();
    const { address: _, ...kept } = Object(await database.get('subscriptions', 'test-list'));
    await database.put('subscriptions', kept, 'test-list');
    await sync.ensureAlarm();
    await sync.syncDue();
    expect(alarms.size).toBe(0);
  });
});

describe('a sync', () => {
  it('of what is due leaves the others alone, and is set for the earliest', async () => {
    await sync.syncNow();
    machine.now += 5 * HOUR;
    expect(await followRepository(machine, other, OTHER)).toEqual({ kind: 'done' });
    own.publishList(makeList(['new.test']));
    other.publishList(makeList(['later.test']));
    machine.now += HOUR - 1;
    await sync.syncDue();
    expect(await ask('new.test')).toBe('not-listed');
    machine.now += 1;
    await sync.syncDue();
    expect(await ask('new.test')).toBe('listed');
    expect(await ask('later.test')).toBe('not-listed');
    expect(nextAlarm()).toBe(5 * HOUR);
  });

  it('of a list whose server never answers holds up neither another list nor a repair', async () => {
    await followRepository(machine, other, OTHER);
    own.publishList(makeList(['new.test']));
    dripFrom(OTHER);
    void sync.syncNow();
    await vi.waitFor(async () => expect(await ask('new.test')).toBe('listed'));
    expect(await machine.store.repair()).toBe('unchanged');
  });

  it('of such a list keeps nobody waiting who asks for another later', async () => {
    await followRepository(machine, other, OTHER);
    await sync.syncNow();
    dripFrom(OTHER);
    void sync.syncNow();
    own.publishList(makeList(['new.test']));
    await vi.waitFor(async () =>
      expect(await readRunning()).toEqual([expect.stringMatching(/^test-list~/)]),
    );
    machine.now += HOUR;
    await sync.syncNow('test-list');
    expect(await ask('new.test')).toBe('listed');
    expect(await readRunning()).toEqual([expect.stringMatching(/^test-list~/)]);
    // Not at once for the one that drips; it is asked anew should it be cut off.
    expect(nextAlarm()).toBe(5 * MINUTE);
  });

  it('that is asked for while it runs is shared', async () => {
    const asked: string[] = [];
    const serve = serveRepository(() => own.files);
    machine.openAddress = () => (path, limits) => {
      asked.push(path);
      return serve(path, limits);
    };
    own.publishList(makeList(['new.test']));
    await Promise.all([sync.syncNow(), sync.syncNow('test-list'), sync.syncDue()]);
    expect(asked.filter((path) => path === 'metadata/timestamp.json')).toHaveLength(1);
    expect(announceChange).toHaveBeenCalledOnce();
  });

  it('on demand asks for one list, or all, due or not', async () => {
    await followRepository(machine, other, OTHER);
    await sync.syncNow();
    own.publishList(makeList(['new.test']));
    other.publishList(makeList(['later.test']));
    await sync.syncNow('test-list');
    expect([await ask('new.test'), await ask('later.test')]).toEqual(['listed', 'not-listed']);
    await sync.syncNow();
    expect(await ask('later.test')).toBe('listed');
  });

  it('leaves a list alone that is switched off', async () => {
    await machine.store.run((store) => enableList('test-list', false, store));
    const asked = vi.fn(machine.openAddress);
    machine.openAddress = asked;
    await sync.syncNow();
    await sync.syncNow('test-list');
    expect(asked).not.toHaveBeenCalled();
  });

  it('that brings nothing new is told to nobody', async () => {
    await sync.syncNow();
    expect(announceChange).not.toHaveBeenCalled();
  });

  it.each([
    [1, 5],
    [2, 10],
    [3, 20],
    [7, 320],
    [8, 360],
    [9, 360],
  ])('after %i failures is tried again in %i minutes', async (failures, minutes) => {
    refuse();
    for (let at = 0; at < failures; at += 1) await sync.syncNow();
    expect(nextAlarm()).toBe(minutes * MINUTE);
  });

  it('begins to count anew after one that went well', async () => {
    const { openAddress } = machine;
    refuse();
    await sync.syncNow();
    await sync.syncNow();
    machine.openAddress = openAddress;
    await sync.syncNow();
    expect(nextAlarm()).toBe(6 * HOUR);
    refuse();
    await sync.syncNow();
    expect(nextAlarm()).toBe(5 * MINUTE);
  });

  it.each([
    [HOUR, HOUR],
    [MINUTE, 5 * MINUTE],
  ])('waits as long as the server says, if that is longer: %i', async (retryAfter, wait) => {
    refuse(retryAfter);
    await sync.syncNow();
    expect(nextAlarm()).toBe(wait);
    machine.now += wait - 1;
    const asked = vi.fn(machine.openAddress);
    machine.openAddress = asked;
    await sync.syncDue();
    expect(asked).not.toHaveBeenCalled();
    machine.now += 1;
    await sync.syncDue();
    expect(asked).toHaveBeenCalled();
  });

  it('of one list that fails keeps no other from its own', async () => {
    await followRepository(machine, other, OTHER);
    other.publishList(makeList(['later.test']));
    serveLists(machine, { [OTHER]: other });
    await sync.syncNow();
    expect(await ask('later.test')).toBe('listed');
    expect(await ask('own.test')).toBe('listed');
    expect(nextAlarm()).toBe(5 * MINUTE);
  });
});

describe('the status', () => {
  it('tells of each list, how it went and when it will be asked again', async () => {
    await sync.syncNow();
    expect(await sync.readStatus()).toMatchObject({
      lists: [
        {
          ...{ key: 'test-list', isOwn: true, version: 1, entries: 1, lastSuccess: NOW },
          ...{ lastAttempt: NOW, nextAttempt: NOW + 6 * HOUR },
        },
      ],
    });
  });

  it('tells that the reader paused everything', async () => {
    expect(await sync.readStatus()).not.toHaveProperty('isPaused');
    await machine.head.change((old) => ({ ...old, settings: { ...old.settings, paused: true } }));
    expect(await sync.readStatus()).toMatchObject({ isPaused: true });
  });

  it('tells what failed, since when, and that it went well once it does', async () => {
    const { openAddress } = machine;
    refuse(HOUR);
    await sync.syncNow();
    machine.now += HOUR;
    await sync.syncNow();
    const { lists } = await sync.readStatus();
    expect(lists).toMatchObject([
      { failure: { reason: 'status', status: 503 }, failureSince: NOW, lastAttempt: NOW + HOUR },
    ]);
    machine.openAddress = openAddress;
    await sync.syncNow();
    expect((await sync.readStatus()).lists[0]).not.toHaveProperty('failure');
  });

  it('tells of an older timestamp only once it stayed older for a day', async () => {
    const old = new Map(own.files);
    own.writeTimestamp();
    await sync.syncNow();
    machine.openAddress = () => serveRepository(() => old);
    const readFailure = async () => (await sync.readStatus()).lists[0]?.failure;
    await sync.syncNow();
    expect(await readFailure()).toBeUndefined();
    expect(nextAlarm()).toBe(5 * MINUTE);
    machine.now += 24 * HOUR - 1;
    expect(await readFailure()).toBeUndefined();
    machine.now += 1;
    expect(await readFailure()).toMatchObject({ reason: 'rollback', role: 'timestamp' });
  });

  it('is read while a sync runs, and says how far that is', async () => {
    const stages: unknown[] = [];
    machine.openAddress = () => {
      const files = serveRepository(() => own.files);
      return async (path, limits) => {
        const reply = await files(path, limits);
        stages.push((await sync.readStatus()).running);
        return reply;
      };
    };
    own.publishList(makeList(['new.test']));
    await sync.syncNow();
    expect(stages[0]).toEqual([{ key: 'test-list', stage: 'metadata' }]);
    expect(stages).toContainEqual([expect.objectContaining({ stage: 'download' })]);
    expect(await sync.readStatus()).not.toHaveProperty('running');
  });

  it('says so while the database cannot be opened, and nothing is broken by it', async () => {
    machine.openDatabase = () => Promise.reject(new DOMException('forbidden', 'UnknownError'));
    start();
    await sync.syncNow();
    await sync.ensureAlarm();
    expect(await sync.readStatus()).toEqual({
      lists: [],
      failure: { reason: 'database', detail: 'UnknownError: forbidden' },
    });
    expect(await ask('own.test')).toBe('listed');
  });

  it('says so when the disk is full', async () => {
    own.publishList(makeList(['new.test']));
    machine.local.failOnWrite = () => true;
    await sync.syncNow();
    expect((await sync.readStatus()).lists[0]?.failure).toMatchObject({ reason: 'storage' });
    expect(await ask('own.test')).toBe('listed');
  });
});
