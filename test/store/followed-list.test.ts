import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/platform/database.ts';
import { readFollowedList, readFollowedLists } from '../../src/store/followed-list.ts';
import { startSubscription } from '../../src/store/subscription.ts';

const subscribe = (key: string, position: number) =>
  startSubscription(
    { key, rootDigest: 'ab'.repeat(32), isOwn: false, isDevelopment: false, position },
    undefined,
  );

let database: Database;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
  for (const [key, position] of [['a', 2] as const, ['b', 0] as const, ['c', 1] as const]) {
    await database.put('subscriptions', subscribe(key, position), key);
  }
});

it("come in the reader's order, without what of them is damaged", async () => {
  await database.put('lists', { nonsense: true }, 'b');
  expect(await readFollowedLists(database)).toEqual([
    { subscription: subscribe('b', 0) },
    { subscription: subscribe('c', 1) },
    { subscription: subscribe('a', 2) },
  ]);
});

it('leave out one whose subscription is damaged', async () => {
  await database.put('subscriptions', { key: 'c' }, 'c');
  const keys = (await readFollowedLists(database)).map(({ subscription }) => subscription.key);
  expect(keys).toEqual(['b', 'a']);
});

it('are found by their key', async () => {
  expect(await readFollowedList(database, 'c')).toMatchObject({ subscription: { position: 1 } });
  expect(await readFollowedList(database, 'd')).toBeUndefined();
});
