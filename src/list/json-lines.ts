import { formatCanonicalJson } from './canonical-json.ts';
import { parseJsonText } from './json-text.ts';
import { MAX_JSON_DEPTH } from './limits.ts';
import type { Problem } from './problem.ts';

/** Which lines a text holds, and how many characters of them are read. */
export interface JsonLinesForm {
  /** How problems call the text. */
  readonly file: string;
  /** The last field of the object, whose items stand one a line. */
  readonly field: string;
  readonly maxLineChars: number;
  readonly maxChars: number;
}

/** What a line holds: the other fields, or an item. */
export type JsonLine =
  | { readonly kind: 'first'; readonly value: unknown }
  /** `text` is the item alone, in canonical form. */
  | { readonly kind: 'item'; readonly value: unknown; readonly text: string };

/**
 * The first line of a text that `JsonLinesReader` reads, without its end: the other fields in their
 * canonical order, then the one that holds the lines. There must be others.
 */
export function formatFirstLine(fields: unknown, field: string): string {
  return formatCanonicalJson(fields).slice(0, -1) + endOfFirst(field);
}

const END = ']}';

function endOfFirst(field: string): string {
  return `,"${field}":[`;
}

/** Recursion over what passes this can't run out of stack. */
function isNestedPast(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isNestedPast(item, levels - 1));
}

/**
 * Reads a JSON object whose last field holds one item a line, from pieces cut anywhere, holding one
 * line and one piece. Only the one text of a value is taken (`formatFirstLine`, items in canonical
 * form): other spellings of the same JSON, with spaces or a key twice, would not have the digest
 * that is signed. Nothing read may be used before `finish` has found no problem.
 */
export class JsonLinesReader {
  readonly #form: JsonLinesForm;
  #rest: string[] = [];
  #restChars = 0;
  #chars = 0;
  #line = 1;
  /** What may come: the first line, an item or the end, an item only, the end only. */
  #next: 'first' | 'any' | 'item' | 'end' = 'first';
  #problem: Problem | undefined;

  constructor(form: JsonLinesForm) {
    this.#form = form;
  }

  /** The lines that the next piece of text completes; to be read to the end before the one after. */
  *push(piece: string): Generator<JsonLine> {
    if (this.#problem) return;
    this.#chars += piece.length;
    if (this.#chars > this.#form.maxChars) {
      this.#refuse('is too long', `at most ${this.#form.maxChars} characters`);
    }
    let from = 0;
    while (!this.#problem) {
      const end = piece.indexOf('\n', from);
      const part = piece.slice(from, end < 0 ? undefined : end);
      this.#restChars += part.length;
      if (this.#restChars > this.#form.maxLineChars) {
        this.#refuse('is too long a line', `at most ${this.#form.maxLineChars} characters`);
        return;
      }
      this.#rest.push(part);
      if (end < 0) return;
      from = end + 1;
      const line = this.#readLine(this.#takeRest());
      if (line) yield line;
      this.#line += 1;
    }
  }

  /** Whether no more of the text need be read: it cannot be used. */
  get isBroken(): boolean {
    return this.#problem !== undefined;
  }

  /** What is wrong with the text, which is now complete; nothing if it may be used. */
  finish(): Problem | undefined {
    if (this.#problem) return this.#problem;
    const text = this.#takeRest();
    const mayEnd = this.#next === 'any' || this.#next === 'end';
    if (text === END && mayEnd) return undefined;
    if (mayEnd && text.startsWith(END)) this.#refuseMore();
    else if (text === END) this.#refuse('ends after a comma', 'no comma after the last one');
    else if (this.#next === 'first' && text.endsWith('}')) this.#refuseForm();
    else this.#refuse('is cut off', 'the whole text');
    return this.#problem;
  }

  #takeRest(): string {
    const text = this.#rest.join('');
    this.#rest = [];
    this.#restChars = 0;
    return text;
  }

  #readLine(line: string): JsonLine | undefined {
    if (this.#next === 'first') return this.#readFirst(line);
    if (line === END && this.#next !== 'item') return this.#refuseMore();
    if (this.#next === 'end') return this.#refuse('follows a line without a comma', 'a comma');
    const isLast = !line.endsWith(',');
    const text = isLast ? line : line.slice(0, -1);
    const read = this.#readCanonical(text);
    this.#next = isLast ? 'end' : 'item';
    return read && { kind: 'item', value: read.value, text };
  }

  #readFirst(line: string): JsonLine | undefined {
    const { field } = this.#form;
    const end = endOfFirst(field);
    if (!line.endsWith(end)) return this.#refuseForm();
    const read = this.#readCanonical(`${line.slice(0, -end.length)}}`);
    if (read && Object.hasOwn(Object(read.value), field)) {
      return this.#refuse(`names "${field}" twice`, 'each field once');
    }
    this.#next = 'any';
    return read && { kind: 'first', value: read.value };
  }

  /** In an object, since the value itself may be anything. */
  #readCanonical(text: string): { readonly value: unknown } | undefined {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      // The messages of engines differ; ours comes from the scanner below.
      return this.#refuseText(text);
    }
    if (isNestedPast(value, MAX_JSON_DEPTH))
      return this.#refuse('is nested too deep', 'fewer levels');
    return formatCanonicalJson(value) === text ? { value } : this.#refuseText(text);
  }

  #refuseText(text: string): undefined {
    const read = parseJsonText(text);
    if (read.kind === 'value') {
      return this.#refuse('is not in canonical form', 'keys in order, no spaces, as we write it');
    }
    const { column, what, cure } = read.fault;
    return this.#refuse(`has at column ${column}: ${what}`, cure);
  }

  #refuseForm(): undefined {
    const { field } = this.#form;
    return this.#refuse(`does not end with "${field}":[`, 'one item a line, as we write it');
  }

  #refuseMore(): undefined {
    return this.#refuse('goes on after the end', `nothing after ${END}`);
  }

  #refuse(what: string, cure: string): undefined {
    const { file } = this.#form;
    this.#problem = { file, field: `line ${this.#line}`, what, cure, level: 'form' };
  }
}
