import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Fields,
  formatTime,
  hashText,
  makeKey,
  SignedRepository,
  signMetadata,
} from '../support/signed-repository.ts';
import { openOwnClient, openReferenceClient, type TestClient } from '../support/tuf-clients.ts';

/*
 * One table, hence the length: what The Update Framework names as an attack (§1.5.2, 5.3 to 5.7),
 * tried on our client and on `tuf-js` alike.
 */

const NOW = Date.parse('2026-11-25T10:00:00Z');
const DAY = 86_400_000;

/** What both clients see: first a sound release, then whatever the attacker makes of it. */
interface Attack {
  readonly name: string;
  readonly thresholds?: { readonly root?: number; readonly targets?: number };
  /** What happens before the clients look for the first time. */
  readonly prepare?: (repository: SignedRepository) => void;
  readonly attack: (repository: SignedRepository) => void;
  /** What our client says; `accepted` where the change is harmless. */
  readonly ours: string;
  /** Where `tuf-js` is known to decide otherwise, and why that is right for us. */
  readonly theirsAccepts?: string;
}

function editMetadata(repository: SignedRepository, path: string, edit: (file: Fields) => void) {
  const file = JSON.parse(repository.read(path)) as Fields;
  edit(file);
  repository.write(path, JSON.stringify(file));
}
const flipByte = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, at) => (at === 3 ? byte ^ 1 : byte));
const findTarget = (repository: SignedRepository, name = 'sources.bin'): string => {
  const targets = repository.read(`metadata/${repository.versions.targets}.targets.json`);
  const { signed } = JSON.parse(targets) as Fields;
  return `targets/${signed['targets'][name].hashes.sha256}.${name}`;
};

