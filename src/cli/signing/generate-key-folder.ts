import { refuseKeysInsideAny } from '../refuse-keys-inside.ts';
import { showText } from '../show-text.ts';
import { createKeys, type KeyCounts } from './create-keys.ts';
import { UnusableKeysError } from './errors.ts';
import { addPrivateKey, findKeys, type KeySeal, writeKeyRing } from './key-folder.ts';
import { type KeyRing, locateKeyRing } from './key-ring.ts';

/** A folder of keys that was just made. */
export interface GeneratedKeys {
  readonly ring: KeyRing;
  readonly files: readonly string[];
}

const CURES = {
  whole: 'holds keys already; name another folder, or use "demonitor list rotate" to change keys',
  'only private':
    'holds private keys and no keys.json, as a keygen that broke off leaves it. If nothing was published with them, delete it and run keygen again; else put keys.json back from a copy',
} as const;

/**
 * Makes a folder of new keys.
 *
 * @throws UnusableKeysError when the folder holds keys: losing those would lose the list
 * @throws UsageError when it lies inside a repository
 */
export async function generateKeyFolder(
  keysDir: string,
  seal: KeySeal,
  counts?: Partial<KeyCounts>,
): Promise<GeneratedKeys> {
  await refuseKeysInsideAny(keysDir);
  const found = await findKeys(keysDir);
  if (found !== 'none') throw new UnusableKeysError(`${showText(keysDir)} ${CURES[found]}.`);
  const { ring, pairs } = createKeys(counts);
  const files: string[] = [];
  for (const pair of pairs) files.push(await addPrivateKey(keysDir, pair, seal));
  // Last, so that a folder with it is whole.
  await writeKeyRing(keysDir, ring);
  return { ring, files: [locateKeyRing(keysDir), ...files] };
}
