import { parseContext } from '../list/context.ts';
import { parseCompiledList } from '../list/parse-compiled-list.ts';
import { toIndexInput } from '../list/to-index-input.ts';
import type { IndexInput } from '../match/address-rules.ts';
import type { Database } from '../platform/database.ts';

/** The index of what the database holds; undefined when it holds nothing that can be read. */
export async function readIndexInput(
  database: Database,
  language: 'en' | 'fr',
): Promise<IndexInput | undefined> {
  const context = parseContext(await database.get('state', 'context'));
  if (context.kind === 'refused') return undefined;
  const guard = { rules: context.rules, neverList: context.context.neverList };
  const lists = [];
  for (const value of await database.getAll('lists')) {
    const { list } = value as { list?: { id?: unknown } };
    const id = typeof list?.id === 'string' ? list.id : '';
    const entries = await database.getAll('entries', IDBKeyRange.bound([id], [id, []]));
    const reading = parseCompiledList({ ...(value as object), entries }, guard);
    if (reading.kind === 'refused') return undefined;
    lists.push(reading.list);
  }
  return lists.length === 0 ? undefined : toIndexInput(lists, context.rules, language);
}
