import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeFollowedList } from '../../src/background/describe-followed-list.ts';
import { readFollowedLists } from '../../src/store/followed-list.ts';
import { makeList } from '../support/make-list.ts';
import { type Fields, formatTime } from '../support/signed-repository.ts';
import { formatFailure, LASTING, SyncTrial, TRIAL_NOW } from '../support/sync-trial.ts';

/*
 * Clocks that are wrong, metadata past its day, and versions that go back, each in a sync from
 * release 1 to release 2.
 */

const DAY = 86_400_000;
const HOUR = DAY / 24;

interface Fault {
  readonly name: string;
  /** What is there to be fetched; by default release 2. */
  readonly publish?: (trial: SyncTrial) => void;
  /** Before the fault there is a sync that goes well. */
  readonly prepare?: (trial: SyncTrial) => void;
  /** Days by which this machine's clock is ahead, and that of the server's `Date`, if it has one. */
  readonly clock?: number;
  readonly serverClock?: number;
  /** By what pages decide meanwhile: a list that is very old, or seems so, decides nothing. */
  readonly inForce?: string;
  /** What is remembered; `fine` where the sync arrives. */
  readonly end: string;
}

const leaveOutIssued = (signed: Fields): void => {
  delete signed['issued'];
};

const FAULTS: readonly Fault[] = [
  { name: 'a clock a day behind', clock: -1, end: 'fine' },
  { name: 'a second more', clock: -1 - 1 / 86_400, end: 'clock-behind timestamp' },
  { name: 'a clock a year behind', clock: -365, end: 'clock-behind timestamp' },
  {
    name: 'a clock a year behind, which is told',
    clock: -365,
    serverClock: 0,
    end: 'clock-behind timestamp',
  },
  {
    name: 'a clock a day behind, which is told, and no word of when it was signed',
    clock: -1,
    serverClock: 0,
    publish: (trial) => trial.publishSecond({ changes: { timestamp: leaveOutIssued } }),
    end: 'fine',
  },
  {
    name: 'a second more, which is told, and no word of when it was signed',
    clock: -1 - 1 / 86_400,
    serverClock: 0,
    publish: (trial) => trial.publishSecond({ changes: { timestamp: leaveOutIssued } }),
    end: 'clock-behind timestamp',
  },
  {
    name: 'a clock that is right, and a server’s a year ahead',
    serverClock: 365,
    end: 'fine',
  },
  { name: 'a clock an hour less than a week ahead', clock: 7 - 1 / 24, end: 'fine' },
  { name: 'a clock a week ahead', clock: 7, end: 'expired timestamp' },
  {
    name: 'a clock a week ahead, which is told',
    clock: 7,
    serverClock: 0,
    end: 'clock-ahead timestamp',
  },
  {
    name: 'a clock that agrees with the server’s',
    clock: 8,
    serverClock: 7.5,
    end: 'expired timestamp',
  },
  {
    name: 'a clock a day ahead, of metadata that ran out',
    clock: 8,
    serverClock: 7,
    end: 'expired timestamp',
  },
  { name: 'a clock a year ahead', clock: 366, inForce: 'no list', end: 'expired root' },
  {
    name: 'a clock a year ahead, which is told',
    clock: 366,
    serverClock: 0,
    inForce: 'no list',
    end: 'clock-ahead root',
  },
  {
    name: 'a clock a year ahead, which is told, and no new root',
    clock: 366,
    serverClock: 0,
    publish: ({ repository }) => repository.writeTimestamp(),
    inForce: 'no list',
    end: 'clock-ahead root',
  },
  ...(['root', 'timestamp', 'snapshot', 'targets'] as const).map(
    (role): Fault => ({
      name: `metadata that ran out: ${role}`,
      clock: 2,
      serverClock: 2,
      publish: (trial) => {
        const expire = (signed: Fields) => {
          signed['expires'] = formatTime(TRIAL_NOW + DAY);
        };
        trial.publishSecond({ changes: { [role]: expire } });
        if (role === 'root') trial.repository.writeRoot(trial.repository.keys.root, expire);
      },
      end: `expired ${role}`,
    }),
  ),
  {
    name: 'rollback of the root',
    prepare: ({ repository }) => repository.rotate('root'),
    publish: ({ repository }) => {
      repository.write('metadata/3.root.json', repository.read('metadata/1.root.json'));
    },
    end: 'signatures root',
  },
  {
    name: 'rollback of the timestamp',
    prepare: ({ repository }) => repository.writeTimestamp(),
    publish: ({ repository }) => {
      repository.versions.timestamp -= 2;
      repository.writeTimestamp();
    },
    end: 'rollback timestamp',
  },
  {
    name: 'rollback of the snapshot',
    prepare: ({ repository }) => repository.writeSnapshot(),
    publish: ({ repository }) => {
      repository.versions.snapshot -= 2;
      repository.writeSnapshot();
    },
    end: 'rollback snapshot',
  },
  {
    name: 'rollback of the targets',
    prepare: (trial) => trial.repository.publishList(makeList(['leaving.test', ...LASTING])),
    publish: (trial) => {
      trial.repository.versions.targets -= 2;
      trial.publishSecond();
    },
    end: 'rollback targets',
  },
];

