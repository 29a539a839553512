import { expect, it } from 'vitest';
import { type FloorFacts, formatFloorFacts, parseFloorFacts } from '../../src/sync/floor-facts.ts';

const FACTS: FloorFacts = {
  list: 'test-list',
  rootDigest: 'ab'.repeat(32),
  address: 'https://list.example/',
  isDevelopment: false,
  builtAt: '2026-11-25T10:00:00Z',
};
const parse = (text: string) => parseFloorFacts(new TextEncoder().encode(text));

it.each([
  ['with the address of its next releases', FACTS],
  ['without one', { ...FACTS, address: undefined }],
  ['built at a time with milliseconds', { ...FACTS, builtAt: '2026-11-25T10:00:00.123Z' }],
])('come back as they were written: %s', (_, facts) => {
  expect(parse(JSON.stringify(facts))).toEqual(JSON.parse(JSON.stringify(facts)));
});

it.each([
  ['https://list.example/lists', 'https://list.example/lists/'],
  ['https://List.example/index.html', 'https://list.example/'],
])('ask below the folder that %s means', (address, folder) => {
  expect(parse(JSON.stringify({ ...FACTS, address }))?.address).toBe(folder);
});

it('come back as they were written', () => {
  expect(parse(formatFloorFacts(FACTS))).toEqual(FACTS);
});

it.each([
  ['no JSON', '{'],
  ['no list', JSON.stringify({ ...FACTS, list: '' })],
  ['a digest too short', JSON.stringify({ ...FACTS, rootDigest: 'ab'.repeat(31) })],
  ['an address that is none', JSON.stringify({ ...FACTS, address: 'list.example' })],
  ['an address with a query', JSON.stringify({ ...FACTS, address: 'https://list.example/?a' })],
  ['no word on whose key it is', JSON.stringify({ ...FACTS, isDevelopment: undefined })],
  ['a day for a time', JSON.stringify({ ...FACTS, builtAt: '2026-11-25' })],
])('are none where the package is damaged: %s', (_, text) => {
  expect(parse(text)).toBeUndefined();
});
