import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ListRepository } from '../support/list-repository.ts';
import { makeList } from '../support/make-list.ts';
import { LASTING, SyncTrial, TRIAL_NOW } from '../support/sync-trial.ts';
import { serveRepository } from '../support/test-machine.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

/** An update of the extension whose list is signed by keys that the machine has never seen. */
async function updateTo(hosts: readonly string[]) {
  const trial = await SyncTrial.start(() => undefined);
  const { machine } = trial;
  const repository = new ListRepository(TRIAL_NOW);
  repository.publishList(makeList(hosts));
  machine.pack('2.0.0', repository);
  machine.version = '2.0.0';
  machine.openAddress = () => serveRepository(() => repository.files);
  trial.restart();
  return { trial, repository };
}

describe('a package whose list has a new root', () => {
  it.each([
    ['other entries', ['coming.test', ...LASTING], 'release 2'],
    ['the very entries that are in force', ['leaving.test', ...LASTING], 'release 1'],
  ])('is followed from there on, with %s', async (_name, hosts, inForce) => {
    const { trial, repository } = await updateTo(hosts);
    const { store } = trial.machine;
    expect(await store.prepare()).toBe('mended');
    expect(await store.prepare()).toBe('unchanged');
    expect(await trial.readForce()).toBe(inForce);
    expect(await trial.readSubscription()).toMatchObject({ rootDigest: repository.rootDigest });
    expect(await trial.sync()).toEqual({ kind: 'unchanged' });
    repository.publishList(makeList(['coming.test', ...LASTING, 'later.test']));
    expect(await trial.sync()).toEqual({ kind: 'updated' });
    expect(await trial.readForce()).toBe('release 2');
    expect(await store.repair()).toBe('unchanged');
  });
});
