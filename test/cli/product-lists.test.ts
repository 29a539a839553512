import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { listPublicSuffixes } from '../../src/cli/list-public-suffixes.ts';
import { readProductLists } from '../../src/cli/product-lists.ts';
import { isPublicSuffix } from '../../src/sync/public-suffix.ts';
import { runCommand } from '../support/list-files.ts';
import { makeListFolder } from '../support/list-folder.ts';

test("finds nothing wrong in the repository's own list", async () => {
  // A day past every entry's: days in the future are for the build to find, which has a clock.
  const { out } = await runCommand(['list', 'check', '--at', '2100-01-01', '--json']);
  const { problems, entries } = JSON.parse(out.join(''));
  expect(problems).toEqual([]);
  expect(entries).toBeGreaterThan(0);
});

test('reads the list beside the bundle first', async () => {
  const folder = makeListFolder(new Map([['lists.json', '{"list.json": "{}"}']]));
  const bundle = pathToFileURL(join(folder, 'demonitor.mjs')).href;
  expect([...(await readProductLists(bundle))]).toEqual([['list.json', '{}']]);
});

test.each<[string, Record<string, string>]>([
  ['is missing', {}],
  ['is no JSON', { 'lists.json': '{"list.json"' }],
  ['is no map of texts', { 'lists.json': '{"list.json": 1}' }],
  ['holds no list', { 'lists.json': '{}' }],
])('says what to do when lists.json %s', async (_, files) => {
  const folder = makeListFolder(new Map(Object.entries(files)));
  const bundle = pathToFileURL(join(folder, 'dist/cli/demonitor.mjs')).href;
  const beside = pathToFileURL(join(folder, 'demonitor.mjs')).href;
  const here = files['lists.json'] === undefined ? bundle : beside;
  await expect(readProductLists(here)).rejects.toThrow(
    'lists.json beside the program is missing or broken; build or install it again.',
  );
});

test.each([
  ['com', true],
  ['co.uk', true],
  ['blogspot.com', true],
  ['github.io', true],
  ['example.com', false],
  ['name.blogspot.com', false],
  ['example.test', false],
])('knows whether %s is a public suffix: %j', (host, isSuffix) => {
  expect(isPublicSuffix(host)).toBe(isSuffix);
});

test('lists the suffixes of two labels and more that tldts knows', () => {
  const suffixes = listPublicSuffixes();
  expect(suffixes).toEqual(expect.arrayContaining(['co.uk', 'blogspot.com', 'github.io']));
  expect(suffixes.length).toBeGreaterThan(5_000);
  expect(suffixes.filter((host) => !isPublicSuffix(host))).toEqual([]);
});
