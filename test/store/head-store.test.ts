import { expect, it } from 'vitest';
import { HeadWriter, readHead } from '../../src/store/head-store.ts';
import { FakeLocalArea } from '../support/fake-local-area.ts';
import { makeLock } from '../support/make-lock.ts';

it('loses no choice of the reader that was made at the same time', async () => {
  const local = new FakeLocalArea();
  const head = new HeadWriter(local, makeLock());
  const choose = (name: string) =>
    head.change((old) => ({ ...old, dismissed: [...old.dismissed, name] }));
  local.failOnWrite = (items) => JSON.stringify(items).includes('"l/b"');
  const results = await Promise.allSettled([choose('l/a'), choose('l/b'), choose('l/c')]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect((await readHead(local)).dismissed).toEqual(['l/a', 'l/c']);
});

it('loses nothing that another worker writes at the same time', async () => {
  const local = new FakeLocalArea();
  const lock = makeLock();
  const [older, newer] = [new HeadWriter(local, lock), new HeadWriter(local, lock)];
  await Promise.all([
    older.change((old) => ({ ...old, index: { generation: 2 } })),
    newer.change((old) => ({ ...old, settings: { ...old.settings, paused: true } })),
    older.change((old) => ({ ...old, dismissed: ['l/a'] })),
  ]);
  expect(await readHead(local)).toMatchObject({
    ...{ index: { generation: 2 }, dismissed: ['l/a'] },
    settings: { paused: true },
  });
});

it.each([
  [{ own: '2026-11-25', other: 7 }, { own: '2026-11-25' }],
  ['2026-11-25', undefined],
  [null, undefined],
])('reads of the confirmed days %j what are texts', async (confirmed, expected) => {
  const local = new FakeLocalArea();
  local.items.set('head', { index: {}, confirmed });
  expect((await readHead(local)).confirmed).toEqual(expected);
});
