import { compareText, formatCanonicalJson } from './canonical-json.ts';
import type { CompiledList } from './compiled-list.ts';
import { formatFirstLine } from './json-lines.ts';
import { toListHeader } from './list-header.ts';
import { Sha256 } from './sha-256.ts';

/** The field of a release whose items stand one a line, so that it is read in a line's memory. */
export const ENTRIES_FIELD = 'entries';

/** The text of a list, line by line: the header, then each entry, then the end. */
export function* formatListPieces(list: CompiledList): Generator<string> {
  const all = [...list.entries, ...list.setAside].sort((a, b) => compareText(a.slug, b.slug));
  yield `${formatFirstLine(toListHeader(list), ENTRIES_FIELD)}\n`;
  for (const [at, entry] of all.entries()) {
    yield `${formatCanonicalJson(entry)}${at < all.length - 1 ? ',' : ''}\n`;
  }
  yield ']}';
}

/** The one text of a compiled list: reading and writing it again gives the same bytes. */
export function formatCompiledList(list: CompiledList): string {
  return [...formatListPieces(list)].join('');
}

/**
 * SHA-256 of a list's text, made without the text: entries come one by one, in the order of their
 * slugs and with all that this reader doesn't know of them. `gunzip < sources.bin | sha256sum` gives
 * the same.
 */
export class ListDigest {
  readonly #hash = new Sha256();
  #end = '\n';

  constructor(header: unknown) {
    this.#hash.add(formatFirstLine(header, ENTRIES_FIELD));
  }

  add(rawEntry: unknown): void {
    this.addText(formatCanonicalJson(rawEntry));
  }

  /** The same for an entry whose canonical text is at hand. */
  addText(text: string): void {
    this.#hash.add(this.#end + text);
    this.#end = ',\n';
  }

  /** Lower-case hex; nothing can be added afterwards. */
  finish(): string {
    this.#hash.add('\n]}');
    return this.#hash.finish();
  }
}
