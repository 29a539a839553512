import { MAX_JSON_DEPTH } from './limits.ts';

/** Where JSON text stops being JSON; line and column count from 1. */
interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly what: string;
  readonly cure: string;
}

/** What a text says as JSON, or where it is none. */
export type JsonText =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'fault'; readonly fault: JsonFault };

class Fault extends Error {
  readonly at: number;
  readonly cure: string;
  constructor(at: number, what: string, cure: string) {
    super(what);
    this.at = at;
    this.cure = cure;
  }
}

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259 §7 forbids exactly these.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORD = /true|false|null/y;

/**
 * Finds the first fault. `JSON.parse` alone won't do: its messages differ between engines, often
 * name no place, and it lets a key that stands twice pass and keeps only the second value.
 */
class Scanner {
  private at = 0;
  private readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  scan(): void {
    this.value(0);
    if (this.at < this.text.length) {
      throw new Fault(this.at, `${this.here()} after the end`, 'one JSON value a file');
    }
  }

  private value(depth: number): void {
    this.take(SPACE);
    if (depth > MAX_JSON_DEPTH) {
      throw new Fault(this.at, 'nesting too deep', `at most ${MAX_JSON_DEPTH} levels`);
    }
    const mark = this.text[this.at];
    if (mark === '{') {
      const keys = new Set<string>();
      this.list('}', () => this.member(depth, keys));
    } else if (mark === '[') this.list(']', () => this.value(depth + 1));
    else if (mark === '"') this.string();
    else if (!this.take(NUMBER) && !this.take(WORD)) {
      throw new Fault(this.at, `${this.here()} where a value should be`, 'a JSON value');
    }
    this.take(SPACE);
  }

  private list(end: string, readItem: () => void): void {
    this.at += 1;
    this.take(SPACE);
    if (this.text[this.at] === end) {
      this.at += 1;
      return;
    }
    for (;;) {
      readItem();
      const mark = this.text[this.at];
      if (mark !== ',' && mark !== end) {
        throw new Fault(this.at, this.here(), `a comma or "${end}" before it`);
      }
      this.at += 1;
      if (mark === end) return;
      this.take(SPACE);
      if (this.text[this.at] === end) {
        throw new Fault(this.at, `a comma before "${end}"`, 'no comma after the last one');
      }
    }
  }

  private member(depth: number, keys: Set<string>): void {
    this.take(SPACE);
    const start = this.at;
    const key = this.string();
    if (keys.has(key)) throw new Fault(start, `${key} stands twice`, 'each field once');
    keys.add(key);
    this.take(SPACE);
    if (this.text[this.at] !== ':') {
      throw new Fault(this.at, `${this.here()} after ${key}`, 'a colon');
    }
    this.at += 1;
    this.value(depth + 1);
  }

  private string(): string {
    if (this.text[this.at] !== '"') {
      throw new Fault(this.at, `${this.here()} where a field name should be`, 'a name in quotes');
    }
    const start = this.at;
    if (!this.take(STRING)) {
      throw new Fault(start, 'text that does not end or holds a bare control character', 'quotes');
    }
    return this.text.slice(start, this.at);
  }

  private take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    this.at += match?.[0].length ?? 0;
    return (match?.[0].length ?? 0) > 0;
  }

  private here(): string {
    const mark = this.text[this.at];
    return mark === undefined ? 'the file ends' : JSON.stringify(mark);
  }
}

/** The value of JSON text, or the place of its first fault, a key that stands twice included. */
export function parseJsonText(text: string): JsonText {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    new Scanner(body).scan();
    return { kind: 'value', value: JSON.parse(body) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const before = body.slice(0, error.at).split('\n');
    const line = before.length;
    const column = (before.at(-1)?.length ?? 0) + 1;
    return { kind: 'fault', fault: { line, column, what: error.message, cure: error.cure } };
  }
}
