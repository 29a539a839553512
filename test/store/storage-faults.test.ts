import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ListSync } from '../../src/background/list-sync.ts';
import { readHead } from '../../src/store/head-store.ts';
import type { ListStore } from '../../src/store/list-store.ts';
import type { SyncOutcome } from '../../src/store/sync-list.ts';
import { Outage } from '../support/outage.ts';
import {
  dropDeltas,
  formatFailure,
  SyncTrial,
  TRIAL_LIST,
  TRIAL_NOW,
} from '../support/sync-trial.ts';

/*
 * What can go wrong on this machine during a sync from release 1 to release 2: a disk that is full,
 * a database that fails, hangs or is lost. The same worker goes on afterwards.
 */

const DAY = 86_400_000;
const table: string[] = [];
const note = (name: string, what: string) => table.push(`${name.padEnd(60)}  ${what}`);
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => {
  // The table that a reader of the test's output asks for.
  console.log([`${'fault of this machine'.padEnd(60)}  in force, and why`, ...table].join('\n'));
});

/** A sync whose worker may fail before there is a subscription to write into. */
async function trySync(trial: SyncTrial, store: ListStore): Promise<SyncOutcome | 'rejected'> {
  try {
    return await trial.sync(store);
  } catch {
    return 'rejected';
  }
}

async function expectArrival(trial: SyncTrial, store?: ListStore): Promise<void> {
  await trial.sync(store);
  expect(await trial.readForce()).toBe('release 2');
  const subscription = await trial.readSubscription();
  expect(subscription).toMatchObject({ failures: 0 });
  expect(subscription?.failure).toBeUndefined();
  expect(subscription?.news.added).toEqual([{ slug: 'coming-test', name: 'coming.test' }]);
  expect(await trial.machine.store.repair()).toBe('unchanged');
}

describe.each([
  ['storage', 'a write or read of storage.local', 5],
  ['database', 'a call or transaction of IndexedDB', 15],
] as const)('a failure of %s', (meant, what, least) => {
  it.each([
    ['a delta', {}],
    ['the whole list', { changes: { targets: dropDeltas } }],
  ])(
    'once, at any point of a sync: %s',
    async (way, options) => {
      let at = 1;
      for (; ; at++) {
        const trial = await SyncTrial.start((each) => each.publishSecond(options));
        const { machine } = trial;
        const outage = new Outage(at, 'rejects', [meant]);
        const store = machine.start(outage.wrap(machine.parts()));
        const outcome = await trySync(trial, store);
        const inForce = await trial.readForce();
        machine.start();
        if (!outage.hasHappened) break;
        expect(['release 1', 'release 2'], `at point ${at}`).toContain(inForce);
        const failure = formatFailure((await trial.readSubscription())?.failure);
        const isFailed = outcome !== 'rejected' && outcome.kind === 'failed';
        expect(failure, `at point ${at}`).toBe(isFailed ? meant : 'fine');
        note(`${what}, once, no. ${at}: ${way}`, `${inForce}: ${failure}`);
        await expectArrival(trial, store);
      }
      expect(at).toBeGreaterThan(least);
    },
    30_000,
  );
});

describe('a disk that is full', () => {
  it.each([
    ['QuotaExceededError'],
    ['Resource::kQuotaBytes quota exceeded'],
    ['IO error: 000003.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 9::WriteLevelDB)'],
    ['NS_ERROR_FILE_NO_DEVICE_SPACE'],
    ['The current transaction exceeded its quota limitations.'],
  ])('is called so: %s', async (message) => {
    const trial = await SyncTrial.start();
    const { local } = trial.machine;
    trial.machine.start({ local: { ...local, write: () => Promise.reject(new Error(message)) } });
    await trial.sync();
    const { failure } = (await trial.readSubscription()) ?? {};
    expect(failure).toMatchObject({ reason: 'storage', detail: `Error: ${message}` });
    note(`a full disk: ${message.slice(0, 40)}`, `${await trial.readForce()}: ${failure?.reason}`);
    expect(await trial.readForce()).toBe('release 1');
    trial.machine.start();
    await expectArrival(trial);
  });

  it('from the n-th write on leaves release 1 in force until there is room', async () => {
    for (let from = 1; from <= 3; from++) {
      const trial = await SyncTrial.start();
      let writes = 0;
      trial.machine.local.failOnWrite = () => ++writes >= from;
      await trial.sync();
      const full = writes >= from;
      expect(await trial.readForce()).toBe(full ? 'release 1' : 'release 2');
      if (full) {
        expect((await trial.readSubscription())?.failure?.reason).toBe('storage');
        note(`a disk full from write ${from} on`, `${await trial.readForce()}: storage`);
        // Also tried again while nothing has changed.
        await trial.sync();
        expect(await trial.readForce()).toBe('release 1');
      }
      trial.machine.local.failOnWrite = undefined;
      await expectArrival(trial);
    }
  });
});

