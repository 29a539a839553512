import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** Puts a file in place whole, and says so only once it would survive a loss of power. */
export type WriteFile = (path: string, content: Uint8Array) => Promise<void>;

const TEMPORARY_PREFIX = '.demonitor-';
const OWNER_ONLY_FILE = 0o600;

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

async function put(path: string, content: Uint8Array, mode?: number): Promise<void> {
  const temporary = join(dirname(path), `${TEMPORARY_PREFIX}${process.pid}-${basename(path)}`);
  try {
    await rm(temporary, { force: true });
    // Made by us and nobody else, so that no other's mode or link counts.
    const handle = await open(temporary, 'wx', mode);
    try {
      if (mode !== undefined) await handle.chmod(mode);
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
}

/** Writes to a temporary name beside the file, syncs, renames: readers see the old or the new. */
export const writeDurably: WriteFile = (path, content) => put(path, content);

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false; // what else keeps us from it is told by the write
  }
}

/** As `writeDurably`, for its owner's eyes only, and never over another file. */
export const createPrivately: WriteFile = async (path, content) => {
  if (await isThere(path)) throw new Error(`${path} is there already.`);
  await put(path, content, OWNER_ONLY_FILE);
};

/** Makes a folder, and those around it, whose names survive a loss of power. */
export async function makeDurableFolder(folder: string, mode: number): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode });
  if (first === undefined) return;
  for (let at = resolve(folder); ; at = dirname(at)) {
    await syncFolder(dirname(at));
    if (at === resolve(first) || at === dirname(at)) return;
  }
}
