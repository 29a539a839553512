import { canonicaliseEntry } from '../list/canonicalise-entry.ts';
import { checkPolicy } from '../list/check-policy.ts';
import { type CompiledList, compileList } from '../list/compiled-list.ts';
import { type Context, compileContext } from '../list/context.ts';
import type { ListSource } from '../list/list-source.ts';
import type { Problem } from '../list/problem.ts';
import { findSeed } from '../match/find-seed.ts';
import { BrokenListError } from './errors.ts';
import { listPublicSuffixes } from './list-public-suffixes.ts';
import { loadList, nameList } from './load-list.ts';

/** A folder as it travels, and where it doesn't meet the policy. */
export interface CompiledFolder {
  readonly compiled: CompiledList;
  readonly context: Context;
  readonly warnings: readonly Problem[];
}

/**
 * Pages ask about every parent of their host: under this seed no public suffix (every page on
 * `co.uk` asks about it) and no well-known host makes them read a record for nothing. With a list
 * so big that no seed spares them all, any will do: the exact names decide.
 */
function chooseSeed({ entries, neverList, rules }: ListSource): number {
  const scopes = entries.flatMap(({ entry }) => canonicaliseEntry(entry, rules).scopes);
  const known = [...neverList.wellKnown, ...neverList.sharedHosts].map(({ host }) => host);
  return findSeed(scopes, [...listPublicSuffixes(), ...known]) ?? 1;
}

/**
 * Compiles a `lists/` folder; without a folder, the product's own list.
 *
 * @throws BrokenListError with every fault of form
 */
export async function compileFolder(
  listsDir: string | undefined,
  { today, version = 1 }: { readonly today: string; readonly version?: number },
): Promise<CompiledFolder> {
  const { list, problems } = await loadList(listsDir);
  if (problems.length > 0) throw new BrokenListError(nameList(listsDir), problems);
  return {
    compiled: compileList(list, today, { version, seed: chooseSeed(list) }),
    context: compileContext(list),
    warnings: checkPolicy(list, today),
  };
}
