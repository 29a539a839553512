import { formatContext } from '../list/context.ts';
import { formatCompiledList } from '../list/list-text.ts';
import type { Problem } from '../list/problem.ts';
import { compileFolder } from './compile-folder.ts';
import { compress } from './compress.ts';
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
 * Compiles a `lists/` folder into `sources.bin` and `context.bin`, gzipped JSON; without a folder,
 * the product's own.
 *
 * @throws BrokenListError with every fault of form; nothing is written then
 * @throws UsageError when nothing can be written to `outDir`
 */
export async function writeCompiledList(
  listsDir: string | undefined,
  outDir: string,
  days: { readonly today: string; readonly version?: number },
): Promise<WrittenList> {
  const { compiled, context, warnings } = await compileFolder(listsDir, days);
  await makeOutFolder(outDir);
  const written = [
    ['sources.bin', formatCompiledList(compiled)],
    ['context.bin', formatContext(context)],
  ] as const;
  const files: string[] = [];
  for (const [name, text] of written) {
    files.push(await writeOutFile(outDir, name, compress(text)));
  }
  return {
    id: compiled.list.id,
    entries: compiled.entries.length,
    scopes: compiled.entries.reduce((sum, { scopes }) => sum + scopes.length, 0),
    files,
    warnings,
  };
}
