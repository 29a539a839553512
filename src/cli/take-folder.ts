import { join } from 'node:path';
import { UsageError } from './errors.ts';
import { isFolder } from './is-folder.ts';

/**
 * The one optional folder among a command's words; without one, the `lists/` that one stands
 * beside, so that those who keep a list check what they wrote and not what was built. `undefined`
 * is the product's own.
 */
export async function takeFolder(
  words: readonly string[],
  help: string,
  beside: string = process.cwd(),
): Promise<string | undefined> {
  const [folder, ...more] = words;
  if (more.length > 0) throw new UsageError(`One folder at a time, not also ${more[0]}.`, help);
  if (folder !== undefined) return folder;
  return (await isFolder(join(beside, 'lists/sources'))) ? join(beside, 'lists') : undefined;
}
