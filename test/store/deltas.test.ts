import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { parseIndexHead } from '../../src/match/index-head.ts';
import { unsealText } from '../../src/match/seal-text.ts';
import { readHead } from '../../src/store/head-store.ts';
import { type SyncOutcome, syncList } from '../../src/store/sync-list.ts';
import type { FetchFile } from '../../src/sync/fetch-file.ts';
import {
  ALL_HOSTS,
  applyEdit,
  arbitraryEdits,
  type Draft,
  type Edit,
} from '../support/arbitrary-releases.ts';
import { ListRepository } from '../support/list-repository.ts';
import { makeList } from '../support/make-list.ts';
import { serveRepository, TestMachine } from '../support/test-machine.ts';

const NOW = Date.parse('2026-11-25T10:00:00Z');
const HOUR = 3_600_000;
/** From so many releases a delta leads to the newest. */
const DELTA_RELEASES = 10;

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

/** How a reader's machine fares between one release and the next. */
const VISITS = [
  ...['away', 'sync', 'sync twice', 'restart', 'no deltas', 'spoilt deltas'],
  ...['no targets', 'full disk', 'full disk and no deltas', 'database fails', 'killed'],
] as const;
type Visit = (typeof VISITS)[number];

interface Step {
  /** What each of the releases changes that come before the visit. */
  readonly releases: readonly (readonly Edit[])[];
  readonly visit: Visit;
}

const some = fc.array(arbitraryEdits, { minLength: 1, maxLength: 3 });
/** More than there are deltas for. */
const many = fc.array(arbitraryEdits, { minLength: DELTA_RELEASES + 1, maxLength: 13 });
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    releases: fc.oneof({ weight: 8, arbitrary: some }, { weight: 1, arbitrary: many }),
    visit: fc.constantFrom<Visit>(...VISITS),
  }),
  { minLength: 1, maxLength: 6 },
);

const serve =
  (repository: ListRepository, fault?: (path: string) => ReturnType<FetchFile> | undefined) => () =>
    serveRepository(() => repository.files, fault);
const isDelta = (path: string) => path.includes('.delta-');
const missing = async () => ({ kind: 'missing' as const });
const cut = async () => ({ kind: 'failed' as const, failure: { reason: 'unreachable' as const } });

function sync({ store }: TestMachine): Promise<SyncOutcome> {
  return syncList('test-list', store, () => undefined);
}

async function visit(machine: TestMachine, repository: ListRepository, how: Visit): Promise<void> {
  const without = (isGone: (path: string) => boolean) =>
    serve(repository, (path) => (isGone(path) ? missing() : undefined));
  switch (how) {
    case 'away':
      return;
    case 'sync':
      await sync(machine);
      return;
    case 'sync twice':
      await sync(machine);
      expect(await sync(machine)).toEqual({ kind: 'unchanged' });
      return;
    case 'restart':
      machine.start();
      expect(await machine.store.prepare()).toBe('unchanged');
      await sync(machine);
      return;
    case 'no deltas':
      machine.openAddress = without(isDelta);
      await sync(machine);
      return;
    case 'spoilt deltas':
      machine.openAddress = serve(repository, (path) =>
        isDelta(path) ? Promise.resolve({ kind: 'bytes', bytes: new Uint8Array(10) }) : undefined,
      );
      await sync(machine);
      return;
    case 'no targets':
      machine.openAddress = serve(repository, (path) =>
        path.startsWith('targets/') ? cut() : undefined,
      );
      await sync(machine);
      return;
    case 'full disk':
    case 'full disk and no deltas':
      if (how !== 'full disk') machine.openAddress = without(isDelta);
      machine.local.failOnWrite = () => true;
      await sync(machine);
      return;
    case 'database fails': {
      // As `head` goes live, after the transaction: the swap is not complete.
      machine.local.failOnWrite = (items) => 'head' in items;
      await sync(machine);
      machine.local.failOnWrite = undefined;
      machine.start();
      await machine.store.prepare();
      return;
    }
    case 'killed':
      // Rows and shards are written, and nothing more is ever heard of it.
      machine.openAddress = without(isDelta);
      await killAtCommit(machine);
      return;
    default:
      return how satisfies never;
  }
}

