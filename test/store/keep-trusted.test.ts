import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { keepTrusted } from '../../src/store/keep-trusted.ts';
import { SyncTrial, TRIAL_LIST } from '../support/sync-trial.ts';

const ROOT = 'ab'.repeat(32);
const NEWER = { root: '{"newer":true}' };

it('is kept for a list that is followed', async () => {
  const store = await (await SyncTrial.start()).machine.store.openStore();
  await keepTrusted({ key: TRIAL_LIST, rootDigest: ROOT }, NEWER, store);
  expect(await store.database.get('trust', TRIAL_LIST)).toEqual({ ...NEWER, rootDigest: ROOT });
});

it('leaves nothing behind of a list that is followed no more', async () => {
  const store = await (await SyncTrial.start()).machine.store.openStore();
  await keepTrusted({ key: 'left-list', rootDigest: ROOT }, NEWER, store);
  expect(await store.database.getAllKeys('trust')).toEqual([TRIAL_LIST]);
});
