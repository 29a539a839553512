import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { WriteFile } from '../write-durably.ts';
import type { PlannedFile } from './build-metadata.ts';

/** A file that was written. */
export interface WrittenFile {
  /** Below the repository. */
  readonly path: string;
  readonly bytes: number;
}

async function hasContent(path: string, content: Uint8Array): Promise<boolean> {
  try {
    return (await readFile(path)).equals(content);
  } catch {
    return false; // it is written, and what keeps it from being written is told then
  }
}

/** Writes files one after the other, save those that are there with the same content. */
export async function writeInOrder(
  folder: string,
  files: Iterable<PlannedFile>,
  write: WriteFile,
): Promise<readonly WrittenFile[]> {
  const written: WrittenFile[] = [];
  for (const { path, content } of files) {
    const file = join(folder, path);
    if (await hasContent(file, content)) continue;
    await mkdir(dirname(file), { recursive: true });
    await write(file, content);
    written.push({ path, bytes: content.length });
  }
  return written;
}
