import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { BrokenInstallError } from './errors.ts';
import { readListFolder } from './list-folder.ts';

const filesSchema = v.record(v.string(), v.string());

async function readFiles(here: string): Promise<ReadonlyMap<string, string>> {
  const bundled = fileURLToPath(new URL('lists.json', here));
  if (existsSync(bundled)) {
    const files = v.parse(filesSchema, JSON.parse(await readFile(bundled, 'utf8')));
    return new Map(Object.entries(files));
  }
  return (await readListFolder(fileURLToPath(new URL('../../lists/', here)))).files;
}

/**
 * The product's own list as path → text: `lists.json`, which the build writes beside the bundle,
 * else the `lists/` of the repository that this file stands in.
 *
 * @throws BrokenInstallError when there is neither, or one that isn't what the build wrote
 */
export async function readProductLists(
  here: string = import.meta.url,
): Promise<ReadonlyMap<string, string>> {
  const broken = 'lists.json beside the program is missing or broken; build or install it again.';
  let files: ReadonlyMap<string, string>;
  try {
    files = await readFiles(here);
  } catch (error) {
    throw new BrokenInstallError(broken, { cause: error });
  }
  if (!files.has('list.json')) throw new BrokenInstallError(broken);
  return files;
}
