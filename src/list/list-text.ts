import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { compareText, formatCanonicalJson } from './canonical-json.ts';
import type { CompiledList } from './compiled-list.ts';
import { toListHeader } from './list-header.ts';

/*
 * The text of a release is JSON with one entry a line, so that a reader needs no more memory than
 * one line; `read-list-text.ts` reads it. The last field of its first line holds the lines.
 */

/** `{"format":1,…,"entries":[`: the fields in their canonical order, the lines' own one last. */
function formatFirstLine(header: unknown): string {
  return `${formatCanonicalJson(header).slice(0, -1)},"entries":[`;
}

/** The text of a list, line by line: the header, then each entry, then the end. */
export function* formatListPieces(list: CompiledList): Generator<string> {
  const all = [...list.entries, ...list.setAside].sort((a, b) => compareText(a.slug, b.slug));
  yield `${formatFirstLine(toListHeader(list))}\n`;
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
  readonly #hash = sha256.create();
  #end = '\n';

  constructor(header: unknown) {
    this.#update(formatFirstLine(header));
  }

  add(rawEntry: unknown): void {
    this.addText(formatCanonicalJson(rawEntry));
  }

  /** The same for an entry whose canonical text is at hand. */
  addText(text: string): void {
    this.#update(this.#end + text);
    this.#end = ',\n';
  }

  /** Lower-case hex; nothing can be added afterwards. */
  finish(): string {
    this.#update('\n]}');
    return bytesToHex(this.#hash.digest());
  }

  #update(text: string): void {
    this.#hash.update(utf8ToBytes(text));
  }
}
