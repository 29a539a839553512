import { constants } from 'node:fs';
import { access, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from './errors.ts';
import { showText } from './show-text.ts';

function refuse(folder: string, why: string, cause?: unknown): UsageError {
  return new UsageError(`Nothing can be written to ${showText(folder)}: ${why}.`, undefined, {
    cause,
  });
}

async function isWritable(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false; // not ours to write to, or on a disk that is read only
  }
}

/** `undefined` where nothing is; anything else that keeps us from looking is thrown. */
async function look(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Folders that have to be made, outermost first. `mkdir` isn't left to find that out by itself:
 * its `recursive` never comes back from a place such as `/proc/x`.
 */
async function listMissing(folder: string): Promise<readonly string[]> {
  const missing: string[] = [];
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = await look(at);
    if (found === undefined) {
      missing.unshift(at);
      continue;
    }
    if (!found.isDirectory()) throw refuse(folder, `${showText(at)} is no folder`);
    if (!(await isWritable(at))) throw refuse(folder, `${showText(at)} may not be written to`);
    return missing;
  }
}

/**
 * Makes the folder of `--out` where it is missing.
 *
 * @throws UsageError in plain words when nothing can be written there
 */
export async function makeOutFolder(folder: string): Promise<void> {
  try {
    for (const each of await listMissing(folder)) await mkdir(each);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw refuse(folder, 'the folder can’t be made', error);
  }
}

/**
 * Writes one file into it and says where it lies.
 *
 * @throws UsageError in plain words when it can't be written
 */
export async function writeOutFile(
  folder: string,
  name: string,
  content: string | Uint8Array,
): Promise<string> {
  const file = join(folder, name);
  try {
    await writeFile(file, content);
  } catch (error) {
    throw refuse(folder, `${name} can’t be written`, error);
  }
  return file;
}
