import { expect, test } from 'vitest';
import { parseListAddress } from '../../src/sync/parse-list-address.ts';

test.each([
  ['https://list.example/', 'https://list.example/'],
  ['https://list.example', 'https://list.example/'],
  ['HTTPS://List.Example/A', 'https://list.example/A/'],
  ['https://list.example/a/index.html', 'https://list.example/a/'],
  ['https://list.example:8443/a/', 'https://list.example:8443/a/'],
  ['https://list.example/a/../b', 'https://list.example/b/'],
  ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ['http://127.0.0.1:8080/repo', 'http://127.0.0.1:8080/repo/'],
])('the address %s is read as %s', (text, expected) => {
  expect(parseListAddress(text)).toBe(expected);
});

test.each([
  '',
  'list.example',
  'https:',
  'https://',
  'https:///list.example/',
  'https:list.example',
  'https:\\\\list.example\\',
  'https://list.example\\@other.example/',
  'https://me@list.example/',
  'https://me:key@list.example/',
  'https://:key@list.example/',
  'https://list.example/?a=1',
  'https://list.example/?',
  'https://list.example/#a',
  'https://list.example/#',
  'https://li\nst.example/',
  'https://list.example/a b',
  'https://list.example/\u202egnp',
  'https://list.example/\0',
  'ftp://list.example/',
  'javascript:alert(1)',
  'data:text/html,a',
  'file:///etc/passwd',
  'chrome-extension://abc/',
  'ext+demonitor:follow',
])('%j is no address of a list', (text) => {
  expect(parseListAddress(text)).toBeUndefined();
});

test('an address ends at 2,048 characters, also once it is encoded', () => {
  const start = 'https://list.example/';
  const longest = `${start}${'a'.repeat(2_047 - start.length)}`;
  expect(parseListAddress(longest)).toBe(`${longest}/`);
  expect(parseListAddress(`${longest}a`)).toBeUndefined();
  expect(parseListAddress(`${start}${'é'.repeat(1_000)}`)).toBeUndefined();
});
