import { expect, test } from 'vitest';
import { decideAddress } from '../../src/match/decide-address.ts';
import { buildHostIndex } from '../../src/match/host-index.ts';
import type { ScopeRecord } from '../../src/match/verdict.ts';
import { makeInput, makeList, makeRecord, TODAY } from './test-lists.ts';

function decide(records: readonly (string | ScopeRecord)[], input: string, today = TODAY) {
  const lists = [makeList('main'), makeList('other')];
  return decideAddress(buildHostIndex(makeInput(records, { lists })), input, today);
}

test('the most specific scope speaks', () => {
  const records = ['a.test', makeRecord('b.a.test', { entry: 'two' })];
  expect(decide(records, 'c.b.a.test')).toMatchObject({ findings: [{ entry: 'two' }] });
  expect(decide(records, 'c.a.test')).toMatchObject({ findings: [{ entry: 'one' }] });
});

test('a path is more specific than any host, a longer path than a shorter', () => {
  const records = [
    makeRecord('long-name.a.test'),
    makeRecord('long-name.a.test/b', { entry: 'two' }),
    makeRecord('long-name.a.test/b/c/d/e', { entry: 'three' }),
  ];
  const entryOf = (path: string) => decide(records, `long-name.a.test${path}`);
  expect(entryOf('/')).toMatchObject({ findings: [{ entry: 'one' }] });
  expect(entryOf('/b/c/d')).toMatchObject({ findings: [{ entry: 'two' }] });
  expect(entryOf('/b/c/d/e/f')).toMatchObject({ findings: [{ entry: 'three' }] });
});

test('a decided scope wins over its listed parent, and the verdict says so', () => {
  const record = makeRecord('b.a.test', { state: 'decided' });
  const verdict = decide(['a.test', record], 'b.a.test');
  expect(verdict).toMatchObject({ kind: 'not-listed', ended: { reason: 'decided', record } });
  expect(decide(['a.test', record], 'a.test').kind).toBe('listed');
});

test('an entry holds on its last day and has lapsed the day after', () => {
  const record = makeRecord('a.test', { until: '2026-11-25' });
  expect(decide([record], 'a.test', '2026-11-25').kind).toBe('listed');
  expect(decide([record], 'a.test', '2026-11-26')).toMatchObject({
    kind: 'not-listed',
    ended: { reason: 'lapsed', record },
  });
});

test('a lapsed scope wins over its listed parent', () => {
  const verdict = decide(['a.test', makeRecord('b.a.test', { until: '2026-01-01' })], 'b.a.test');
  expect(verdict).toMatchObject({ kind: 'not-listed', ended: { reason: 'lapsed' } });
});

test('an appealed entry is listed, and marked as such', () => {
  const verdict = decide([makeRecord('a.test', { state: 'appealed' })], 'a.test');
  expect(verdict).toMatchObject({ kind: 'listed', findings: [{ state: 'appealed' }] });
});

test('each list gives its own verdict: one that lists is enough, all that do are shown', () => {
  const pardon = makeRecord('b.a.test', { state: 'decided' });
  const other = makeRecord('a.test', { list: 'other', entry: 'two' });
  expect(decide(['a.test', pardon, other], 'b.a.test')).toMatchObject({
    findings: [{ list: 'other', entry: 'two' }],
  });
  expect(decide([other, 'a.test'], 'a.test')).toMatchObject({
    findings: [{ list: 'main' }, { list: 'other' }],
  });
});

test('of two entries on one scope the one that holds is shown', () => {
  const records = [
    makeRecord('a.test', { entry: 'a', state: 'decided' }),
    makeRecord('a.test', { entry: 'b', until: '2026-01-01' }),
    makeRecord('a.test', { entry: 'c' }),
  ];
  for (const order of [records, records.toReversed()]) {
    expect(decide(order, 'a.test')).toMatchObject({ findings: [{ entry: 'c' }] });
  }
});

test('a stale list decides nothing, and is named', () => {
  const lists = [makeList('main', { publishedOn: '2026-01-01' }), makeList('other')];
  const index = buildHostIndex(makeInput(['a.test'], { lists }));
  expect(decideAddress(index, 'a.test', TODAY)).toMatchObject({
    kind: 'not-listed',
    lists: [{ id: 'other' }],
    staleLists: [{ id: 'main', ageDays: 328 }],
  });
});

test('a list without a readable day is never believed', () => {
  const lists = [makeList('main', { publishedOn: 'yesterday' })];
  const index = buildHostIndex(makeInput(['a.test'], { lists }));
  expect(decideAddress(index, 'a.test', TODAY)).toMatchObject({ reason: 'too-old' });
});
