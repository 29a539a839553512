import { describe, expect, test } from 'vitest';
import { addConfirmedDays, assessLists, countAgeDays } from '../../src/match/assess-lists.ts';
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

describe('days on which lists were signed as current', () => {
  const lists = [makeList('main', { publishedOn: '2026-01-01' }), makeList('other')];

  test.each([
    ['2026-08-27', 'fresh on its last day', 1],
    ['2026-08-26', 'stale on the day after', 0],
    ['2026-11-26', 'fresh, though from tomorrow', 1],
    ['25 November', 'stale: that confirms nothing', 0],
    ['2026-11-2', 'stale: that confirms nothing', 0],
    [7, 'stale: that confirms nothing', 0],
  ])('make an old list that was confirmed on %j %s', (day, _, fresh) => {
    const confirmed = addConfirmedDays(lists.slice(0, 1), { main: day });
    expect(assessLists(confirmed, TODAY).lists).toHaveLength(fresh);
  });

  test('count for the list that they name', () => {
    const confirmed = addConfirmedDays(lists, { main: '2026-11-25', constructor: '2026-11-25' });
    expect(confirmed).toEqual([{ ...lists[0], confirmedOn: '2026-11-25' }, lists[1]]);
  });

  test.each([undefined, null, 'main', 7, []])('are none in %j', (confirmed) => {
    expect(addConfirmedDays(lists, confirmed)).toEqual(lists);
  });

  test('never make a list older than its release', () => {
    const list = makeList('main', { publishedOn: '2026-11-24', confirmedOn: '2026-11-01' });
    expect(countAgeDays(list, TODAY)).toBe(1);
  });

  test('cannot lend an age to a list whose own day cannot be read', () => {
    const list = makeList('main', { publishedOn: 'soon', confirmedOn: TODAY });
    expect(assessLists([list], TODAY).lists).toEqual([]);
  });
});
