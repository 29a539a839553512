import { MAX_FILE_PROBLEMS, MAX_JSON_DEPTH } from './limits.ts';

/** A place in a JSON value whose text or nesting could mislead or break whoever shows it. */
export interface HostileText {
  /** `evidence[2].claim`; empty for the value itself. */
  readonly field: string;
  readonly kind: 'hidden-character' | 'too-deep' | 'inherited-name';
  /** `U+202E`, where a character is at fault. */
  readonly character?: string;
}

/*
 * Controls, noncharacters, invisible characters, line separators, lone surrogates, and the marks that turn text
 * around (Unicode TR36 §3.2): with them an address can read as another one. Joiners (U+200C,
 * U+200D) stay: Persian and several Indian scripts need them.
 */
const HIDDEN =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/u;

/** A source's own words may have paragraphs; nothing else may. */
const FIELDS_WITH_LINES = /(^|\.)reply\.text$/;

/** Every object has them already: as fields of data, some readers see them and others don't. */
const INHERITED_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

function findIn(text: string, field: string, found: HostileText[]): void {
  const checked = FIELDS_WITH_LINES.test(field) ? text.replaceAll('\n', '') : text;
  const match = HIDDEN.exec(checked);
  if (!match) return;
  const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  found.push({ field, kind: 'hidden-character', character: `U+${code}` });
}

function walk(value: unknown, field: string, depth: number, found: HostileText[]): void {
  if (found.length >= MAX_FILE_PROBLEMS) return;
  if (typeof value === 'string') findIn(value, field, found);
  if (typeof value !== 'object' || value === null) return;
  if (depth >= MAX_JSON_DEPTH) {
    found.push({ field, kind: 'too-deep' });
    return;
  }
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) walk(item, `${field}[${at}]`, depth + 1, found);
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    if (found.length >= MAX_FILE_PROBLEMS) return;
    const path = field === '' ? key : `${field}.${key}`;
    findIn(key, field, found);
    if (INHERITED_NAMES.has(key)) found.push({ field: path, kind: 'inherited-name' });
    walk(item, path, depth + 1, found);
  }
}

/**
 * Strings and keys with a control, bidi or invisible character, and what no reader can keep: all of
 * them, or the first of very many.
 */
export function findHostileText(value: unknown): readonly HostileText[] {
  const found: HostileText[] = [];
  walk(value, '', 0, found);
  return found.slice(0, MAX_FILE_PROBLEMS);
}
