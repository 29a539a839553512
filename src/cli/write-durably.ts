import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Puts a file in place whole, and says so only once it would survive a loss of power. */
export type WriteFile = (path: string, content: Uint8Array) => Promise<void>;

const TEMPORARY_PREFIX = '.demonitor-';

/** Whether a name is one that `writeDurably` uses until a file is whole. */
export function isTemporaryName(name: string): boolean {
  return name.startsWith(TEMPORARY_PREFIX);
}

async function syncFolder(folder: string): Promise<void> {
  // Without it the name may be gone after a loss of power. Windows can't, and needs it not.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes to a temporary name beside the file, syncs, renames: readers see the old or the new. */
export const writeDurably: WriteFile = async (path, content) => {
  const temporary = join(dirname(path), `${TEMPORARY_PREFIX}${process.pid}-${basename(path)}`);
  try {
    const handle = await open(temporary, 'w');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
};
