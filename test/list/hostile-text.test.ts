import { expect, test } from 'vitest';
import { findHostileText } from '../../src/list/hostile-text.ts';

test.each([
  ['a right-to-left override', '\u202E', 'U+202E'],
  ['an isolate', '\u2066', 'U+2066'],
  ['a left-to-right mark', '\u200E', 'U+200E'],
  ['a zero-width space', '\u200B', 'U+200B'],
  ['a line break', '\n', 'U+000A'],
  ['a tab', '\t', 'U+0009'],
  ['an escape', '\u001B', 'U+001B'],
  ['a C1 control', '\u009B', 'U+009B'],
  ['a line separator', '\u2028', 'U+2028'],
  ['a noncharacter', '\uFFFF', 'U+FFFF'],
  ['half a surrogate pair', '\uD800', 'U+D800'],
  ['a tag character', '\u{E0041}', 'U+E0041'],
  ['a soft hyphen', '\u00AD', 'U+00AD'],
])('finds %s', (_, mark, character) => {
  const found = findHostileText({ evidence: [{ claim: `a${mark}b` }] });
  expect(found).toEqual([{ field: 'evidence[0].claim', kind: 'hidden-character', character }]);
});

test.each(['plain – text … “quoted”', 'Konšpirátori', 'می\u200Cخواهم', '👩\u200D🔬', 'עברית'])(
  'lets %j pass',
  (text) => {
    expect(findHostileText([text])).toEqual([]);
  },
);

test('finds them in field names, also unknown ones', () => {
  expect(findHostileText({ extra: { 'a\u202Eb': 1 } })).toMatchObject([{ field: 'extra' }]);
});

test("allows paragraphs in the source's own words and nowhere else", () => {
  expect(findHostileText({ reply: { text: 'One\nTwo' } })).toEqual([]);
  expect(findHostileText({ reply: { text: 'One\rTwo' } })).toHaveLength(1);
  expect(findHostileText({ other: { text: 'One\nTwo' } })).toHaveLength(1);
});

test.each<[string, unknown]>([
  ['texts', Array.from({ length: 400_000 }, () => '\u0001')],
  ['names', Object.fromEntries(Array.from({ length: 400_000 }, (_, at) => [`\u0001${at}`, 1]))],
])('tells the first of very many: %s', (_, value) => {
  expect(findHostileText(value)).toHaveLength(100);
});

test('reports nesting without end', () => {
  let value: unknown = 'deep';
  for (let level = 0; level < 10_000; level++) value = [value];
  expect(findHostileText(value)).toMatchObject([{ kind: 'too-deep' }]);
});

test.each(['__proto__', 'constructor', 'prototype'])('finds a field named %s', (name) => {
  const value = JSON.parse(`{"a":[{"${name}":1}]}`);
  expect(findHostileText(value)).toEqual([{ field: `a[0].${name}`, kind: 'inherited-name' }]);
  expect(findHostileText({ constructors: name })).toEqual([]);
});
