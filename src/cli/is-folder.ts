import { stat } from 'node:fs/promises';

/** Whether a folder is there that may be read. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false; // not there, or not ours to see: both get the same sentence
  }
}
