import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The JSON files below a folder: path with forward slashes → text. */
export async function readListFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const names = await readdir(folder, { recursive: true });
  for (const name of names.map((path) => path.replaceAll('\\', '/')).sort()) {
    if (name.endsWith('.json')) files.set(name, await readFile(join(folder, name), 'utf8'));
  }
  return files;
}
