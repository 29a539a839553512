import type { CodeCatalogue } from '../code-of-practice/code-catalogue.ts';
import { parseCodeCatalogue } from '../code-of-practice/parse-code-catalogue.ts';
import { BrokenListError } from './errors.ts';
import { readProductLists } from './product-lists.ts';

const FOLDER = 'code/';

/**
 * What the product's own list says of the Code; other lists don't speak of it.
 *
 * @throws BrokenListError with every fault
 */
export async function openCode(): Promise<CodeCatalogue> {
  const files: Record<string, unknown> = {};
  for (const [path, text] of await readProductLists()) {
    if (path.startsWith(FOLDER)) files[path.slice(FOLDER.length)] = JSON.parse(text);
  }
  const reading = parseCodeCatalogue(files);
  if (reading.kind === 'problems') throw new BrokenListError('The Code', reading.problems);
  return reading.catalogue;
}
