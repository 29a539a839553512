import { expect, test } from 'vitest';
import { findNearServices } from '../../src/code-of-practice/find-near-services.ts';
import { readCatalogue } from './read-code-files.ts';

const catalogue = readCatalogue();
const near = (text: string) => findNearServices(catalogue, text).map(({ id }) => id);

test.each([
  ['tiktk', ['tiktok']],
  ['Facbeook', ['facebook']],
  ['twitters', ['x']],
  ['googel search', ['google-search']],
  ['google.fr', ['google']],
  ['https://www.faceboook.com/page', ['facebook']],
  ['instagram.example', ['instagram']],
  ['xcom', ['x']],
])('%j may mean %j', (text, ids) => {
  expect(near(text).slice(0, ids.length)).toEqual(ids);
});

test.each(['nobody.test', 'y', 'abc', '', ' ', 'ab.cd', 'x.example', 'a'.repeat(9999)])(
  '%j is near to none',
  (text) => {
    expect(near(text)).toEqual([]);
  },
);

test('offers three at most', () => {
  for (const { name } of catalogue.services) expect(near(`${name}s`).length).toBeLessThan(4);
});
