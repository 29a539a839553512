import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { confirmRelease } from '../../src/store/confirm-release.ts';
import { readFollowedList } from '../../src/store/followed-list.ts';
import { readHead } from '../../src/store/head-store.ts';
import type { OpenStore } from '../../src/store/store-parts.ts';
import { SyncTrial, TRIAL_LIST, TRIAL_NOW } from '../support/sync-trial.ts';

const DAY = '2026-11-25';

/** A machine with release 1, and its publisher's word of today that this is still the newest. */
async function open() {
  const trial = await SyncTrial.start(() => undefined);
  const store = await trial.machine.store.openStore();
  const confirm = async () => {
    const followed = await readFollowedList(store.database, TRIAL_LIST);
    if (followed === undefined) throw new Error('The list is followed.');
    const attempt = { begun: followed.subscription, startedAt: TRIAL_NOW, bytes: 501 };
    return confirmRelease(followed, DAY, attempt, store);
  };
  return { trial, store, confirm };
}

it('notes for pages and for the list that it was signed anew', async () => {
  const { store, confirm } = await open();
  await store.head.change((old) => ({ ...old, confirmed: { other: '2026-11-20' } }));
  expect(await confirm()).toEqual({ kind: 'unchanged' });
  expect((await readHead(store.local)).confirmed).toEqual({
    other: '2026-11-20',
    [TRIAL_LIST]: DAY,
  });
  expect(await readFollowedList(store.database, TRIAL_LIST)).toMatchObject({
    stored: { confirmedOn: DAY },
    subscription: { failures: 0, lastSuccess: TRIAL_NOW, lastDownloadBytes: 501 },
  });
});

it('writes nothing that pages read where they know it already', async () => {
  const { trial, confirm } = await open();
  await confirm();
  const before = trial.machine.local.items.get('head');
  expect(await confirm()).toEqual({ kind: 'unchanged' });
  expect(trial.machine.local.items.get('head')).toBe(before);
});

/** As a swap leaves it whose last write failed. */
async function leavePagesBehind({ database }: OpenStore): Promise<void> {
  const generation = await database.get('state', 'generation');
  await database.put('state', { ...(generation as object), generation: 7 }, 'generation');
}

it('brings pages along that a failed swap left with the generation before', async () => {
  const { trial, store, confirm } = await open();
  const { items } = trial.machine.local;
  await leavePagesBehind(store);
  expect(await trial.readForce()).toBe('release 1');
  expect(await confirm()).toEqual({ kind: 'updated' });
  expect(items.get('head')).toMatchObject({ index: { generation: 8 } });
  expect(await trial.readForce()).toBe('release 1');
  expect(await trial.machine.store.repair()).toBe('unchanged');
});

describe('where it turns out then that entries were damaged', () => {
  const damage = (store: OpenStore, key: string, slug: string) =>
    store.database.put('entries', { slug, junk: 1 }, [key, 1, slug]);

  it('does not bring the list back as it was', async () => {
    const { store, confirm } = await open();
    await damage(store, TRIAL_LIST, 'leaving-test');
    await leavePagesBehind(store);
    expect(await confirm()).toEqual({ kind: 'updated' });
    expect((await readFollowedList(store.database, TRIAL_LIST))?.stored).toBeUndefined();
  });

  it('leaves the place of our own list to the shipped one', async () => {
    const { trial, store } = await open();
    await damage(store, TRIAL_LIST, 'leaving-test');
    await leavePagesBehind(store);
    expect(await trial.sync()).toEqual({ kind: 'updated' });
    expect(await trial.readForce()).toBe('release 1');
    expect(await trial.restart().repair()).toBe('unchanged');
  });
});
