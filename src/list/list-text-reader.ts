import type { ScopeGuard } from './check-scope.ts';
import { type JsonLine, JsonLinesReader } from './json-lines.ts';
import { MAX_LINE_CHARS, MAX_LIST_CHARS } from './limits.ts';
import { type CheckedItem, ListChecker } from './list-checker.ts';
import { type ListHeader, parseListHeader } from './list-header.ts';
import { ENTRIES_FIELD, ListDigest } from './list-text.ts';
import type { Problem } from './problem.ts';

/** How a release ended: all of it may be used, or nothing. */
export type ListTextReading =
  | {
      readonly kind: 'read';
      readonly header: ListHeader;
      /** Of the text; that the publisher signed the same is for the caller to check. */
      readonly digest: string;
      /** How many there are, those set aside among them. */
      readonly entries: number;
      readonly setAside: number;
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

const FORM = {
  file: 'release',
  field: ENTRIES_FIELD,
  maxLineChars: MAX_LINE_CHARS,
  maxChars: MAX_LIST_CHARS,
};

/**
 * Reads and checks the text of a release from pieces cut anywhere, in memory that grows by no
 * more than 36 bytes a scope. It takes what `ListChecker` takes, in the one form in which we
 * write it: any other spelling of the JSON is refused, since its digest would not be the list's.
 */
export class ListTextReader {
  readonly #lines = new JsonLinesReader(FORM);
  readonly #guard: ScopeGuard;
  readonly #today: string | undefined;
  #open: { header: ListHeader; checker: ListChecker; digest: ListDigest } | undefined;
  #headerProblems: readonly Problem[] = [];
  #entries = 0;
  #setAside = 0;

  /** @param today where it is given, a list from after tomorrow is refused */
  constructor(guard: ScopeGuard, today?: string) {
    this.#guard = guard;
    this.#today = today;
  }

  /** What the list says of itself, once its first line was read and found right. */
  get header(): ListHeader | undefined {
    return this.#open?.header;
  }

  /** Whether no more of the text need be read: it cannot be used. */
  get isBroken(): boolean {
    return this.#headerProblems.length > 0 || this.#lines.isBroken;
  }

  /**
   * The entries that the next piece of text completes; to be read to the end before the one after.
   * They may be stored, but not used before `finish`.
   */
  *push(piece: string): Generator<CheckedItem> {
    if (this.#headerProblems.length > 0) return;
    for (const line of this.#lines.push(piece)) {
      const checked = line.kind === 'first' ? this.#readHeader(line.value) : this.#readItem(line);
      if (this.#headerProblems.length > 0) return;
      if (checked) yield checked;
    }
  }

  /** Whether the whole text, which is now complete, may be used. */
  finish(): ListTextReading {
    if (this.#headerProblems.length > 0) {
      return { kind: 'refused', problems: this.#headerProblems };
    }
    const broken = this.#lines.finish();
    const problems = [...(broken ? [broken] : []), ...(this.#open?.checker.finish() ?? [])];
    if (this.#open === undefined || problems.length > 0) return { kind: 'refused', problems };
    const { header, digest } = this.#open;
    const counts = { entries: this.#entries, setAside: this.#setAside };
    return { kind: 'read', header, digest: digest.finish(), ...counts };
  }

  #readHeader(value: unknown): undefined {
    const reading = parseListHeader(value, this.#today);
    if (reading.kind === 'refused') {
      this.#headerProblems = reading.problems;
      return;
    }
    const { header } = reading;
    const checker = new ListChecker(header, this.#guard);
    this.#open = { header, checker, digest: new ListDigest(header) };
  }

  #readItem({ value, text }: Extract<JsonLine, { kind: 'item' }>): CheckedItem | undefined {
    const checked = this.#open?.checker.add(value);
    this.#open?.digest.addText(text);
    this.#entries += 1;
    if (checked?.kind === 'set-aside') this.#setAside += 1;
    return checked;
  }
}
