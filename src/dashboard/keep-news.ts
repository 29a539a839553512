import type { ListNews, ListStatus, ListsStatus } from '../messages/list-status.ts';

/** Whether anything changed in the list since the reader last looked. */
export function hasNews({ news }: ListStatus): boolean {
  return countNews(news) > 0;
}

/** How many entries changed, named or not. */
export function countNews(news: ListNews): number {
  return news.added.length + news.removed.length + news.changed.length + news.more;
}

/**
 * The newer status with news that the page shows already: the worker forgets them once they were
 * seen, but they should not vanish under the reader's eyes.
 */
export function keepNews(before: ListsStatus, after: ListsStatus): ListsStatus {
  const shown = new Map(before.lists.map(({ key, news }) => [key, news]));
  return {
    ...after,
    lists: after.lists.map((list) =>
      hasNews(list) ? list : { ...list, news: shown.get(list.key) ?? list.news },
    ),
  };
}
