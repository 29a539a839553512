import { expect, it } from 'vitest';
import { HeadWriter, readHead } from '../../src/store/head-store.ts';
import { FakeLocalArea } from '../support/fake-local-area.ts';

it('loses no choice of the reader that was made at the same time', async () => {
  const local = new FakeLocalArea();
  const head = new HeadWriter(local);
  const choose = (name: string) =>
    head.change((old) => ({ ...old, dismissed: [...old.dismissed, name] }));
  local.failOnWrite = (items) => JSON.stringify(items).includes('"l/b"');
  const results = await Promise.allSettled([choose('l/a'), choose('l/b'), choose('l/c')]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect((await readHead(local)).dismissed).toEqual(['l/a', 'l/c']);
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
