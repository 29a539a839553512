import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareText, formatCanonicalJson } from '../../src/list/canonical-json.ts';

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

test('writes what is sorted already as it writes the rest', () => {
  const sorted = { 10: 1, 9: [{ a: -0, b: null }], a: 'ü\ud800', constructor: true };
  expect(Object.keys(sorted)).toEqual(['9', '10', 'a', 'constructor']);
  expect(formatCanonicalJson(sorted)).toBe(
    '{"10":1,"9":[{"a":0,"b":null}],"a":"ü\\ud800","constructor":true}',
  );
  expect(formatCanonicalJson([undefined, { a: new Date(0) }])).toBe('[null,{"a":{}}]');
  const own = JSON.parse('{"__proto__":{"b":1,"c":2},"a":{"toJSON":1}}');
  expect(formatCanonicalJson(own)).toBe('{"__proto__":{"b":1,"c":2},"a":{"toJSON":1}}');
});
