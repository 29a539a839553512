import { expect, test } from 'vitest';
import { checkAddress } from '../../src/match/check-address.ts';
import { findSeed } from '../../src/match/find-seed.ts';
import { CountingStore, makeInput, TODAY } from './test-lists.ts';

const SCOPES = Array.from({ length: 2500 }, (_, i) => `h${i * 31}.p${i % 600}.test`);
const NEUTRAL = Array.from({ length: 4000 }, (_, i) => `well-known-${i}.co.test`);

async function countRecordReads(seed: number): Promise<number> {
  const store = await CountingStore.hold(makeInput(SCOPES, { seed }));
  for (const host of NEUTRAL) await checkAddress(host, store.read, TODAY);
  return store.reads.flat().filter((key) => key.startsWith('r')).length;
}

test('under the seed found no neutral host costs a read of records', async () => {
  const seed = findSeed(SCOPES, NEUTRAL);
  if (seed === undefined) throw new Error('no seed');
  expect(await countRecordReads(seed)).toBe(0);
  // Not every seed is that good, or the search would be no use; and none is bad.
  const others = await Promise.all([1, 2, 3, 4, 5].map(countRecordReads));
  expect(Math.max(...others)).toBeGreaterThan(0);
  expect(Math.max(...others)).toBeLessThan(8);
});

test('the same lists give the same seed', () => {
  expect(findSeed(SCOPES, NEUTRAL)).toBe(findSeed([...SCOPES], NEUTRAL));
});

test('neutral hosts that are listed themselves are left out', () => {
  expect(findSeed(['a.test', 'x.test/a'], ['a.test', 'x.test'])).toBe(1);
});

test('says so when no seed spares them all', () => {
  const neutral = Array.from({ length: 60_000 }, (_, i) => `n${i}.test`);
  const scopes = Array.from({ length: 8000 }, (_, i) => `s${i}.test`);
  expect(findSeed(scopes, neutral, 3)).toBeUndefined();
});