const ATTACKS: readonly Attack[] = [
  {
    name: 'nothing changed',
    attack: () => undefined,
    ours: 'accepted',
  },
  {
    name: 'a sound new release',
    attack: (repository) => repository.publish({ 'sources.bin': 'second' }),
    ours: 'accepted',
  },
  {
    name: 'arbitrary software: targets signed by a stranger',
    attack: (repository) => {
      repository.keys = { ...repository.keys, targets: [makeKey()] };
      repository.publish({ 'sources.bin': 'evil' });
    },
    ours: 'targets: signatures',
  },
  {
    name: 'arbitrary software: a timestamp signed by a stranger',
    attack: (repository) => {
      repository.keys = { ...repository.keys, timestamp: [makeKey()] };
      repository.writeTimestamp();
    },
    ours: 'timestamp: signatures',
  },
  {
    name: 'arbitrary software: a snapshot signed by the timestamp’s key',
    attack: (repository) => {
      repository.keys = { ...repository.keys, snapshot: repository.keys.timestamp };
      repository.writeSnapshot();
    },
    ours: 'snapshot: signatures',
  },
  {
    name: 'arbitrary software: content changed under its signature',
    attack: (repository) => {
      repository.publish({ 'sources.bin': 'second' });
      editMetadata(repository, 'metadata/timestamp.json', ({ signed }) => {
        signed['version'] = 99;
      });
    },
    ours: 'timestamp: signatures',
  },
  {
    name: 'rollback of the timestamp',
    prepare: (repository) => repository.writeTimestamp(),
    attack: (repository) => {
      repository.versions.timestamp -= 2;
      repository.writeTimestamp();
    },
    ours: 'timestamp: rollback',
  },
  {
    name: 'rollback of the snapshot',
    prepare: (repository) => repository.writeSnapshot(),
    attack: (repository) => {
      repository.versions.snapshot -= 2;
      repository.writeSnapshot();
    },
    ours: 'snapshot: rollback',
  },
  {
    name: 'rollback of the targets',
    prepare: (repository) => repository.publish({ 'sources.bin': 'second' }),
    attack: (repository) => {
      repository.versions.targets -= 2;
      repository.publish({ 'sources.bin': 'first' });
    },
    ours: 'targets: rollback',
  },
  {
    name: 'rollback of the root',
    prepare: (repository) => repository.rotate('root'),
    attack: (repository) =>
      repository.write('metadata/3.root.json', repository.read('metadata/1.root.json')),
    // It lacks the signatures of the second root's keys.
    ours: 'root: signatures',
  },
  {
    name: 'rollback of the root, signed by the right keys',
    prepare: (repository) => repository.writeRoot(repository.keys.root),
    attack: (repository) => {
      repository.write('metadata/3.root.json', repository.read('metadata/1.root.json'));
    },
    ours: 'root: rollback',
  },
  {
    name: 'targets gone from the snapshot',
    attack: (repository) =>
      repository.writeSnapshot({
        snapshot: (signed) => {
          signed['meta'] = { 'other.json': { version: 1 } };
        },
      }),
    ours: 'targets: missing-file',
  },
  {
    name: 'freeze: an expired timestamp',
    attack: (repository) => {
      repository.now += 8 * DAY;
    },
    ours: 'timestamp: expired',
  },
  {
    name: 'a day before the timestamp expires',
    attack: (repository) => {
      repository.now += 6 * DAY;
    },
    ours: 'accepted',
  },
  {
    name: 'freeze: an expired snapshot under a fresh timestamp',
    attack: (repository) => {
      repository.now += 31 * DAY;
      repository.writeTimestamp();
    },
    ours: 'snapshot: expired',
  },
  {
    name: 'freeze: expired targets under a fresh snapshot',
    attack: (repository) => {
      repository.now += 181 * DAY;
      repository.writeSnapshot();
    },
    ours: 'targets: expired',
  },
  {
    name: 'freeze: an expired root',
    attack: (repository) => {
      repository.now += 366 * DAY;
      repository.publish({ 'sources.bin': 'second' });
    },
    ours: 'root: expired',
  },
  {
    name: 'mix and match: an older snapshot under the name of the newest',
    attack: (repository) => {
      const old = repository.read('metadata/1.snapshot.json');
      repository.writeSnapshot({});
      repository.write('metadata/2.snapshot.json', old);
      // The timestamp names no hash, so that the version alone must tell.
      repository.writeTimestamp({
        timestamp: (signed) => {
          signed['meta'] = { 'snapshot.json': { version: 2 } };
        },
      });
    },
    ours: 'snapshot: version-mismatch',
  },
  {
    name: 'mix and match: older targets under the name of the newest',
    attack: (repository) => {
      const old = repository.read('metadata/1.targets.json');
      repository.publish(
        { 'sources.bin': 'second' },
        {
          snapshot: (signed) => {
            signed['meta'] = { 'targets.json': { version: 2 } };
          },
        },
      );
      repository.write('metadata/2.targets.json', old);
    },
    ours: 'targets: version-mismatch',
  },
  {
    name: 'a snapshot of another hash than the timestamp names',
    attack: (repository) => {
      repository.writeSnapshot();
      const path = 'metadata/2.snapshot.json';
      repository.write(path, flipByte(repository.files.get(path) ?? new Uint8Array()));
    },
    ours: 'snapshot: wrong-hash',
  },
  {
    name: 'a snapshot of another length than the timestamp names',
    attack: (repository) => {
      repository.writeSnapshot();
      const path = 'metadata/2.snapshot.json';
      repository.write(path, repository.read(path).slice(0, -1));
    },
    ours: 'snapshot: wrong-length',
  },
  {
    name: 'a list of another hash',
    attack: (repository) => {
      repository.publish({ 'sources.bin': 'second' });
      const path = findTarget(repository);
      repository.write(path, flipByte(repository.files.get(path) ?? new Uint8Array()));
    },
    ours: 'target: hash',
  },
  {
    name: 'a list that is cut short',
    attack: (repository) => {
      repository.publish({ 'sources.bin': 'second' });
      const path = findTarget(repository);
      repository.write(path, repository.read(path).slice(0, -1));
    },
    ours: 'target: length',
  },
  {
    name: 'endless data instead of the list',
    attack: (repository) => {
      repository.publish({ 'sources.bin': 'second' });
      repository.write(findTarget(repository), new Uint8Array(1024 * 1024));
    },
    ours: 'target: too-large',
  },
  {
    name: 'endless data instead of the timestamp',
    attack: (repository) => repository.write('metadata/timestamp.json', ' '.repeat(1024 * 1024)),
    ours: 'timestamp: too-large',
  },
  {
    name: 'endless data instead of the next root',
    attack: (repository) => repository.write('metadata/2.root.json', ' '.repeat(1024 * 1024)),
    ours: 'root: too-large',
  },
  {
    name: 'a threshold that is not met',
    thresholds: { targets: 2 },
    attack: (repository) => {
      repository.publish({ 'sources.bin': 'second' });
      editMetadata(repository, 'metadata/2.targets.json', ({ signatures }) => signatures.pop());
      repository.writeSnapshot();
    },
    ours: 'targets: signatures',
  },
  {
    name: 'a threshold met by one key that signs twice',
    thresholds: { targets: 2 },
    attack: (repository) => {
      repository.publish({ 'sources.bin': 'second' });
      editMetadata(repository, 'metadata/2.targets.json', ({ signatures }) => {
        signatures[1] = signatures[0];
      });
      repository.writeSnapshot();
    },
    ours: 'targets: signatures',
  },
  {
    name: 'a threshold met',
    thresholds: { targets: 2, root: 2 },
    attack: (repository) => {
      repository.rotate('root');
      repository.publish({ 'sources.bin': 'second' });
    },
    ours: 'accepted',
  },
  {
    name: 'a threshold met by one key under two names',
    attack: (repository) => {
      const key = makeKey();
      const double = { ...key, key: { ...key.key, note: 'the same key' } };
      const twin = { ...double, id: hashText(JSON.stringify(sortKeys(double.key))) };
      repository.keys = { ...repository.keys, targets: [key, twin] };
      repository.thresholds = { ...repository.thresholds, targets: 2 };
      repository.writeRoot(repository.keys.root);
      repository.publish({ 'sources.bin': 'second' });
    },
    ours: 'targets: signatures',
    theirsAccepts: 'counts key ids; one secret must not stand for two signers',
  },
  {
    name: 'a new root that the old root’s keys did not sign',
    attack: (repository) => {
      repository.keys = { ...repository.keys, root: [makeKey()] };
      repository.writeRoot(repository.keys.root);
    },
    ours: 'root: signatures',
  },
  {
    name: 'a new root that its own keys did not sign',
    attack: (repository) => {
      const old = repository.keys.root;
      repository.keys = { ...repository.keys, root: [makeKey()] };
      repository.writeRoot(old);
    },
    ours: 'root: signatures',
  },
  {
    name: 'a revoked key: targets signed by the key before the rotation',
    attack: (repository) => {
      const revoked = repository.keys.targets;
      repository.rotate('targets');
      repository.keys = { ...repository.keys, targets: revoked };
      repository.publish({ 'sources.bin': 'evil' });
    },
    ours: 'targets: signatures',
  },
  {
    name: 'a revoked key: a timestamp signed by the key before the rotation',
    attack: (repository) => {
      const revoked = repository.keys.timestamp;
      repository.rotate('timestamp');
      repository.keys = { ...repository.keys, timestamp: revoked };
      repository.writeTimestamp();
    },
    ours: 'timestamp: signatures',
  },
  {
    name: 'recovery: versions driven to their end by a stolen timestamp key, which is then revoked',
    prepare: (repository) => {
      repository.versions.timestamp = 1_000_000;
      repository.writeTimestamp();
    },
    attack: (repository) => {
      repository.rotate('timestamp');
      repository.versions.timestamp = 5;
      repository.writeTimestamp();
    },
    ours: 'accepted',
  },
  {
    name: 'a key rotated and used',
    attack: (repository) => {
      repository.rotate('targets');
      repository.rotate('snapshot');
      repository.publish({ 'sources.bin': 'second' });
    },
    ours: 'accepted',
  },
  {
    name: 'extraneous signatures of unknown keys',
    attack: (repository) => {
      repository.publish({ 'sources.bin': 'second' });
      editMetadata(repository, 'metadata/timestamp.json', ({ signatures }) =>
        signatures.push({ keyid: makeKey().id, sig: '00'.repeat(64) }),
      );
    },
    ours: 'accepted',
  },
  {
    name: 'the same signature twice',
    attack: (repository) => {
      repository.publish({ 'sources.bin': 'second' });
      editMetadata(repository, 'metadata/timestamp.json', ({ signatures }) =>
        signatures.push(signatures[0]),
      );
    },
    ours: 'timestamp: signatures',
  },
  {
    name: 'unknown fields, signed with the rest',
    attack: (repository) =>
      repository.publish(
        { 'sources.bin': 'second' },
        {
          timestamp: (signed) => Object.assign(signed, { later: { fields: ['"\\', 'é'] } }),
          snapshot: (signed) => Object.assign(signed, { later: 1 }),
          targets: (signed) => Object.assign(signed, { later: null }),
        },
      ),
    ours: 'accepted',
  },
  {
    name: 'unknown fields outside what is signed',
    attack: (repository) =>
      editMetadata(repository, 'metadata/timestamp.json', (file) =>
        Object.assign(file, { later: 1 }),
      ),
    ours: 'accepted',
  },
  {
    name: 'a root that skips a version',
    attack: (repository) => {
      repository.versions.root = 2;
      repository.writeRoot(repository.keys.root);
      repository.write('metadata/2.root.json', repository.read('metadata/3.root.json'));
    },
    ours: 'root: root-skipped',
  },
  {
    name: 'a key under a name that is not its own',
    attack: (repository) => {
      const named = { ...makeKey(), id: 'ab'.repeat(32) };
      repository.keys = { ...repository.keys, targets: [named] };
      repository.writeRoot(repository.keys.root);
      repository.publish({ 'sources.bin': 'second' });
    },
    ours: 'root: key-id',
    theirsAccepts: 'does not derive key ids; two names for one key could count twice',
  },
  {
    name: 'a role that no key is named for',
    attack: (repository) =>
      repository.writeRoot(repository.keys.root, ({ roles }) => {
        delete roles['targets'];
      }),
    ours: 'root: not-metadata',
  },
  {
    name: 'a threshold of none',
    attack: (repository) =>
      repository.writeRoot(repository.keys.root, ({ roles }) => {
        roles['targets'].threshold = 0;
      }),
    ours: 'root: not-metadata',
  },
  {
    name: 'a time with milliseconds',
    attack: (repository) =>
      repository.writeTimestamp({
        timestamp: (signed) => {
          signed['expires'] = new Date(NOW + DAY).toISOString();
        },
      }),
    ours: 'timestamp: not-metadata',
    theirsAccepts: 'takes any text that Date can read; the specification names one form',
  },
  {
    name: 'a time that does not exist',
    attack: (repository) =>
      repository.writeTimestamp({
        timestamp: (signed) => {
          signed['expires'] = '2026-13-45T00:00:00Z';
        },
      }),
    ours: 'timestamp: not-metadata',
    theirsAccepts: 'compares with an invalid date, which is never over: a freeze without end',
  },
  {
    name: 'a clock that is a year behind',
    attack: (repository) => {
      repository.writeTimestamp({
        timestamp: (signed) => {
          signed['issued'] = formatTime(NOW + 365 * DAY);
          signed['expires'] = formatTime(NOW + 372 * DAY);
        },
      });
    },
    ours: 'timestamp: clock-behind',
    theirsAccepts: 'does not know when a timestamp was issued',
  },
  {
    name: 'a snapshot in place of a timestamp',
    attack: (repository) => {
      const { signed } = JSON.parse(repository.read('metadata/1.snapshot.json')) as Fields;
      repository.write(
        'metadata/timestamp.json',
        signMetadata(signed as Fields, repository.keys.timestamp),
      );
    },
    ours: 'timestamp: not-metadata',
  },
  {
    name: 'a page of HTML in place of a timestamp',
    attack: (repository) => repository.write('metadata/timestamp.json', '<!doctype html><p>Log in'),
    ours: 'timestamp: not-metadata',
  },
  {
    name: 'JSON nested without end',
    attack: (repository) => repository.write('metadata/timestamp.json', '['.repeat(16_000)),
    ours: 'timestamp: not-metadata',
  },
  {
    name: 'a version of the specification that is not ours',
    attack: (repository) =>
      repository.writeTimestamp({
        timestamp: (signed) => {
          signed['spec_version'] = '2.0.0';
        },
      }),
    ours: 'timestamp: not-metadata',
  },
  {
    name: 'a repository without a snapshot',
    attack: (repository) => {
      repository.writeSnapshot();
      repository.files.delete('metadata/2.snapshot.json');
    },
    ours: 'snapshot: missing-file',
  },
  {
    name: 'a repository without a timestamp',
    attack: (repository) => repository.files.delete('metadata/timestamp.json'),
    ours: 'timestamp: missing-file',
  },
];

