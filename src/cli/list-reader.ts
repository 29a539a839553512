import { checkPolicy } from '../list/check-policy.ts';
import { type CompiledEntry, compileList } from '../list/compiled-list.ts';
import type { Problem } from '../list/problem.ts';
import { toIndexInput } from '../list/to-index-input.ts';
import { assessLists } from '../match/assess-lists.ts';
import { decideAddress } from '../match/decide-address.ts';
import { buildHostIndex } from '../match/host-index.ts';
import type { Verdict } from '../match/verdict.ts';
import { BrokenListError } from './errors.ts';
import { loadList, nameList } from './load-list.ts';

/** A list made ready for questions, by the same reader and matcher as in the browser. */
export interface ListReader {
  /** Where a folder doesn't meet the policy: told, not refused. The product's own was checked. */
  readonly warnings: readonly Problem[];
  readonly decide: (address: string) => Verdict;
  readonly findEntry: (slug: string) => CompiledEntry | undefined;
}

/**
 * Compiles a folder, or the product's own list, on the fly for one day.
 *
 * @throws BrokenListError with every fault of form
 */
export async function openList(folder: string | undefined, today: string): Promise<ListReader> {
  const { list, problems } = await loadList(folder);
  if (problems.length > 0) throw new BrokenListError(nameList(folder), problems);
  const compiled = compileList(list, today);
  const index = buildHostIndex(toIndexInput([compiled], list.rules));
  const standing = assessLists(index.lists, today);
  const bySlug = new Map(compiled.entries.map((entry) => [entry.slug, entry]));
  return {
    warnings: folder === undefined ? [] : checkPolicy(list, today),
    decide: (address) => decideAddress(index, address, today, standing),
    findEntry: (slug) => bySlug.get(slug),
  };
}
