import type { CompiledList } from '../list/compiled-list.ts';
import { toIndexInput } from '../list/to-index-input.ts';
import type { AddressRules } from '../match/address-rules.ts';
import type { NewLists } from './swap-generation.ts';

/** Takes compiled lists apart for the database: entries are read one by one, on a click. */
export function toNewLists(
  lists: readonly CompiledList[],
  context: unknown,
  rules: AddressRules,
  language: 'en' | 'fr',
): NewLists {
  return {
    entries: lists.flatMap(({ list, entries }) =>
      entries.map((value) => ({ list: list.id, slug: value.slug, value })),
    ),
    lists: lists.map(({ entries: _, ...value }) => ({ id: value.list.id, value })),
    context,
    index: toIndexInput(lists, rules, language),
  };
}
