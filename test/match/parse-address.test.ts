import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAddress } from '../../src/match/parse-address.ts';
import { RANDOM } from './arbitrary-lists.ts';

test.each([
  ['example.com', 'example.com', '/'],
  ['example.com:8080/a', 'example.com', '/a'],
  ['localhost:3000', 'localhost', '/'],
  ['//example.com/a?b#c', 'example.com', '/a'],
  ['HTTP://Example.COM./A%41', 'example.com', '/A%41'],
  ['https://a:b@example.com', 'example.com', '/'],
  ['münchen.test', 'xn--mnchen-3ya.test', '/'],
  ['example.com?q=https://x.test', 'example.com', '/'],
])('reads %s as %s and %s', (input, host, path) => {
  expect(parseAddress(input)).toEqual({ kind: 'address', host, path, isIp: false });
});

test.each([
  ['10.0.0.1', '10.0.0.1'],
  ['0x7f.1', '127.0.0.1'],
  ['[::1]:80', '[::1]'],
])('knows %s for an IP address', (input, host) => {
  expect(parseAddress(input)).toMatchObject({ host, isIp: true });
});

test.each([
  ['1.example.com', false],
  ['example.a1', false],
])('does not take %s for one', (input, isIp) => {
  expect(parseAddress(input)).toMatchObject({ isIp });
});

test.each(['', '/a/b', '?a', 'a b', 'https://', 'example.com:x', 'a..b.test', 'a.test..'])(
  'says that %j is not an address',
  (input) => {
    expect(parseAddress(input)).toEqual({ kind: 'not-checkable', reason: 'not-an-address' });
  },
);

test.each([
  ...[
    'about:blank',
    'data:,x',
    'JavaScript:1',
    'mailto:a@b.test',
    'tel:112',
    'blob:https://a.test',
  ],
  ...['file:///a', 'ftp://a.test', 'chrome://x', 'moz-extension://a', 'view-source:https://a.test'],
  ...['C:\\a', 'foo.bar://a.test'],
])('says that %s has another scheme', (input) => {
  expect(parseAddress(input)).toEqual({ kind: 'not-checkable', reason: 'other-scheme' });
});

test('never throws, and gives hosts that it reads back unchanged', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.domain()), (input) => {
      const address = parseAddress(input);
      if (address.kind !== 'address') return;
      expect(address.host).not.toMatch(/[A-Z\s/]|\.$/);
      expect(parseAddress(`https://${address.host}${address.path}`)).toEqual(address);
    }),
    { ...RANDOM, numRuns: 2000 },
  );
});

test('takes no longer than its input is long', () => {
  // Blanks in the middle cost a careless trim the square of their number.
  const input = `a${' '.repeat(300_000)}b`;
  expect(parseAddress(input)).toMatchObject({ kind: 'not-checkable' });
  expect(parseAddress(`https://a.test/${'%61'.repeat(100_000)}`)).toMatchObject({ host: 'a.test' });
});
