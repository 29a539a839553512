import { expect, test } from 'vitest';
import { type JsonLine, JsonLinesReader } from '../../src/list/json-lines.ts';

const FORM = { file: 'lines', field: 'rows', maxLineChars: 40, maxChars: 80 };
const FIRST = '{"a":1,"rows":[';

function read(text: string, form: Partial<typeof FORM> = {}) {
  const reader = new JsonLinesReader({ ...FORM, ...form });
  const lines: JsonLine[] = [];
  for (const piece of text) lines.push(...reader.push(piece));
  return { lines, problem: reader.finish() };
}

test('gives the fields of the first line, then each item with its text', () => {
  expect(read(`${FIRST}\n{"b":2},\n[3]\n]}`)).toEqual({
    lines: [
      { kind: 'first', value: { a: 1 } },
      { kind: 'item', value: { b: 2 }, text: '{"b":2}' },
      { kind: 'item', value: [3], text: '[3]' },
    ],
    problem: undefined,
  });
});

test('takes a text without items', () => {
  expect(read(`${FIRST}\n]}`).problem).toBeUndefined();
});

test.each<[string, string, string, string]>([
  ['nothing', '', 'line 1', 'is cut off'],
  ['half a first line', '{"a":1,"ro', 'line 1', 'is cut off'],
  ['a first line only', FIRST, 'line 1', 'is cut off'],
  ['a first line with its end only', `${FIRST}\n`, 'line 2', 'is cut off'],
  ['half an item', `${FIRST}\n{"b"`, 'line 2', 'is cut off'],
  ['an item without its end', `${FIRST}\n1`, 'line 2', 'is cut off'],
  ['no end', `${FIRST}\n1\n`, 'line 3', 'is cut off'],
  ['half the end', `${FIRST}\n1\n]`, 'line 3', 'is cut off'],
  ['the same JSON in one line', '{"a":1,"rows":[1]}', 'line 1', 'does not end with "rows":['],
  ['the same JSON with spaces', '{\n "a": 1,', 'line 1', 'does not end with "rows":['],
  ['lines that end as on Windows', `${FIRST}\r\n]}`, 'line 1', 'does not end with "rows":['],
  ['a byte order mark', `\uFEFF${FIRST}\n]}`, 'line 1', 'is not in canonical form'],
  ['fields out of order', '{"b":1,"a":1,"rows":[\n', 'line 1', 'is not in canonical form'],
  ['a field twice', '{"a":1,"a":1,"rows":[\n', 'line 1', 'has at column 8: "a" stands twice'],
  ['the lines twice', '{"rows":1,"rows":[\n', 'line 1', 'names "rows" twice'],
  ['a space in an item', `${FIRST}\n{"b": 1}\n`, 'line 2', 'is not in canonical form'],
  ['a number in another spelling', `${FIRST}\n1.0\n`, 'line 2', 'is not in canonical form'],
  ['a letter in another spelling', `${FIRST}\n"\\u0041"\n`, 'line 2', 'is not in canonical form'],
  ['two items in a line', `${FIRST}\n1,2\n`, 'line 2', 'has at column 2: "," after the end'],
  ['what is no JSON', `${FIRST}\n1,\nnope,\n`, 'line 3', 'has at column 1: "n"'],
  ['an empty line', `${FIRST}\n1,\n\n`, 'line 3', 'has at column 1: the file ends'],
  ['no comma between items', `${FIRST}\n1\n2\n]}`, 'line 3', 'follows a line without a comma'],
  ['a comma before the end', `${FIRST}\n1,\n]}`, 'line 3', 'ends after a comma'],
  ['a line end after the end', `${FIRST}\n1\n]}\n`, 'line 3', 'goes on after the end'],
  ['more after the end', `${FIRST}\n1\n]}x`, 'line 3', 'goes on after the end'],
  ['more after the end of no items', `${FIRST}\n]}\n{}`, 'line 2', 'goes on after the end'],
])('refuses %s', (_, text, field, what) => {
  const { problem } = read(text);
  expect(problem).toMatchObject({ file: 'lines', field });
  expect(problem?.what).toContain(what);
});

test('refuses nesting without end instead of running out of stack', () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  const room = { maxLineChars: 1e6, maxChars: 1e6 };
  expect(read(`${FIRST}\n${deep}\n`, room).problem).toMatchObject({ field: 'line 2' });
  const allowed = '['.repeat(32) + ']'.repeat(32);
  expect(read(`${FIRST}\n${allowed}\n]}`, room).problem).toBeUndefined();
  expect(read(`${FIRST}\n[${allowed}]\n]}`, room).problem?.what).toBe('is nested too deep');
});

test('reads a line as long as may be and not one character more', () => {
  const line = `"${'x'.repeat(37)}",`;
  expect(read(`${FIRST}\n${line}\n0\n]}`).problem).toBeUndefined();
  const { lines, problem } = read(`${FIRST}\n"x${line.slice(1)}\n0\n]}`);
  expect(problem).toMatchObject({ field: 'line 2', what: 'is too long a line' });
  expect(lines).toHaveLength(1);
});

test('reads a text as long as may be and not one character more', () => {
  const text = `${FIRST}\n1\n]}`;
  expect(read(text, { maxChars: text.length }).problem).toBeUndefined();
  expect(read(text, { maxChars: text.length - 1 }).problem?.what).toBe('is too long');
});

test('gives nothing more once a line was wrong', () => {
  const { lines, problem } = read(`${FIRST}\n1,\nx,\n2\n]}`);
  expect(lines).toHaveLength(2);
  expect(problem).toMatchObject({ field: 'line 3' });
});
