import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJsonText } from '../../src/list/json-text.ts';

test.each([
  ['{"a": 1,}', 1, 9, 'a comma before "}"'],
  ['{"a": 1\n "b": 2}', 2, 2, '"\\""'],
  ['{\n  "a": [1, 2\n}', 3, 1, '"}"'],
  ['{"a": 1', 1, 8, 'the file ends'],
  ['', 1, 1, 'the file ends where a value should be'],
  ['{a: 1}', 1, 2, '"a" where a field name should be'],
  ["{'a': 1}", 1, 2, '"\'" where a field name should be'],
  ['{"a" 1}', 1, 6, '"1" after "a"'],
  ['{"a": 1} {}', 1, 10, '"{" after the end'],
  ['{"a": 01}', 1, 8, '"1"'],
  ['["line\nbreak"]', 1, 2, 'text that does not end'],
  ['{"a": nul}', 1, 7, '"n" where a value should be'],
  ['{"a": 1, "a": 2}', 1, 10, '"a" stands twice'],
  ['{"a": undefined}', 1, 7, '"u" where a value should be'],
])('names line and column of the fault in %j', (text, line, column, what) => {
  const read = parseJsonText(text);
  expect(read).toMatchObject({ kind: 'fault', fault: { line, column } });
  expect(read.kind === 'fault' && read.fault.what).toContain(what);
});

test('takes the same key in two objects and a byte order mark', () => {
  const read = parseJsonText('\uFEFF[{"a": 1}, {"a": 2}]');
  expect(read).toEqual({ kind: 'value', value: [{ a: 1 }, { a: 2 }] });
});

test('refuses nesting without end instead of running out of stack', () => {
  expect(parseJsonText('['.repeat(100_000)).kind).toBe('fault');
});

test('reads whatever JSON.stringify writes', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 2), (value, indent) => {
      const text = JSON.stringify(value, undefined, indent);
      expect(parseJsonText(text)).toEqual({ kind: 'value', value: JSON.parse(text) });
    }),
  );
});

test('agrees with JSON.parse about what is JSON', () => {
  const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"b"', '1', '-', 'true', ' ');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      const read = parseJsonText(text);
      const isTwice = read.kind === 'fault' && read.fault.what.includes('twice');
      expect(read.kind === 'value' || isTwice).toBe(isJson || isTwice);
    }),
    { numRuns: 2_000 },
  );
});
