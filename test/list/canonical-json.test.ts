import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareText, formatCanonicalJson, isSameJson } from '../../src/list/canonical-json.ts';

test('sorts keys at every depth and leaves out fields without a value', () => {
  const text = formatCanonicalJson({ b: [{ d: 1, c: undefined }], a: 'é', Z: null });
  expect(text).toBe('{"Z":null,"a":"é","b":[{"d":1}]}');
});

test('sorts by code unit, not by language', () => {
  expect(['b', 'B', 'é', 'a'].sort(compareText)).toEqual(['B', 'a', 'b', 'é']);
});

test('gives the same text whatever order the fields came in', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse());
      expect(formatCanonicalJson(reversed)).toBe(formatCanonicalJson(value));
      expect(JSON.parse(formatCanonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test.each<[string, unknown, string]>([
  ['numbers for keys, which engines put first', { 9: 1, 10: 2, a: 3 }, '{"10":2,"9":1,"a":3}'],
  [
    'keys in order but for the deepest',
    { a: [{ b: 1, c: { e: 1, d: 2 } }] },
    '{"a":[{"b":1,"c":{"d":2,"e":1}}]}',
  ],
  ['what has no value in an array', [undefined, 1], '[null,1]'],
  ['no value', undefined, 'null'],
])('has one text for %s', (_, value, text) => {
  expect(formatCanonicalJson(value)).toBe(text);
});

test.each<[unknown, unknown, boolean]>([
  [{ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 }, true],
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [{ a: null }, {}, false],
  [{ a: undefined, b: 1 }, { a: 1, b: undefined }, false],
  [[1, 2], [2, 1], false],
  [['a'], { 0: 'a' }, false],
  [null, {}, false],
  [1, '1', false],
])('whether %j and %j are the same: %s', (one, other, isSame) => {
  expect(isSameJson(one, other)).toBe(isSame);
  expect(isSameJson(other, one)).toBe(isSame);
});
