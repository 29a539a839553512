import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { readListFolder } from './list-folder.ts';

const filesSchema = v.record(v.string(), v.string());

/**
 * The product's own list as path → text: `lists.json`, which the build writes beside the bundle,
 * else the `lists/` of the repository that this file stands in.
 */
export async function readProductLists(
  here: string = import.meta.url,
): Promise<ReadonlyMap<string, string>> {
  const bundled = fileURLToPath(new URL('lists.json', here));
  if (existsSync(bundled)) {
    const files = v.parse(filesSchema, JSON.parse(await readFile(bundled, 'utf8')));
    return new Map(Object.entries(files));
  }
  return readListFolder(fileURLToPath(new URL('../../lists/', here)));
}
