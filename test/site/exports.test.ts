import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { formatCompiledList } from '../../src/list/list-text.ts';
import { formatCsv } from '../../src/site/format-csv.ts';
import { formatParquet } from '../../src/site/format-parquet.ts';
import { listRows } from '../../src/site/list-rows.ts';
import type { PublicRelease } from '../../src/site/public-release.ts';
import { entry, type Fields, factCheck, rating, TODAY } from '../support/list-files.ts';
import { makeRelease, readFileOf, readSite } from '../support/make-release.ts';

/** Cells of a text after RFC 4180, as a reader takes it apart. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, cell = '', end] of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)) {
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

function readCsv(release: PublicRelease): readonly Readonly<Record<string, string>>[] {
  const [names = [], ...rows] = parseCsv(readFileOf(release, 'list.csv'));
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])));
}

function release(entries: Readonly<Record<string, Fields>>): PublicRelease {
  return makeRelease({ entries });
}

/** Lines that are no comment. */
function readScopes(from: PublicRelease, path: string): readonly string[] {
  return readFileOf(from, path)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

describe('domains.txt and scopes.txt', () => {
  test('hold what is in force, sorted: hosts, and all', () => {
    const hosts = ['contested.test', 'last-day.test', 'mirror.test', 'truth.test'];
    expect(readScopes(makeRelease(), 'domains.txt')).toEqual(hosts);
    const all = ['contested.test', 'last-day.test', 'mirror.test', 'shared.test/truth'];
    expect(readScopes(makeRelease(), 'scopes.txt')).toEqual([...all, 'truth.test']);
  });

  test('say what they are, until when, and what they cannot say', () => {
    const comments = readFileOf(makeRelease(), 'domains.txt').match(/^# .*$/gm);
    expect(comments?.slice(0, 3)).toEqual([
      '# Test list (test-list), version 2, published 2026-11-25',
      '# Licence: CC-BY-4.0',
      '# In force on 2026-11-25. The first of them lapses after 2026-11-25: take this file afresh.',
    ]);
    expect(comments).toContain('# 1 accounts and pages on shared hosts are in scopes.txt only.');
    expect(comments).toContain('# Not in force, below a line that is: blog.truth.test');
    // Nothing in force would cover it.
    expect(comments?.join()).not.toContain('elsewhere.test');
  });

  test.each([
    ['shared.test/name', 'shared.test/name/old', true],
    ['shared.test/name', 'shared.test/names', false],
    ['host.test', 'host.test/old', true],
    ['host.test', 'ahost.test', false],
  ])('with %s in force, name the suspended %s: %s', (listed, suspended, isNamed) => {
    const text = readFileOf(
      release({
        one: entry({ scopes: [listed] }),
        two: entry({ scopes: [suspended], state: 'suspended' }),
      }),
      'scopes.txt',
    );
    expect(text.includes(`below a line that is: ${suspended}`)).toBe(isNamed);
  });
});

describe('list.csv', () => {
  test('has a row for each scope, with the state of the day', () => {
    const rows = readCsv(makeRelease());
    expect(rows.map(({ scope, state }) => `${scope} ${state}`)).toEqual([
      'contested.test appealed',
      'old.test lapsed',
      'last-day.test listed',
      'gone.test removed',
      'blog.truth.test suspended',
      'elsewhere.test suspended',
      'truth.test listed',
      'mirror.test listed',
      'shared.test/truth listed',
    ]);
  });

  test('counts the evidence that speaks of the scope', () => {
    const rows = readCsv(makeRelease());
    const [truth, mirror] = ['truth.test', 'mirror.test'].map((one) =>
      rows.find(({ scope }) => scope === one),
    );
    expect(truth).toMatchObject({
      entry: 'truth',
      name: 'Example Truth',
      kind: 'impersonator',
      grounds: 'repeated-false-claims impersonation',
      country: 'FR',
      languages: 'fr de',
      organisations: '4',
      legal_acts: '1',
      investigations: '0',
      fact_checks: '2',
      cases: '1',
      ratings: '1',
      source_lists: '0',
      listed: '2026-11-24',
      reviewed: '2026-11-24',
      review_by: '2027-11-24',
    });
    expect(mirror).toMatchObject({ fact_checks: '3', legal_acts: '1' });
  });

  test('quotes what needs it, and ends every line by the book', () => {
    const name = 'Truth, "daily"';
    const text = readFileOf(release({ one: entry({ name }) }), 'list.csv');
    expect(text).toContain(',"Truth, ""daily""",');
    expect(text.split('\r\n')).toHaveLength(3);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(readCsv(release({ one: entry({ name }) }))[0]?.['name']).toBe(name);
  });

  test('quotes what another country takes for the end of a cell', () => {
    expect(readFileOf(release({ one: entry({ name: 'a; b' }) }), 'list.csv')).toContain('"a; b"');
  });

  test.each([
    ['=cmd()', "'=cmd()"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@sum', "'@sum"],
    ['a=b', 'a=b'],
    // Where cells are parted by semicolons.
    ['a; =cmd()', "a;' =cmd()"],
    ['a; b', 'a; b'],
  ])('gives a spreadsheet no formula: %s', (name, cell) => {
    expect(readCsv(release({ one: entry({ name }) }))[0]?.['name']).toBe(cell);
  });

  test('leaves empty what the entry does not say', () => {
    const bare = entry({ country: undefined, languages: undefined });
    expect(readCsv(release({ one: bare }))[0]).toMatchObject({ country: '', languages: '' });
  });
});

describe('list.parquet', () => {
  async function readParquet(from: PublicRelease) {
    const bytes = readSite(from).get('list.parquet');
    if (!(bytes instanceof Uint8Array)) throw new Error('no bytes');
    const file = new Uint8Array(bytes).buffer;
    return parquetReadObjects({ file });
  }

  test('holds the rows of the CSV, counts as numbers', async () => {
    const rows = await readParquet(makeRelease());
    const expected = [...listRows(makeRelease())];
    expect(rows).toEqual(expected.map((row) => ({ ...row, country: row.country ?? null })));
    expect(rows[6]).toMatchObject({ scope: 'truth.test', fact_checks: 2 });
    expect(formatCsv(expected).split('\r\n')).toHaveLength(rows.length + 2);
  });

  test('has nulls for what the entry does not say, and is readable when empty', async () => {
    const bare = entry({ country: undefined, languages: undefined });
    const rows = await readParquet(release({ one: bare }));
    expect(rows[0]).toMatchObject({ country: null, languages: null });
    expect(await readParquet(release({}))).toEqual([]);
  });

  test.each([
    [20_000, 1],
    [20_001, 2],
  ])('writes %i rows in groups: %i', (count, groups) => {
    const [row] = listRows(makeRelease());
    if (row === undefined) throw new Error('no row');
    const bytes = formatParquet(Array.from({ length: count }, () => row));
    const metadata = parquetMetadata(new Uint8Array(bytes).buffer);
    expect(Number(metadata.num_rows)).toBe(count);
    expect(metadata.row_groups).toHaveLength(groups);
  });
});

test('list.json is the text of the release', () => {
  const one = makeRelease();
  expect(readFileOf(one, 'list.json')).toBe(formatCompiledList(one.list));
});

test('counts for each of thousands of scopes what speaks of it, and no more', () => {
  const scopes = Array.from({ length: 1_000 }, (_, at) => `h${at}.test`);
  const evidence = scopes.map((scope) => factCheck({ scopes: [scope] }));
  const one = release({ one: entry({ scopes, evidence: [rating(), ...evidence] }) });
  const rows = [...listRows({ ...one, today: TODAY })];
  expect(rows.every((row) => row.fact_checks === 1 && row.ratings === 1)).toBe(true);
});

describe('organisations.json', () => {
  test('has those that the entries quote, and no others', () => {
    const only = release({ one: entry({ evidence: [factCheck()] }) });
    const organisations = JSON.parse(readFileOf(only, 'organisations.json')) as Fields[];
    expect(organisations.map(({ id }) => id)).toEqual(['checker']);
    expect(organisations[0]).toMatchObject({ name: 'The checker', kind: 'fact-checker' });
  });
});
