import { expect, it } from 'vitest';
import { describeLists } from '../../src/background/describe-lists.ts';

it.each([
  ['2026-11-20', { ageDays: 5 }],
  ['2026-11-26', { ageDays: -1 }],
  ['soon', {}],
])('a list published %s is so old: %j', async (publishedOn, age) => {
  const list = { id: 'own', title: 'Own', version: 3, publishedOn, maxStaleDays: 30 };
  const described = await describeLists([list], '2026-11-25', {
    readList: async () => undefined,
    readSubscription: async () => undefined,
  });
  expect(described).toEqual([{ ...list, ...age }]);
});
