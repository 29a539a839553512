import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { buildSearchData } from '../../src/site/search-data.ts';
import { makeRelease } from '../support/make-release.ts';

interface Search {
  readonly version: number;
  readonly parts: number;
  readonly organisations: Readonly<Record<string, string>>;
}
type Row = readonly unknown[];

/** Runs the files as a page does: the head first, then the parts. */
function load(release = makeRelease()) {
  const files = [...buildSearchData(release)];
  const context: { demonitorSearch?: Search & { take?: unknown } } = {};
  runInNewContext(String(files.at(-1)?.content), context);
  const taken: { part: number; version: number; rows: readonly Row[] }[] = [];
  const search = context.demonitorSearch;
  if (search === undefined) throw new Error('no head');
  search.take = (part: number, version: number, rows: readonly Row[]) =>
    taken.push({ part, version, rows });
  for (const { content } of files.slice(0, -1)) runInNewContext(String(content), context);
  return { files, search, taken };
}

test('tells each entry by what it is searched for', () => {
  const { search, taken } = load();
  expect(search).toMatchObject({ version: 2, parts: 1, today: '2026-11-25' });
  expect(search.organisations['checker']).toBe('The checker');
  const rows = JSON.parse(JSON.stringify(taken[0]?.rows)) as readonly Row[];
  expect(rows.at(-1)).toEqual([
    'truth',
    'Example Truth',
    'listed',
    '2027-11-24',
    'FR',
    ['repeated-false-claims', 'impersonation'],
    ['checker', 'rater', 'council', 'message-judge'],
    ['truth.test', 'mirror.test', 'shared.test/truth'],
  ]);
});

test('is parted when it is large, every part with its number and version', () => {
  const { list, ...rest } = makeRelease();
  const entries = Array.from({ length: 12 }, (_, n) =>
    list.entries.slice(0, 1).map((one) => ({
      ...one,
      slug: `e${n}`,
      scopes: Array.from({ length: 3_000 }, (__, at) => `host-${at}.e${n}.test`),
    })),
  ).flat();
  const { files, search, taken } = load({ ...rest, list: { ...list, entries } });
  expect(search.parts).toBeGreaterThan(1);
  expect(taken.map(({ part, version }) => [part, version])).toEqual(
    taken.map((_, at) => [at + 1, 2]),
  );
  expect(taken.flatMap(({ rows }) => rows)).toHaveLength(12);
  expect(files.every(({ content }) => content.length < 500_000)).toBe(true);
});

test('keeps an organisation data, whatever it is called', () => {
  const { context, ...rest } = makeRelease();
  const organisations = context.organisations.map((one) => ({ ...one, id: '__proto__' }));
  const { search } = load({ ...rest, context: { ...context, organisations } });
  expect(Object.keys(search.organisations)).toEqual(['__proto__']);
});
