import { expect, test } from 'vitest';
import { createKeys } from '../../../src/cli/signing/create-keys.ts';
import { formatKeyRing, parseKeyRing } from '../../../src/cli/signing/key-ring.ts';

const { ring } = createKeys({ targets: { count: 2, threshold: 2 } });
const [first = '', second = ''] = ring.roles.targets.keyids;
const withTargets = (fields: object) => ({
  ...ring,
  roles: { ...ring.roles, targets: { ...ring.roles.targets, ...fields } },
});
const problemsOf = (value: unknown) => {
  const reading = parseKeyRing(value);
  return reading.kind === 'ring' ? [] : reading.problems.map(({ field, what }) => [field, what]);
};

test('reads what it wrote', () => {
  expect(parseKeyRing(JSON.parse(formatKeyRing(ring)))).toEqual({ kind: 'ring', ring });
});

test('takes a threshold of all keys and refuses one more', () => {
  expect(problemsOf(withTargets({ threshold: 2 }))).toEqual([]);
  expect(problemsOf(withTargets({ threshold: 3 }))).toEqual([
    ['roles.targets.threshold', 'is 3 with 2 keys'],
  ]);
});

test('refuses a key under an id that is not its own', () => {
  const { [first]: key, ...rest } = ring.keys;
  const stray = 'f'.repeat(64);
  const problems = problemsOf({
    ...withTargets({ keyids: [stray, second] }),
    keys: { ...rest, [stray]: key },
  });
  expect(problems).toEqual([[`keys.${stray}`, 'is not the id of this key']]);
});

test('refuses a key that counts twice, and one that is not there', () => {
  expect(problemsOf(withTargets({ keyids: [first, first] }))).toHaveLength(1);
  expect(problemsOf(withTargets({ keyids: [first, 'f'.repeat(64)] }))).toEqual([
    ['roles.targets.keyids[1]', 'is not among the keys'],
  ]);
});
