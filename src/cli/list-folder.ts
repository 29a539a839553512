import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../list/problem.ts';

/** What a folder holds: path with forward slashes → text, and what of it can't be read. */
export interface ListFolder {
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

function findCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function describeUnreadable(file: string, error: unknown): Problem {
  const code = findCode(error);
  const [what, cure] =
    code === 'ENOENT'
      ? ['is a link to nothing', 'a file, or a link to one']
      : [`can’t be read (${code})`, 'a file that you may read'];
  return { file, field: '', what, cure, level: 'form' };
}

/**
 * The JSON files below a folder. One that can't be read is a problem of that file, and the others
 * are read all the same.
 *
 * @throws the system's error when the folder itself can't be read
 */
export async function readListFolder(folder: string): Promise<ListFolder> {
  const files = new Map<string, string>();
  const problems: Problem[] = [];

  async function readJson(path: string): Promise<void> {
    try {
      // A pipe or a device would keep its reader waiting.
      if ((await stat(join(folder, path))).isFile()) {
        files.set(path, await readFile(join(folder, path), 'utf8'));
      } else {
        problems.push({ file: path, field: '', what: 'is no file', cure: 'a file', level: 'form' });
      }
    } catch (error) {
      problems.push(describeUnreadable(path, error));
    }
  }

  async function readBelow(path: string): Promise<void> {
    const items = await readdir(join(folder, path), { withFileTypes: true });
    for (const item of items) {
      const inner = path === '' ? item.name : `${path}/${item.name}`;
      if (item.name.endsWith('.json')) await readJson(inner);
      if (!item.isDirectory()) continue;
      try {
        await readBelow(inner);
      } catch (error) {
        const what = `can’t be read (${findCode(error)})`;
        const cure = 'a folder that you may read';
        problems.push({ file: `${inner}/`, field: '', what, cure, level: 'form' });
      }
    }
  }

  await readBelow('');
  // The file system's order is nobody's.
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return { files: new Map(sorted), problems };
}
