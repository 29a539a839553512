import { createContext, runInContext } from 'node:vm';
import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { SEARCH_SCRIPT } from '../../src/site/search-script.ts';
import { makeRelease, readFileOf } from '../support/make-release.ts';

/** The search of the first page with these entries, named and hosted alike, already read. */
function openSearch(names: readonly string[]) {
  const window = new Window({ url: 'https://list.example/' });
  const html = readFileOf(makeRelease(), 'index.html');
  const { document } = window;
  document.body.innerHTML = /<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? '';
  const head = {
    ...{ version: 1, today: '2026-11-25', parts: 0, organisations: {} },
    rules: { aliases: [], foldPathHosts: [] },
    take: (_part: number, _version: number, _rows: readonly unknown[]): void => undefined,
  };
  const context = createContext({ document, URL, Intl, demonitorSearch: head });
  runInContext(SEARCH_SCRIPT, context);
  const rows = names.map((name, at) => [
    ...[`e${at}`, name, 'listed', '9999-12-31', 'FR', ['impersonation'], ['constructor']],
    [`h${at}.test`],
  ]);
  head.take(1, 1, rows);
  return async (query: string) => {
    const field = document.querySelector('input');
    if (field === null) throw new Error('no field');
    field.value = query;
    field.dispatchEvent(new window.Event('input'));
    // The answer waits for what is read already.
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    return {
      status: document.querySelector('#search-status')?.textContent,
      results: [...document.querySelectorAll('#search-results li')],
    };
  };
}

test.each([
  [50, '50 entries match.'],
  [51, 'The first 50 of 51 entries that match: type more to narrow it down.'],
])('shows no more than fifty of %i, and says so', async (count, said) => {
  const search = openSearch(Array.from({ length: count }, () => 'Name'));
  const { status, results } = await search('name');
  expect(status).toBe(said);
  expect(results).toHaveLength(50);
});

test('puts the entry that covers the address before those that hold its letters', async () => {
  const { status, results } = await openSearch(['Not h1.test', 'Two'])('h1.test');
  expect(status).toBe(
    'The entry “Two” covers h1.test by its scope h1.test. State: Listed. 2 entries match.',
  );
  expect(results.map((each) => each.querySelector('a')?.getAttribute('href'))).toEqual([
    'entries/e1.html',
    'entries/e0.html',
  ]);
});

test('names the entry that covers an address though it holds not all its letters', async () => {
  const { results } = await openSearch(['One', 'Two'])('https://www.h1.test/a');
  expect(results.map(({ textContent }) => textContent?.slice(0, 3))).toEqual(['Two']);
});

test.each(['Émile', 'EMILE', 'emile france', 'imperson emile'])(
  'finds by %s what has accents, whatever the order',
  async (query) => {
    const { results } = await openSearch(['Émile', 'Other'])(query);
    expect(results).toHaveLength(1);
  },
);

test('puts names in as text', async () => {
  const { results } = await openSearch(['<img src=x onerror=alert(1)>'])('img');
  expect(results[0]?.querySelector('img')).toBeNull();
  expect(results[0]?.textContent).toContain('<img src=x onerror=alert(1)>');
});

test('says nothing once the field is empty again', async () => {
  const search = openSearch(['Name']);
  await search('name');
  const { status, results } = await search('  ');
  expect(status).toBe('');
  expect(results).toEqual([]);
});
