import { readRows } from './entry-rows.ts';
import { readFollowedLists } from './followed-list.ts';
import { pickLiveLists } from './rebuild-index.ts';
import type { OpenStore } from './store-parts.ts';

/** How many of these scopes stand in a list that is in force already. */
export async function countOverlaps(
  scopes: readonly string[],
  { database, pause }: OpenStore,
): Promise<number> {
  const wanted = new Set(scopes);
  const found = new Set<string>();
  for (const { key, stored } of pickLiveLists(await readFollowedLists(database))) {
    for await (const { value } of readRows(database, { key, edition: stored.edition })) {
      // Checked when the list was taken in; what is damaged since overlaps with nothing.
      const { scopes: held } = value as { readonly scopes?: unknown };
      for (const scope of Array.isArray(held) ? held : []) {
        if (wanted.has(scope)) found.add(scope);
      }
      await pause();
    }
  }
  return found.size;
}
