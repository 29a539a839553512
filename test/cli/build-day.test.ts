import { expect, test, vi } from 'vitest';
import { BUILD_FILE, formatBuildDay, readBuildDay } from '../../src/cli/build-day.ts';
import { entry, listFiles, runCommand } from '../support/list-files.ts';
import { makeListFolder } from '../support/list-folder.ts';

// The product's own list as a build of 24 November 2026 carries it.
vi.mock('../../src/cli/product-lists.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../src/cli/product-lists.ts')>();
  return {
    readProductLists: async () =>
      new Map([...(await original.readProductLists()), [BUILD_FILE, formatBuildDay('2026-11-24')]]),
  };
});

test('reads the day that a build wrote, and none where there was no build', () => {
  expect(readBuildDay(new Map([[BUILD_FILE, formatBuildDay('2026-11-24')]]))).toBe('2026-11-24');
  expect(readBuildDay(new Map())).toBeUndefined();
  expect(() => readBuildDay(new Map([[BUILD_FILE, formatBuildDay('2026-02-30')]]))).toThrow();
});

test.each([
  ['2020-01-01', 'not-listed', 0],
  ['2027-01-23', 'not-listed', 0],
  ['2027-01-24', 'no-list', 1],
  ['2099-01-01', 'no-list', 1],
])('believes its own list for 60 days from its build: on %s it is %s', async (day, kind, code) => {
  const run = await runCommand(['check', 'other.example', '--at', day, '--json']);
  expect(JSON.parse(run.out[0] ?? '')).toMatchObject({ kind, entry: null });
  expect(run.code).toBe(code);
});

test('says of its own list that it is too old, since when and what to do', async () => {
  const { out } = await runCommand(['check', 'rt.com', '--at', '2099-01-01']);
  expect(out).toEqual([
    'rt.com: could not be checked: Demonitor list is of 2026-11-24 and too old: it may be used ' +
      'for 60 days; install a newer Demonitor',
  ]);
});

test('takes a folder to be as new as the day asked about', async () => {
  const folder = makeListFolder(
    listFiles({ entries: { one: entry({ reviewed: '2098-12-01', reviewBy: '2099-06-01' }) } }),
  );
  const words = ['check', 'example-truth.test', 'other.test', '--list', folder];
  const { out } = await runCommand([...words, '--at', '2099-01-01', '--json']);
  expect(out.map((line) => JSON.parse(line).kind)).toEqual(['listed', 'not-listed']);
});
