import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { OvertakenError } from '../../src/store/errors.ts';
import { keepTrusted, type SeenTrust } from '../../src/store/keep-trusted.ts';
import { readTrusted } from '../../src/store/trusted-store.ts';
import { SyncTrial, TRIAL_LIST } from '../support/sync-trial.ts';

const NEWER = { root: '{"newer":true}' };

/** A list that is followed, as a sync sees it that begins now. */
async function open() {
  const trial = await SyncTrial.start();
  const { rootDigest } = trial.repository;
  const store = await trial.machine.store.openStore();
  const trusted = await readTrusted({ key: TRIAL_LIST, rootDigest }, store.database);
  const seen: SeenTrust = { key: TRIAL_LIST, rootDigest, trusted };
  const readRow = () => store.database.get('trust', TRIAL_LIST);
  return { store, seen, rootDigest, readRow };
}

it('is kept for a list that is followed', async () => {
  const { store, seen, rootDigest, readRow } = await open();
  await keepTrusted(seen, NEWER, store);
  expect(await readRow()).toEqual({ ...NEWER, rootDigest });
});

it('is kept where nothing was, and where what was is of another root', async () => {
  const { store, seen, rootDigest, readRow } = await open();
  await store.database.put('trust', { root: '{}', rootDigest: 'ab'.repeat(32) }, TRIAL_LIST);
  await keepTrusted({ ...seen, trusted: undefined }, NEWER, store);
  expect(await readRow()).toEqual({ ...NEWER, rootDigest });
});

it.each(['root', 'timestamp', 'snapshot', 'targets'] as const)(
  'does not take the place of another %s than the one that was seen',
  async (role) => {
    const { store, seen, readRow } = await open();
    const row = { ...((await readRow()) as object), [role]: '{"of":"another worker"}' };
    await store.database.put('trust', row, TRIAL_LIST);
    await expect(keepTrusted(seen, NEWER, store)).rejects.toThrow(OvertakenError);
    expect(await readRow()).toEqual(row);
  },
);

it('does not go to a list whose root is another one by now', async () => {
  const { store, seen, readRow } = await open();
  const before = await readRow();
  const stale = { ...seen, rootDigest: 'ab'.repeat(32), trusted: undefined };
  await expect(keepTrusted(stale, NEWER, store)).rejects.toThrow(OvertakenError);
  expect(await readRow()).toEqual(before);
});

it('leaves nothing behind of a list that is followed no more', async () => {
  const { store, seen } = await open();
  const left = { ...seen, key: 'left-list', trusted: undefined };
  await expect(keepTrusted(left, NEWER, store)).rejects.toThrow(OvertakenError);
  expect(await store.database.getAllKeys('trust')).toEqual([TRIAL_LIST]);
});