const table: string[] = [];
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(() => {
  // The table that a reader of the test's output asks for.
  console.log([`${'time and versions'.padEnd(60)}  in force, and why`, ...table].join('\n'));
});

describe('the last good list stays in force, or the next one is whole, with', () => {
  it.each(FAULTS)('$name', async (fault) => {
    const { name, end, prepare, clock = 0, serverClock } = fault;
    const trial = await SyncTrial.start(prepare ?? (() => undefined));
    const { machine, repository, server } = trial;
    if (prepare) await trial.sync();
    const seen = { ...repository.versions };
    (fault.publish ?? ((each: SyncTrial) => each.publishSecond()))(trial);
    machine.now = TRIAL_NOW + clock * DAY;
    server.now = serverClock === undefined ? undefined : TRIAL_NOW + serverClock * DAY;
    await trial.sync();

    const inForce = await trial.readForce();
    table.push(`${name.padEnd(60)}  ${inForce}: ${end}`);
    expect(formatFailure((await trial.readSubscription())?.failure)).toBe(end);
    expect(inForce).toBe(fault.inForce ?? (end === 'fine' ? 'release 2' : 'release 1'));
    expect(await machine.store.repair()).toBe('unchanged');

    // The clock is set right; a publisher who was wrong goes on above all versions that were seen.
    machine.now = TRIAL_NOW + (end.startsWith('expired') && fault.publish ? clock * DAY : 0);
    repository.now = machine.now;
    const { versions } = repository;
    for (const role of ['timestamp', 'snapshot', 'targets'] as const) {
      versions[role] = Math.max(versions[role], seen[role]) + 1;
    }
    if (name === 'rollback of the root') versions.root = seen.root;
    if (end !== 'fine') trial.publishSecond();
    await trial.sync();
    expect(await trial.readForce()).toBe('release 2');
    expect((await trial.readSubscription())?.failure).toBeUndefined();
    expect(await machine.store.repair()).toBe('unchanged');
  });
});

describe('a publisher who leaves out when he signed', () => {
  const last = (signed: Fields) => {
    signed['expires'] = formatTime(TRIAL_NOW + 300 * DAY);
  };
  const leaveOut = (signed: Fields) => {
    last(signed);
    leaveOutIssued(signed);
  };

  it.each([
    [60, 'release 2'],
    [61, 'no list'],
  ])('confirms nothing by the same answer again: %i days later', async (days, inForce) => {
    const changes = { targets: last, snapshot: last, timestamp: leaveOut };
    const trial = await SyncTrial.start((each) => each.publishSecond({ changes }));
    const { machine } = trial;
    expect(await trial.sync()).toEqual({ kind: 'updated' });
    machine.now = TRIAL_NOW + days * DAY;
    expect(await trial.sync()).toEqual({ kind: 'unchanged' });
    expect(await trial.readForce()).toBe(inForce);
    expect(await machine.store.repair()).toBe('unchanged');
    expect(await trial.readForce()).toBe(inForce);
  });
});

describe('a content network that lags behind', () => {
  it('is told of after a day, not before', async () => {
    const trial = await SyncTrial.start(({ repository }) => repository.writeTimestamp());
    await trial.sync();
    trial.repository.versions.timestamp -= 2;
    trial.repository.writeTimestamp();
    await trial.sync();
    const readTold = async (after: number) => {
      const [list] = await readFollowedLists(await trial.machine.store.open());
      return list && describeFollowedList(list, TRIAL_NOW + after).failure?.reason;
    };
    expect(await readTold(24 * HOUR - 1)).toBeUndefined();
    expect(await readTold(24 * HOUR)).toBe('rollback');
  });
});

describe('a first start with a clock that is wrong', () => {
  it.each([
    ['ten years behind', -3_650, 'release 1'],
    ['a week ahead', 7, 'release 1'],
    // Past `maxStaleDays` by that clock.
    ['a year ahead', 365, 'no list'],
  ])('%s installs what the package has', async (_name, days, inForce) => {
    const trial = new SyncTrial();
    trial.machine.now += days * DAY;
    expect(await trial.machine.store.prepare()).toBe('mended');
    expect(await trial.readForce()).toBe(inForce);
    trial.machine.now = TRIAL_NOW;
    expect(await trial.machine.store.repair()).toBe('unchanged');
    expect(await trial.readForce()).toBe('release 1');
  });
});
