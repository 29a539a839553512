import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { checkPolicy } from '../list/check-policy.ts';
import { compileList, formatCompiledList } from '../list/compiled-list.ts';
import { compileContext, formatContext } from '../list/context.ts';
import type { Problem } from '../list/problem.ts';
import { readListFiles } from '../list/read-list-files.ts';
import { BrokenListError } from './errors.ts';
import { readListFolder } from './list-folder.ts';
import { readProductLists } from './product-lists.ts';
import { isPublicSuffix } from './public-suffix.ts';

/** What was written, and where it doesn't meet the policy. */
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
 * Compiles a `lists/` folder into `sources.bin` and `context.bin`, gzipped canonical JSON.
 *
 * @throws BrokenListError with every fault of form; nothing is written then
 */
export async function writeCompiledList(
  listsDir: string,
  outDir: string,
  { today, version = 1 }: { readonly today: string; readonly version?: number },
): Promise<WrittenList> {
  const [files, product] = [await readListFolder(listsDir), await readProductLists()];
  const { list, problems } = readListFiles(files, product, isPublicSuffix);
  if (problems.length > 0) throw new BrokenListError(listsDir, problems);
  const compiled = compileList(list, today, { version });
  await mkdir(outDir, { recursive: true });
  const written = [
    ['sources.bin', formatCompiledList(compiled)],
    ['context.bin', formatContext(compileContext(list))],
  ] as const;
  for (const [name, text] of written) await writeFile(join(outDir, name), compress(text));
  return {
    id: list.info.id,
    entries: list.entries.length,
    scopes: list.entries.reduce((sum, { entry }) => sum + entry.scopes.length, 0),
    files: written.map(([name]) => join(outDir, name)),
    warnings: checkPolicy(list, today),
  };
}
