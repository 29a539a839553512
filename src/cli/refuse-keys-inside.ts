import { access, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { UsageError } from './errors.ts';
import { showText } from './show-text.ts';

/** Where a path leads once all links are followed, also that of a folder which is yet to be made. */
async function followLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    // Not there; but the way to it may be a link.
    const parent = dirname(path);
    return parent === path ? path : join(await followLinks(parent), basename(path));
  }
}

/** The folder of keys and that of the private ones, which may be a link of its own. */
function followKeys(keysDir: string): Promise<readonly string[]> {
  return Promise.all([keysDir, join(keysDir, 'private')].map((path) => followLinks(resolve(path))));
}

function isInside(path: string, folder: string): boolean {
  return `${path}${sep}`.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

function refuse(repoDir: string): UsageError {
  const where = `inside ${showText(repoDir)}, which is for everybody to see`;
  return new UsageError(`The keys lie ${where}: keep them elsewhere.`);
}

/**
 * A repository is shown to everybody, so that no key may lie in it, whatever links lead there.
 *
 * @throws UsageError when one does
 */
export async function refuseKeysInside(repoDir: string, keysDir: string): Promise<void> {
  const folder = await followLinks(resolve(repoDir));
  const found = await followKeys(keysDir);
  if (found.some((path) => isInside(path, folder))) throw refuse(repoDir);
}

async function isRepository(folder: string): Promise<boolean> {
  try {
    await access(join(folder, 'metadata', '1.root.json'));
    return true;
  } catch {
    return false; // nothing was published there, as far as one can see
  }
}

/**
 * The same where no repository is named: a folder that holds a first root is one.
 *
 * @throws UsageError when a folder of keys would lie in one
 */
export async function refuseKeysInsideAny(keysDir: string): Promise<void> {
  for (const found of await followKeys(keysDir)) {
    for (let at = found; ; at = dirname(at)) {
      if (await isRepository(at)) throw refuse(at);
      if (dirname(at) === at) break;
    }
  }
}
