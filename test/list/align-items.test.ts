import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignItems } from '../../src/list/align-items.ts';

/** The items that stay, as text. */
function keep(from: string, to: string): string {
  return alignItems([...from], [...to])
    .map(([at]) => [...from][at])
    .join('');
}

test.each([
  ['', 'ab', ''],
  ['abc', 'abc', 'abc'],
  ['abc', 'xac', 'ac'],
  ['abc', 'cab', 'ab'],
  ['abcd', 'dcba', 'a'],
  ['aab', 'aba', 'aa'],
  ['abcdef', 'xbcyfed', 'bcd'],
])('from %j to %j keeps %j', (from, to, kept) => {
  expect(keep(from, to)).toBe(kept);
});

test('pairs like with like, both places rising', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (from, to) => {
      const pairs = alignItems([...from], [...to]);
      for (const [at, [place, newPlace]] of pairs.entries()) {
        expect(from[place]).toBe(to[newPlace]);
        const [before, newBefore] = pairs[at - 1] ?? [-1, -1];
        expect(place).toBeGreaterThan(before);
        expect(newPlace).toBeGreaterThan(newBefore);
      }
    }),
  );
});

test('keeps all that stays where nothing moved, however long', () => {
  const from = Array.from({ length: 20_000 }, (_, at) => `${at}`);
  const to = from.flatMap((item, at) => (at % 7 === 0 ? [] : [item, `new ${item}`]));
  expect(alignItems(from, to)).toHaveLength(from.length - Math.ceil(from.length / 7));
});
