import * as v from 'valibot';
import type { ListNews, NewsEntry } from '../messages/list-status.ts';
import { type EntryChanges, NO_CHANGES } from './entry-changes.ts';

/** More names than anybody reads; the changelog of the list has them all. */
const MAX_NAMES = 200;

export const NO_NEWS: ListNews = NO_CHANGES;

const entriesField = v.array(v.object({ slug: v.string(), name: v.string() }));
const newsSchema = v.object({
  since: v.optional(v.number()),
  added: entriesField,
  removed: entriesField,
  changed: entriesField,
  more: v.number(),
});

/** News as the database gives them back; none when they were damaged. */
export function parseNews(value: unknown): ListNews {
  const parsed = v.safeParse(newsSchema, value);
  // The schema's optional field is missing or a number, never undefined.
  return parsed.success ? (parsed.output as ListNews) : NO_NEWS;
}

/** The news once a release more is in force; an entry stands under what happened to it last. */
export function addNews(news: ListNews, from: number, changes: EntryChanges): ListNews {
  const touched = new Set(
    [...changes.added, ...changes.removed, ...changes.changed].map(({ slug }) => slug),
  );
  const rest = (entries: readonly NewsEntry[]) => entries.filter(({ slug }) => !touched.has(slug));
  let room = MAX_NAMES;
  let more = news.more + changes.more;
  const cut = (entries: readonly NewsEntry[]): readonly NewsEntry[] => {
    const kept = entries.slice(0, room);
    room -= kept.length;
    more += entries.length - kept.length;
    return kept;
  };
  const removed = cut([...changes.removed, ...rest(news.removed)]);
  const added = cut([...changes.added, ...rest(news.added)]);
  const changed = cut([...changes.changed, ...rest(news.changed)]);
  return { since: news.since ?? from, added, removed, changed, more };
}
