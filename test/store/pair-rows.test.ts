import { expect, it } from 'vitest';
import { pairRows, type Slugged } from '../../src/store/pair-rows.ts';

/** One row a letter, its value said by `mark`. */
async function* rows(slugs: string, mark: string): AsyncGenerator<Slugged<string>> {
  for (const slug of slugs) yield { slug, value: slug + mark };
}

async function pair(before: string, after: string): Promise<readonly string[]> {
  const pairs: string[] = [];
  for await (const one of pairRows(rows(before, '1'), rows(after, '2'))) {
    pairs.push(`${one.slug}:${one.before ?? ''}${one.after ?? ''}`);
  }
  return pairs;
}

it.each([
  ['', '', []],
  ['ab', '', ['a:a1', 'b:b1']],
  ['', 'ab', ['a:a2', 'b:b2']],
  ['ab', 'ab', ['a:a1a2', 'b:b1b2']],
  ['abd', 'bcd', ['a:a1', 'b:b1b2', 'c:c2', 'd:d1d2']],
  ['cd', 'ab', ['a:a2', 'b:b2', 'c:c1', 'd:d1']],
  ['ab', 'cd', ['a:a1', 'b:b1', 'c:c2', 'd:d2']],
])('goes through "%s" and "%s" side by side', async (before, after, expected) => {
  expect(await pair(before, after)).toEqual(expected);
});

it('orders as lists do, by code unit', async () => {
  expect(await pair('Zaé', 'Zbé')).toEqual(['Z:Z1Z2', 'a:a1', 'b:b2', 'é:é1é2']);
});

it('takes a plain row on the right', async () => {
  const pairs: unknown[] = [];
  for await (const one of pairRows(rows('a', '1'), [{ slug: 'a', value: 7 }])) pairs.push(one);
  expect(pairs).toEqual([{ slug: 'a', before: 'a1', after: 7 }]);
});
