import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyCounts } from '../../src/cli/signing/create-keys.ts';
import { generateKeyFolder } from '../../src/cli/signing/generate-key-folder.ts';
import { type KeyFolder, openKeyFolder } from '../../src/cli/signing/key-folder.ts';
import { makeFolder } from './list-folder.ts';

/** A seal that costs no time. */
export const TEST_SEAL = { passphrase: 'correct horse', cost: 2 };

/** A folder of new keys, gone after the test. */
export async function makeKeyFolder(counts?: Partial<KeyCounts>): Promise<string> {
  const keysDir = makeFolder();
  await generateKeyFolder(keysDir, TEST_SEAL, counts);
  return keysDir;
}

/** Opens it as it is now. */
export function openTestKeys(keysDir: string): Promise<KeyFolder> {
  return openKeyFolder(keysDir, TEST_SEAL);
}

/** The same keys on another machine. */
export function copyKeys(keysDir: string): string {
  const copy = makeFolder();
  cpSync(keysDir, copy, { recursive: true });
  return copy;
}

/** Loses private keys whose files begin so: `root`, `timestamp-0123abcd`. */
export function loseKeys(keysDir: string, start: string, count = Number.POSITIVE_INFINITY): void {
  const folder = join(keysDir, 'private');
  const names = readdirSync(folder).filter((name) => name.startsWith(start));
  for (const name of names.slice(0, count)) rmSync(join(folder, name));
}
