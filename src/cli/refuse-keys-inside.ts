import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UsageError } from './errors.ts';
import { followLinks, isInside } from './follow-links.ts';
import { showText } from './show-text.ts';

/** The folder of keys and that of the private ones, which may be a link of its own. */
function followKeys(keysDir: string): Promise<readonly string[]> {
  return Promise.all([keysDir, join(keysDir, 'private')].map(followLinks));
}

function refuse(repoDir: string): UsageError {
  const where = `inside ${showText(repoDir)}, which is for everybody to see`;
  return new UsageError(`The keys lie ${where}: keep them elsewhere.`);
}

/**
 * A repository is shown to everybody, so that no key may lie in it, whatever links lead there. Nor may
 * it lie among the keys, where the next slip shows the folder around it.
 *
 * @throws UsageError when one does
 */
export async function refuseKeysInside(repoDir: string, keysDir: string): Promise<void> {
  const folder = await followLinks(repoDir);
  const found = await followKeys(keysDir);
  if (found.some((path) => isInside(path, folder))) throw refuse(repoDir);
  if (!found.some((path) => isInside(folder, path))) return;
  const where = `inside ${showText(keysDir)}, which is for nobody else to see`;
  throw new UsageError(`${showText(repoDir)} lies ${where}: name a folder elsewhere with --out.`);
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
