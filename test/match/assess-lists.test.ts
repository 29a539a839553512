import { expect, test } from 'vitest';
import { assessLists } from '../../src/match/assess-lists.ts';
import { decideAddress } from '../../src/match/decide-address.ts';
import { buildHostIndex } from '../../src/match/host-index.ts';
import { makeInput, makeList, TODAY } from './test-lists.ts';

test.each([
  ['2026-08-27', 'fresh on its last day', 1],
  ['2026-08-26', 'stale on the day after', 0],
  ['2026-11-26', 'fresh, though from tomorrow', 1],
])('a list of %s is %s', (publishedOn, _, fresh) => {
  const { lists, staleLists } = assessLists([makeList('main', { publishedOn })], TODAY);
  expect([lists.length, staleLists.length]).toEqual([fresh, 1 - fresh]);
});

test('remembers nothing of the lists that it saw', () => {
  const lists = [makeList('main')];
  expect(assessLists(lists, TODAY).refusal).toBeUndefined();
  lists[0] = makeList('main', { publishedOn: '2026-01-01' });
  expect(assessLists(lists, TODAY).refusal).toMatchObject({ reason: 'too-old' });
});

test('a verdict rests on the standing that it is given', () => {
  const index = buildHostIndex(makeInput(['a.test']));
  const standing = assessLists(index.lists, TODAY);
  expect(decideAddress(index, 'a.test', TODAY, standing)).toEqual(
    decideAddress(index, 'a.test', TODAY),
  );
  const none = assessLists([], TODAY);
  expect(decideAddress(index, 'a.test', TODAY, none)).toMatchObject({ reason: 'missing' });
});
