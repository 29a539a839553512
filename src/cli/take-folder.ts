import { UsageError } from './errors.ts';

/** The one optional folder among a command's words. */
export function takeFolder(words: readonly string[], help: string): string | undefined {
  const [folder, ...more] = words;
  if (more.length > 0) throw new UsageError(`One folder at a time, not also ${more[0]}.`, help);
  return folder;
}
