import { parseContext } from '../list/context.ts';
import { parseCompiledList } from '../list/parse-compiled-list.ts';
import { BrokenFloorError } from './errors.ts';
import type { NewLists } from './swap-generation.ts';
import { toNewLists } from './to-new-lists.ts';

/** Reads a file of the extension's own package. */
export type ReadPackageFile = (path: string) => Promise<Response>;

/**
 * The release that the extension ships, so that its first start works offline.
 *
 * @throws BrokenFloorError when the package is damaged; nothing can then be said of any page.
 */
export async function loadFloor(
  readFile: ReadPackageFile,
  language: 'en' | 'fr',
): Promise<NewLists> {
  const [sources, rawContext] = await Promise.all([
    readGzippedJson(await readFile('/list/sources.bin')),
    readGzippedJson(await readFile('/list/context.bin')),
  ]);
  const context = parseContext(rawContext);
  if (context.kind === 'refused') throw new BrokenFloorError(context.problems);
  // No public-suffix data here: the list was checked with it when it was built in.
  const guard = { rules: context.rules, neverList: context.context.neverList };
  const reading = parseCompiledList(sources, guard);
  if (reading.kind === 'refused') throw new BrokenFloorError(reading.problems);
  return toNewLists([reading.list], rawContext, context.rules, language);
}

async function readGzippedJson(response: Response): Promise<unknown> {
  if (response.body === null) throw new BrokenFloorError([]);
  const text = response.body.pipeThrough(new DecompressionStream('gzip'));
  return await new Response(text).json();
}
