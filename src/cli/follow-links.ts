import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';

async function follow(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    // Not there; but the way to it may be a link.
    const parent = dirname(path);
    return parent === path ? path : join(await follow(parent), basename(path));
  }
}

/** Where a path leads once all links are followed, also that of a folder which is yet to be made. */
export function followLinks(path: string): Promise<string> {
  return follow(resolve(path));
}

/** Whether a path lies in a folder or is it; both as `followLinks` returns them. */
export function isInside(path: string, folder: string): boolean {
  return `${path}${sep}`.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
