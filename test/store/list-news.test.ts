import { expect, it } from 'vitest';
import type { ListNews } from '../../src/messages/list-status.ts';
import { addNews, NO_NEWS, parseNews } from '../../src/store/list-news.ts';

const name = (slug: string) => ({ slug, name: slug });
const changes = (parts: Partial<ListNews>) => ({ ...NO_NEWS, ...parts });

it('begin at the version that the reader saw last, and stay there', () => {
  const first = addNews(NO_NEWS, 3, changes({ added: [name('a')] }));
  expect(first).toEqual({ ...NO_NEWS, since: 3, added: [name('a')] });
  const second = addNews(first, 4, changes({ removed: [name('b')] }));
  expect(second).toEqual({ ...NO_NEWS, since: 3, added: [name('a')], removed: [name('b')] });
});

it('tell of an entry only what happened to it last', () => {
  const added = addNews(NO_NEWS, 1, changes({ added: [name('a')], changed: [name('b')] }));
  const gone = addNews(added, 2, changes({ removed: [name('a')] }));
  expect(gone).toMatchObject({ added: [], removed: [name('a')], changed: [name('b')] });
});

it('name two hundred entries, removed ones first, and count the others', () => {
  const many = (mark: string, count: number) =>
    Array.from({ length: count }, (_, at) => name(mark + at));
  const news = addNews(
    changes({ removed: [name('old')], more: 2 }),
    1,
    changes({ added: many('a', 150), changed: many('c', 50), more: 7 }),
  );
  expect(news).toMatchObject({ removed: { length: 1 }, added: { length: 150 } });
  expect(news).toMatchObject({ changed: { length: 49 }, more: 10 });
});

it.each([undefined, 'x', {}, { ...NO_NEWS, added: ['a'] }, { ...NO_NEWS, since: '3' }])(
  'are none where they were damaged: %j',
  (value) => {
    expect(parseNews(value)).toEqual(NO_NEWS);
  },
);

it('come back as they were kept', () => {
  const news = { ...NO_NEWS, since: 3, changed: [name('a')], more: 4 };
  expect(parseNews(structuredClone(news))).toEqual(news);
});
