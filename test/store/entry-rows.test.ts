import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/platform/database.ts';
import {
  countRows,
  dropEdition,
  dropOtherRows,
  type Edition,
  readRow,
  readRows,
  writeRows,
} from '../../src/store/entry-rows.ts';

const edition = (key: string, number: number): Edition => ({ key, edition: number });
/** Neighbours in every way in which keys are ordered. */
const ALL = [
  edition('a', 1),
  edition('a', 2),
  edition('a', 10),
  edition('a~1', 1),
  edition('b', 2),
];

let database: Database;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
  for (const each of ALL) await writeRows(database, each, [{ slug: 'x' }, { slug: 'é' }]);
});

async function list(): Promise<readonly string[]> {
  return (await database.getAllKeys('entries')).map(([key, number]) => `${key} ${number}`);
}
const twice = (...names: string[]) => names.flatMap((name) => [name, name]);

it('reads the rows of one edition in the order of their slugs, and counts them', async () => {
  const rows: unknown[] = [];
  for await (const row of readRows(database, edition('a', 1))) rows.push(row);
  expect(rows).toEqual([
    { slug: 'x', value: { slug: 'x' } },
    { slug: 'é', value: { slug: 'é' } },
  ]);
  expect(await countRows(database, edition('a', 1))).toBe(2);
  expect(await countRows(database, edition('a', 3))).toBe(0);
  expect(await readRow(database, edition('a', 2), 'x')).toEqual({ slug: 'x' });
  expect(await readRow(database, edition('a', 2), 'y')).toBeUndefined();
});

it.each([0, 199, 200, 201, 400])('reads all of %i rows, once each', async (count) => {
  const slugs = Array.from({ length: count }, (_, at) => `s${1_000 + at}`);
  const many = edition('many', 1);
  await writeRows(
    database,
    many,
    slugs.map((slug) => ({ slug })),
  );
  const read: string[] = [];
  for await (const { slug } of readRows(database, many)) read.push(slug);
  expect(read).toEqual(slugs);
});

it('clears one edition', async () => {
  await dropEdition(database, edition('a', 1));
  expect(await list()).toEqual(twice('a 2', 'a 10', 'a~1 1', 'b 2'));
});

it.each<[string, Edition[], string[]]>([
  ['none', [], []],
  ['all', ALL, ['a 1', 'a 2', 'a 10', 'a~1 1', 'b 2']],
  ['one in the middle', [edition('a', 2)], ['a 2']],
  ['the first and the last', [edition('b', 2), edition('a', 1)], ['a 1', 'b 2']],
  ['two beside each other', [edition('a~1', 1), edition('a', 10)], ['a 10', 'a~1 1']],
  ['one that is not there', [edition('a', 3), edition('b', 2)], ['b 2']],
])('drops all rows but those kept: %s', async (_, kept, left) => {
  await dropOtherRows(database, kept);
  expect(await list()).toEqual(twice(...left));
});