describe('a release that its publisher signs as current anew', () => {
  it('is known as such to pages too, also when that could not be written at first', async () => {
    const trial = await SyncTrial.start(({ repository }) => {
      repository.now += 3 * DAY;
      repository.writeTimestamp();
    });
    const { machine } = trial;
    machine.now += 3 * DAY;
    machine.local.failOnWrite = () => true;
    expect(await trial.sync()).toMatchObject({ failure: { reason: 'storage' } });
    machine.local.failOnWrite = undefined;
    expect(await trial.sync()).toEqual({ kind: 'unchanged' });
    expect(await readHead(machine.local)).toMatchObject({
      confirmed: { [TRIAL_LIST]: '2026-11-28' },
    });
  });
});

/** The worker's syncs, with alarms that nobody rings. */
function openSync(trial: SyncTrial): ListSync {
  const browser = {
    alarms: { get: async () => undefined, create: () => undefined },
    runtime: { getPlatformInfo: async () => ({}) },
  } as unknown as ConstructorParameters<typeof ListSync>[0]['browser'];
  const { store: lists } = trial.machine;
  return new ListSync({
    browser,
    lists,
    announceChange: async () => undefined,
    now: () => TRIAL_NOW,
  });
}

describe('a database that', () => {
  it('cannot be opened is told of, and pages go on with what they have', async () => {
    const trial = await SyncTrial.start();
    const { machine } = trial;
    const { openDatabase } = machine;
    machine.openDatabase = () => Promise.reject(new DOMException('Internal error', 'UnknownError'));
    machine.start();
    const sync = openSync(trial);
    await sync.syncNow();
    const { failure } = await sync.readStatus();
    expect(failure).toMatchObject({ reason: 'database' });
    note('IndexedDB cannot be opened', `${await trial.readForce()}: ${failure?.reason}`);
    expect(await trial.readForce()).toBe('release 1');
    machine.openDatabase = openDatabase;
    await expectArrival(trial);
  });

  it('is held by an older worker is given up after ten seconds, not waited for', async () => {
    const trial = new SyncTrial();
    // Version 1 of the database, and whoever holds it does not let go.
    const older = await openDB('demonitor', 1);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const status = openSync(trial).readStatus();
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await status).failure).toMatchObject({ reason: 'database' });
    const again = trial.machine.store.prepare();
    const rejected = expect(again).rejects.toThrow('did not open within 10 seconds');
    await vi.advanceTimersByTimeAsync(10_000);
    await rejected;
    vi.useRealTimers();
    note('IndexedDB is held open by an older worker', `${await trial.readForce()}: database`);
    older.close();
    expect(await trial.machine.store.prepare()).toBe('mended');
    expect(await trial.readForce()).toBe('release 1');
    trial.publishSecond();
    await expectArrival(trial);
  });

  it('is lost in the middle is opened again, and the release arrives', async () => {
    const trial = await SyncTrial.start();
    const { machine, server } = trial;
    const { openDatabase } = machine;
    let tellOfLoss: () => void = () => undefined;
    machine.openDatabase = (onClosed) => {
      tellOfLoss = onClosed;
      return openDatabase(onClosed);
    };
    machine.start();
    const database = await machine.store.open();
    const onLoss = tellOfLoss;
    server.fault = (path) => {
      if (path.endsWith('2.targets.json')) {
        database.close();
        onLoss();
      }
      return undefined;
    };
    // Each step opens the lists anew, so that the sync goes on over the new connection.
    expect(await trial.sync()).toEqual({ kind: 'updated' });
    note('the connection to IndexedDB is lost while a file is fetched', await trial.readForce());
    expect(await trial.readForce()).toBe('release 2');
    expect(await machine.store.repair()).toBe('unchanged');
  });
});
