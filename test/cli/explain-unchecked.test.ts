import { expect, test } from 'vitest';
import { explainUnchecked } from '../../src/cli/explain-unchecked.ts';
import { parseAddress } from '../../src/match/parse-address.ts';

test.each([
  ['"example.com"', 'remove the quotes'],
  ["'https://example.com/a'", 'remove the quotes'],
  [' « example.com » ', 'remove the quotes'],
  ['<https://example.com/a>', 'remove `<` and `>`'],
  ['*.example.com', 'remove `*.`'],
  ['https://*.example.com/', 'remove `*.`'],
  ['.example.com', 'remove the dot in front'],
  ['"*.example.com"', 'remove the quotes, then `*.`'],
])('names the cure of %j: %s', (input, cure) => {
  expect(explainUnchecked(input)).toBe(cure);
});

test('takes no time over a long line', () => {
  const start = '"> '.repeat(300_000);
  expect(explainUnchecked(`${start}example.com`)).toBe('this is no address of a website');
});

test.each(['"no address"', '"Domain"', '*.com', '"', '*.', '.', '', 'foo bar', 'example.com,5'])(
  'names no cure of %j that would not help',
  (input) => {
    expect(parseAddress(input).kind).toBe('not-checkable');
    expect(explainUnchecked(input)).toBe('this is no address of a website');
  },
);
