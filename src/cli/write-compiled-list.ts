import { gzipSync } from 'node:zlib';
import { canonicaliseEntry } from '../list/canonicalise-entry.ts';
import { checkPolicy } from '../list/check-policy.ts';
import { compileList } from '../list/compiled-list.ts';
import { compileContext, formatContext } from '../list/context.ts';
import type { ListSource } from '../list/list-source.ts';
import { formatCompiledList } from '../list/list-text.ts';
import type { Problem } from '../list/problem.ts';
import { findSeed } from '../match/find-seed.ts';
import { BrokenListError } from './errors.ts';
import { listPublicSuffixes } from './list-public-suffixes.ts';
import { loadList, nameList } from './load-list.ts';
import { makeOutFolder, writeOutFile } from './out-folder.ts';

/** What was written, and where the list doesn't meet the policy. */
export interface WrittenList {
  readonly id: string;
  readonly entries: number;
  readonly scopes: number;
  readonly files: readonly string[];
  readonly warnings: readonly Problem[];
}

/**
 * gzip of the same text gives the same bytes: zlib writes no time, and the byte that names the
 * operating system (RFC 1952 §2.3.1) is set to "unknown".
 */
function compress(text: string): Uint8Array {
  const bytes = gzipSync(text, { level: 9 });
  bytes[9] = 255;
  return bytes;
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
 * Compiles a `lists/` folder into `sources.bin` and `context.bin`, gzipped JSON; without a folder,
 * the product's own.
 *
 * @throws BrokenListError with every fault of form; nothing is written then
 * @throws UsageError when nothing can be written to `outDir`
 */
export async function writeCompiledList(
  listsDir: string | undefined,
  outDir: string,
  { today, version = 1 }: { readonly today: string; readonly version?: number },
): Promise<WrittenList> {
  const { list, problems } = await loadList(listsDir);
  if (problems.length > 0) throw new BrokenListError(nameList(listsDir), problems);
  const compiled = compileList(list, today, { version, seed: chooseSeed(list) });
  await makeOutFolder(outDir);
  const written = [
    ['sources.bin', formatCompiledList(compiled)],
    ['context.bin', formatContext(compileContext(list))],
  ] as const;
  const files: string[] = [];
  for (const [name, text] of written) {
    files.push(await writeOutFile(outDir, name, compress(text)));
  }
  return {
    id: list.info.id,
    entries: list.entries.length,
    scopes: list.entries.reduce((sum, { entry }) => sum + entry.scopes.length, 0),
    files,
    warnings: checkPolicy(list, today),
  };
}
