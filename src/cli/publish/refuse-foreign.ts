import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { showText } from '../show-text.ts';
import { BrokenRepositoryError } from './errors.ts';

const MAX_NAMED = 5;

/** What is in the way of a file: the file of that name, or a file where its folder would be. */
async function findInTheWay(repoDir: string, path: string): Promise<string | undefined> {
  try {
    await lstat(join(repoDir, path));
    return path;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return undefined;
    return code === 'ENOTDIR' ? findInTheWay(repoDir, dirname(path)) : path;
  }
}

/**
 * Pages may be written over those that a publish wrote, and over nothing else.
 *
 * @param before the pages that publishes wrote
 * @throws BrokenRepositoryError when another file lies where a page is to be
 */
export async function refuseForeign(
  repoDir: string,
  before: readonly string[],
  pages: Iterable<{ readonly path: string }>,
): Promise<void> {
  const ours = new Set(before);
  const foreign = new Set<string>();
  for (const { path } of pages) {
    const found = ours.has(path) ? undefined : await findInTheWay(repoDir, path);
    if (found !== undefined) foreign.add(found);
  }
  if (foreign.size === 0) return;
  const named = [...foreign].slice(0, MAX_NAMED);
  const more = foreign.size - named.length;
  const all = more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
  throw new BrokenRepositoryError(
    `${showText(repoDir)} holds files that no publish wrote, by its pages.json, and publishing would overwrite them: ${showText(all)}. Nothing was written; move them away, or name another folder with --out.`,
  );
}
