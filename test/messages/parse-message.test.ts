import { describe, expect, it, test } from 'vitest';
import {
  parseOwnMessage,
  parsePageMessage,
  parseTabMessage,
} from '../../src/messages/parse-message.ts';
import {
  parseAddressRequest,
  parseEntryName,
  parsePathRequest,
  parsePauseRequest,
} from '../../src/messages/parse-request.ts';

describe('a message is taken only by its own tier', () => {
  it.each([
    ['page/listed', parsePageMessage],
    ['page/left', parsePageMessage],
    ['page/no-list', parsePageMessage],
    ['badge/dismiss', parsePageMessage],
    ['settings/pause', parseOwnMessage],
    ['badge/restore', parseOwnMessage],
    ['list/repair', parseOwnMessage],
    ['address/describe', parseOwnMessage],
    ['lists/status', parseOwnMessage],
    ['lists/sync', parseOwnMessage],
    ['lists/preview', parseOwnMessage],
    ['lists/follow', parseOwnMessage],
    ['lists/unfollow', parseOwnMessage],
    ['lists/enable', parseOwnMessage],
    ['lists/move', parseOwnMessage],
    ['lists/news-seen', parseOwnMessage],
    ['page/state', parseTabMessage],
    ['list/changed', parseTabMessage],
  ])('%s', (kind, parse) => {
    for (const each of [parsePageMessage, parseOwnMessage, parseTabMessage]) {
      const expected = each === parse ? { kind, request: undefined } : undefined;
      expect(each({ kind })).toEqual(expected);
    }
  });
});

test.each([
  undefined,
  null,
  'page/listed',
  [],
  {},
  { kind: 7 },
  { kind: ['page/listed'] },
  { kind: 'toString' },
  { kind: '__proto__' },
  { kind: 'constructor' },
])('%j is no message', (value) => {
  expect(parsePageMessage(value)).toBeUndefined();
});

test.each([
  [{ path: '/' }, { path: '/' }],
  [{ path: '//a.example/' }, { path: '//a.example/' }],
  [{ path: 'a' }, undefined],
  [{ path: '' }, undefined],
  [undefined, undefined],
])('a path request %j is read as %j', (value, expected) => {
  expect(parsePathRequest(value)).toEqual(expected);
});

test('a path is cut to what can decide, not refused: a long one must not hide a listed page', () => {
  const path = parsePathRequest({ path: `/name/${'a'.repeat(70_000)}` })?.path;
  expect(path?.length).toBe(4_096);
  expect(path?.startsWith('/name/aaa')).toBe(true);
});

test('an address is taken up to what browsers take', () => {
  expect(parseAddressRequest({ address: 'a.example' })).toEqual({
    address: 'a.example',
    isLink: false,
  });
  expect(parseAddressRequest({ address: 'a'.repeat(3_000_000) })).toBeUndefined();
  expect(parseAddressRequest({ address: 7 })).toBeUndefined();
});

test.each([
  [
    { list: 'l', entry: 'e' },
    { list: 'l', entry: 'e' },
  ],
  [
    { list: 'l', entry: 'e', more: 1 },
    { list: 'l', entry: 'e' },
  ],
  [{ list: 'l' }, undefined],
  [{ list: '', entry: 'e' }, undefined],
  [null, undefined],
])('an entry name %j is read as %j', (value, expected) => {
  expect(parseEntryName(value)).toEqual(expected);
});

test.each([
  [{ paused: true }, { paused: true }],
  [{ paused: 1 }, undefined],
  [null, undefined],
])('a pause request %j is read as %j', (value, expected) => {
  expect(parsePauseRequest(value)).toEqual(expected);
});
