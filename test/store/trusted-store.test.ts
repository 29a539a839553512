import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { parseTrustRow, readTrusted } from '../../src/store/trusted-store.ts';
import { SyncTrial, TRIAL_LIST } from '../support/sync-trial.ts';
import { serveRepository } from '../support/test-machine.ts';

const ROOT = 'ab'.repeat(32);
const TRUSTED = { root: '{}', timestamp: '{"of":"today"}' };

describe('signed metadata from the database', () => {
  it('is that of the root that the reader trusts', () => {
    expect(parseTrustRow({ ...TRUSTED, rootDigest: ROOT }, ROOT)).toEqual(TRUSTED);
  });

  it.each<[string, unknown]>([
    ['of another root', { ...TRUSTED, rootDigest: 'cd'.repeat(32) }],
    ['of a root that it does not name', TRUSTED],
    ['that was damaged', { rootDigest: ROOT, root: 1 }],
    ['that is not there', undefined],
  ])('is none %s', (_, row) => {
    expect(parseTrustRow(row, ROOT)).toBeUndefined();
  });
});

/** Nobody else's metadata, and none whose root nobody knows, stands in the way of a list's own. */
it.each<[string, (trial: SyncTrial) => object]>([
  ['of another root', () => ({ rootDigest: 'cd'.repeat(32), root: '{}', timestamp: '{}' })],
  ['that names no root', ({ repository }) => ({ root: repository.rootText })],
])('metadata %s holds up neither a sync nor an update', async (_, toRow) => {
  const trial = await SyncTrial.start();
  const { machine, repository } = trial;
  const database = await machine.store.open();
  await database.put('trust', toRow(trial), TRIAL_LIST);
  expect(await trial.sync()).toEqual({ kind: 'updated' });
  expect(await trial.readForce()).toBe('release 2');

  await database.put('trust', toRow(trial), TRIAL_LIST);
  machine.pack('2.0.0', repository);
  machine.version = '2.0.0';
  expect(await trial.restart().prepare()).toBe('mended');
  expect(await trial.readForce()).toBe('release 2');
  const subscription = await trial.readSubscription();
  if (subscription === undefined) throw new Error('The list is followed.');
  expect(await readTrusted(subscription, database)).toMatchObject({
    timestamp: repository.read('metadata/timestamp.json'),
  });
});

describe('a list whose signed metadata was lost', () => {
  async function lose() {
    const trial = new SyncTrial();
    const { machine, repository } = trial;
    await machine.store.prepare();
    const older = new Map(repository.files);
    trial.publishSecond();
    expect(await trial.sync()).toEqual({ kind: 'updated' });
    const database = await machine.store.open();
    await database.delete('trust', TRIAL_LIST);
    return { trial, older, database };
  }

  it('takes no older release in, however often it is offered', async () => {
    const { trial, older, database } = await lose();
    trial.machine.openAddress = () => serveRepository(() => older);
    for (const _ of ['first', 'second']) {
      const failure = { reason: 'rollback', have: 2, got: 1 };
      expect(await trial.sync()).toEqual({ kind: 'failed', failure });
      expect(await trial.readForce()).toBe('release 2');
    }
    expect(await database.get('trust', TRIAL_LIST)).toBeUndefined();
  });

  it('goes on from the release that is in force', async () => {
    const { trial, database } = await lose();
    expect(await trial.sync()).toEqual({ kind: 'unchanged' });
    expect(await database.get('trust', TRIAL_LIST)).toMatchObject({
      timestamp: trial.repository.read('metadata/timestamp.json'),
    });
  });
});
