import { join } from 'node:path';
import { parseCodeCatalogue } from '../code-of-practice/parse-code-catalogue.ts';
import type { ListReading } from '../list/list-source.ts';
import { readListFiles } from '../list/read-list-files.ts';
import { isPublicSuffix } from '../sync/public-suffix.ts';
import { readBuildDay } from './build-day.ts';
import type { CommandIo } from './command-io.ts';
import { UsageError } from './errors.ts';
import { isFolder } from './is-folder.ts';
import { readListFolder } from './list-folder.ts';
import { nameFolderList } from './name-folder-list.ts';
import { readProductLists } from './product-lists.ts';
import { showText } from './show-text.ts';

/** A list as read, and the day it is of: none where it is a folder, which is as new as its files. */
export interface LoadedList extends ListReading {
  readonly publishedOn?: string | undefined;
}

/** How a list is called in messages. */
export function nameList(folder: string | undefined): string {
  return folder === undefined ? 'Demonitor’s own list' : `The list in ${showText(folder)}`;
}

/** Said aside where a list is empty: nothing can be answered by it. */
export function warnOfEmpty(io: CommandIo, folder: string | undefined): void {
  io.warn(`${nameList(folder)} has 0 entries: put them into sources/, one a file.`);
}

/** The Code's files are read by their own parsers; a list that brings none has the product's. */
function readFiles(
  files: ReadonlyMap<string, string>,
  product: ReadonlyMap<string, string>,
): ListReading {
  const { list, problems } = readListFiles(files, product, isPublicSuffix);
  if (list.borrowed.has('code/')) return { list, problems };
  const code = parseCodeCatalogue(list.code);
  return { list, problems: code.kind === 'problems' ? [...problems, ...code.problems] : problems };
}

/**
 * Reads a folder shaped like `lists/`, of which only `sources/` is required; without a folder, the
 * product's own list. A folder without `list.json` is called by its own name.
 *
 * @throws UsageError when it is no such folder
 */
export async function loadList(folder: string | undefined): Promise<LoadedList> {
  const product = await readProductLists();
  if (folder === undefined) {
    return { ...readFiles(product, product), publishedOn: readBuildDay(product) };
  }
  if (!(await isFolder(folder))) {
    throw new UsageError(`There is no folder ${folder}; name one shaped like lists/.`);
  }
  if (!(await isFolder(join(folder, 'sources')))) {
    throw new UsageError(`${folder} has no folder sources/; put the entries there, one a file.`);
  }
  const { files, problems: unread } = await readListFolder(folder);
  const reading = readFiles(files, product);
  const { list } = reading;
  const problems = [...unread, ...reading.problems];
  if (files.has('list.json')) return { list, problems };
  return { list: { ...list, info: nameFolderList(folder, list.info) }, problems };
}
