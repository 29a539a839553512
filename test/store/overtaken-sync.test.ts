import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { syncList } from '../../src/store/sync-list.ts';
import type { FileReply } from '../../src/sync/fetch-file.ts';
import { ListRepository } from '../support/list-repository.ts';
import { makeList } from '../support/make-list.ts';
import { serveRepository, TestMachine } from '../support/test-machine.ts';

/*
 * The worker before an update of the extension is still alive and waits for a file, while the one
 * after it puts the release of the new package in force.
 */

const NOW = Date.parse('2026-11-25T10:00:00Z');
const STOPPED = { kind: 'failed', failure: { reason: 'stopped' } };

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

function makeSignal() {
  let give = (): void => undefined;
  const given = new Promise<void>((done) => {
    give = done;
  });
  return { given, give: () => give() };
}

/** Files as they are now, of which those that fit are held back until they are let go. */
function holdBack(repository: ListRepository, meant: RegExp, answer?: FileReply) {
  const files = new Map(repository.files);
  const asked = makeSignal();
  const gate = makeSignal();
  const serve = serveRepository(() => files);
  const fetchFile: typeof serve = async (path, limits) => {
    if (!meant.test(path)) return serve(path, limits);
    asked.give();
    await gate.given;
    return answer ?? serve(path, limits);
  };
  return { fetchFile, asked: asked.given, letGo: gate.give };
}

async function open(meant: RegExp, answer?: FileReply) {
  const repository = new ListRepository(NOW);
  repository.publishList(makeList(['first.test']));
  const machine = new TestMachine({ floor: repository, now: NOW });
  await machine.store.prepare();
  repository.publishList(makeList(['first.test', 'second.test']), { deltaReleases: 0 });
  const held = holdBack(repository, meant, answer);
  machine.openAddress = () => held.fetchFile;
  const old = syncList('test-list', machine.store, () => undefined);
  await held.asked;
  /** The extension is updated to a package with this list; then the old worker gets its file. */
  const update = async (newer: ListRepository) => {
    machine.pack('2.0.0', newer);
    machine.version = '2.0.0';
    const store = machine.start();
    await store.prepare();
    held.letGo();
    const outcome = await old;
    machine.openAddress = () => serveRepository(() => newer.files);
    return { store, outcome };
  };
  const listed = async (...hosts: string[]) => {
    const found: string[] = [];
    for (const host of hosts) {
      if ((await machine.ask(`https://${host}/`)).kind === 'listed') found.push(host);
    }
    return found;
  };
  return { repository, machine, update, listed };
}

describe.each([
  ['the list', /sources\.bin$/],
  ['its timestamp', /timestamp\.json$/],
  ['its targets', /targets\.json$/],
])('a sync that waited for %s', (_, meant) => {
  it('does not undo a newer release of the same publisher', async () => {
    const { repository, update, listed } = await open(meant);
    const hosts = ['first.test', 'second.test', 'third.test'];
    repository.publishList(makeList(hosts), { deltaReleases: 0 });
    const { store, outcome } = await update(repository);
    expect(outcome).toEqual(STOPPED);
    expect(await listed(...hosts)).toEqual(hosts);
    const database = await store.open();
    expect(await database.get('trust', 'test-list')).toMatchObject({
      timestamp: repository.read('metadata/timestamp.json'),
    });
    expect(await database.get('subscriptions', 'test-list')).toMatchObject({
      failure: { reason: 'stopped' },
    });
    expect(await syncList('test-list', store, () => undefined)).toEqual({ kind: 'unchanged' });
    expect(await store.repair()).toBe('unchanged');
  });

  it('does not bring a replaced root back', async () => {
    const { machine, update, listed } = await open(meant);
    const rekeyed = new ListRepository(NOW);
    rekeyed.publishList(makeList(['first.test', 'fresh.test']));
    const { store, outcome } = await update(rekeyed);
    expect(outcome).toEqual(STOPPED);
    expect(await listed('second.test', 'fresh.test')).toEqual(['fresh.test']);
    expect(await (await store.open()).get('trust', 'test-list')).toMatchObject({
      rootDigest: rekeyed.rootDigest,
      root: rekeyed.rootText,
    });
    expect(await machine.start().prepare()).toBe('unchanged');
    rekeyed.publishList(makeList(['fresh.test', 'later.test']));
    expect(await syncList('test-list', store, () => undefined)).toEqual({ kind: 'updated' });
    expect(await listed('second.test', 'fresh.test', 'later.test')).toEqual([
      'fresh.test',
      'later.test',
    ]);
  });
});

it('what was wrong under a replaced root is not told of the new one', async () => {
  const { update } = await open(/timestamp\.json$/, { kind: 'missing' });
  const rekeyed = new ListRepository(NOW);
  rekeyed.publishList(makeList(['first.test']));
  const { store, outcome } = await update(rekeyed);
  expect(outcome).toEqual(STOPPED);
  expect(await (await store.open()).get('subscriptions', 'test-list')).toMatchObject({
    failure: { reason: 'stopped' },
  });
});
