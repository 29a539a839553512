import { expect, test } from 'vitest';
import { coversAddress } from '../../src/match/covers-address.ts';

test.each([
  ['lemonde.test', 'lemonde.test', true],
  ['lemonde.test', 'www.lemonde.test', true],
  ['lemonde.test', 'notlemonde.test', false],
  ['lemonde.test', 'lemonde.test.evil.test', false],
  ['www.lemonde.test', 'lemonde.test', false],
  ['t.me/name', 't.me', false],
])('%s covers the host %s: %s', (scope, host, covers) => {
  expect(coversAddress(scope, { host, isIp: false, pathText: undefined })).toBe(covers);
});

test.each([
  ['t.me/name', 't.me/name', true],
  ['t.me/name', 't.me/name/12', true],
  ['t.me/name', 't.me/names', false],
  ['t.me/name/1', 't.me/name', false],
])('%s covers the path %s: %s', (scope, pathText, covers) => {
  expect(coversAddress(scope, { host: 'www.t.me', isIp: false, pathText })).toBe(covers);
});

test('nothing covers an IP address', () => {
  expect(coversAddress('0.1', { host: '10.0.0.1', isIp: true, pathText: undefined })).toBe(false);
});
