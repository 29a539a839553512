import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSignedJson } from '../../src/trust/signed-json.ts';

describe('the JSON that signatures cover', () => {
  it.each([
    ['keys in order, no spaces', { b: 1, a: [true, null] }, '{"a":[true,null],"b":1}'],
    ['quotes and backslashes escaped', 'a"b\\c', '"a\\"b\\\\c"'],
    ['nothing else escaped', 'é\n\u0001', '"é\n\u0001"'],
    ['keys escaped too', { '"': '' }, '{"\\"":""}'],
    ['below zero', -3, '-3'],
  ])('%s', (_name, value, text) => {
    expect(formatSignedJson(value)).toBe(text);
  });

  it.each([[1.5], [Number.NaN], [2 ** 53], [undefined]])('has no form for %s', (value) => {
    expect(() => formatSignedJson({ value })).toThrow(TypeError);
  });

  it('is the same whatever the order of the keys', () => {
    const json = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean()));
    fc.assert(
      fc.property(json, (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(formatSignedJson(reversed)).toBe(formatSignedJson(value));
      }),
      { seed: 20261125 },
    );
  });
});