function sortKeys(value: Fields): Fields {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const table: string[] = [];
let clients: readonly TestClient[] = [];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
  for (const client of clients) client.close();
});
afterAll(() => {
  // The table that a reader of the test's output asks for.
  console.log([`${'attack'.padEnd(78)}  ours / tuf-js`, ...table].join('\n'));
});

describe('our client and tuf-js agree on', () => {
  it.each(ATTACKS)('$name', async ({ name, thresholds, prepare, attack, ours, theirsAccepts }) => {
    const repository = new SignedRepository(NOW, thresholds);
    repository.publish({ 'sources.bin': 'first' });
    prepare?.(repository);
    const own = openOwnClient(repository.rootText);
    const reference = openReferenceClient(repository.rootText);
    clients = [own, reference];
    expect(await own.update(repository)).toMatchObject({ kind: 'accepted' });
    expect(await reference.update(repository)).toMatchObject({ kind: 'accepted' });

    attack(repository);
    vi.setSystemTime(repository.now);
    const [mine, theirs] = [await own.update(repository), await reference.update(repository)];
    expect(mine.kind === 'accepted' ? 'accepted' : mine.why).toBe(ours);
    const expected = ours === 'accepted' || theirsAccepts !== undefined ? 'accepted' : 'refused';
    expect(theirs.kind).toBe(expected);
    if (mine.kind === 'accepted') expect(mine).toEqual(theirs);
    const note = theirsAccepts === undefined ? '' : ` (${theirsAccepts})`;
    table.push(`${name.padEnd(78)}  ${ours} / ${theirs.kind}${note}`);
  });
});
