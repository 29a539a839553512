import type { CompiledEntry, CompiledList } from '../../src/list/compiled-list.ts';
import { entry, type Fields, LIST_INFO, TODAY } from './list-files.ts';

/** A compiled list with one entry a host, called after it; an entry may be given whole. */
export function makeList(sources: readonly (string | Fields)[], header: Fields = {}): CompiledList {
  const entries = sources
    .map((source) => {
      if (typeof source !== 'string') return source;
      return entry({ slug: source.replaceAll('.', '-'), name: source, scopes: [source] });
    })
    .sort((a, b) => (String(a['slug']) < String(b['slug']) ? -1 : 1));
  return {
    format: 1,
    list: LIST_INFO,
    version: 1,
    publishedOn: TODAY,
    seed: 1,
    // Tests write entries as publishers do: as JSON that the reader has yet to check.
    entries: entries as unknown as readonly CompiledEntry[],
    setAside: [],
    ...header,
  };
}