/** A worker that is stopped between the shards and the transaction, and started anew. */
async function killAtCommit(machine: TestMachine): Promise<void> {
  const { local } = machine;
  let isDead = false;
  const never = new Promise<never>(() => undefined);
  const stopped = new Promise<void>((resolve) => {
    const kill = () => {
      isDead = true;
      resolve();
      return never;
    };
    machine.start({
      local: {
        ...local,
        write: async (items) => {
          if (isDead) return never;
          await local.write(items);
          if (!('head' in items)) await kill();
        },
        remove: (keys) => (isDead ? never : local.remove(keys)),
      },
    });
    // A release that changes nothing writes no shards.
    void sync(machine).then(() => resolve());
  });
  await stopped;
  machine.start();
  await machine.store.prepare();
}

/** All that a reader's machine holds of the list and shows of it. */
async function readState(machine: TestMachine) {
  const database = await machine.store.open();
  const transaction = database.transaction('entries');
  const [keys, values] = await Promise.all([
    transaction.store.getAllKeys(),
    transaction.store.getAll(),
  ]);
  const head = parseIndexHead((await readHead(machine.local)).index);
  if (head === undefined) throw new Error('no head');
  const shards = [...machine.local.items]
    .filter(([name]) => name.slice(1).startsWith(`${head.generation}.`))
    .map(([name, text]) => [name.replace(/\d+/, 'N'), unsealText(name, text)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const { generation: _, filter, ...rest } = head;
  const verdicts = [];
  for (const host of ALL_HOSTS) verdicts.push([host, await machine.ask(`https://${host}/`)]);
  return {
    editions: new Set(keys.map(([key, edition]) => `${key} ${edition}`)).size,
    entries: keys.map(([, , slug], at) => [slug, values[at]]),
    head: { ...rest, filter: filter?.slice(8) },
    shards,
    verdicts,
  };
}

/** Releases come, a reader follows in one way or another; in the end all is as on a new machine. */
async function follow(all: readonly Step[], seen: Map<string, number>): Promise<void> {
  const repository = new ListRepository(NOW);
  let draft: Draft = { entries: {}, header: {} };
  repository.publishList(makeList(['source-0-0.test']));
  const machine = new TestMachine({ floor: repository, now: NOW });
  await machine.store.prepare();
  let inForce = 1;
  for (const { releases, visit: how } of all) {
    for (const edits of releases) {
      draft = edits.reduce(applyEdit, draft);
      repository.now += HOUR;
      machine.now = repository.now;
      repository.publishList(makeList(Object.values(draft.entries), draft.header));
    }
    if (how !== 'away' && repository.releases.length - inForce > DELTA_RELEASES) {
      count(seen, 'jump');
    }
    count(seen, how);
    await visit(machine, repository, how);
    machine.local.failOnWrite = undefined;
    machine.openAddress = serve(repository);
    inForce = await readVersion(machine);
  }
  const last = await sync(machine);
  expect(last.kind).not.toBe('failed');
  expect(await machine.store.repair()).toBe('unchanged');
  const state = await readState(machine);

  // The package of the newest release holds the whole list, and no delta.
  const fresh = new TestMachine({ floor: repository, now: machine.now });
  await fresh.store.prepare();
  expect(state).toEqual(await readState(fresh));
}

function count(seen: Map<string, number>, what: string): void {
  seen.set(what, (seen.get(what) ?? 0) + 1);
}

async function readVersion({ store }: TestMachine): Promise<number> {
  const stored = await (await store.open()).get('lists', 'test-list');
  const { header } = stored as { header: { version: number } };
  return header.version;
}

test('whatever way a reader came to a release, all is as on a new machine', async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(steps, (all) => follow(all, seen)),
    { seed: 20_261_125, numRuns: 40 },
  );
  // Every way was gone, long absences too.
  for (const way of [...VISITS, 'jump']) expect(seen.get(way) ?? 0, way).toBeGreaterThan(0);
}, 120_000);
