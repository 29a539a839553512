import { expect, test } from 'vitest';
import {
  parseEnableRequest,
  parseListKey,
  parseListLocation,
  parseMoveRequest,
  parseSyncRequest,
} from '../../src/messages/parse-list-request.ts';

const DIGEST = '0123456789abcdef'.repeat(4);

test.each([
  [{ key: 'own' }, { key: 'own' }],
  [{ key: 'k'.repeat(165) }, { key: 'k'.repeat(165) }],
  [{ key: 'k'.repeat(166) }, undefined],
  [{ key: '' }, undefined],
  [{ key: 7 }, undefined],
  [{}, undefined],
  [undefined, undefined],
  ['own', undefined],
])('a list is named by a short key: %#', (value, expected) => {
  expect(parseListKey(value)).toEqual(expected);
});

test.each([
  [{ key: 'own' }, { key: 'own' }],
  [{}, {}],
  [{ key: '' }, undefined],
  [{ key: null }, undefined],
  [undefined, undefined],
])('a sync is of one list or of all: %#', (value, expected) => {
  expect(parseSyncRequest(value)).toEqual(expected);
});

test('a list is located in one spelling, whatever was typed', () => {
  const typed = { address: ' https://List.example/all ', rootDigest: ` ${DIGEST.toUpperCase()}` };
  expect(parseListLocation(typed)).toEqual({
    address: 'https://list.example/all/',
    rootDigest: DIGEST,
  });
});

test.each([
  [{ address: 'https://list.example/', rootDigest: DIGEST.slice(1) }],
  [{ address: 'https://list.example/', rootDigest: `${DIGEST}0` }],
  [{ address: 'https://list.example/', rootDigest: DIGEST.replace('a', 'g') }],
  [{ address: 'https://me@list.example/', rootDigest: DIGEST }],
  [{ address: ['https://list.example/'], rootDigest: DIGEST }],
  [{ address: 'https://list.example/' }],
  [null],
])('a list is not located by %j', (value) => {
  expect(parseListLocation(value)).toBeUndefined();
});

test.each([
  [
    { key: 'own', isEnabled: false },
    { key: 'own', isEnabled: false },
  ],
  [{ key: 'own', isEnabled: 'false' }, undefined],
  [{ isEnabled: true }, undefined],
  [null, undefined],
])('a switch is on or off: %j', (value, expected) => {
  expect(parseEnableRequest(value)).toEqual(expected);
});

test.each([
  [0, true],
  [999, true],
  [1_000, false],
  [-1, false],
  [0.5, false],
  ['0', false],
  [Number.NaN, false],
])('a place is counted from 0: %j', (position, isTaken) => {
  const expected = isTaken ? { key: 'own', position } : undefined;
  expect(parseMoveRequest({ key: 'own', position })).toEqual(expected);
});
