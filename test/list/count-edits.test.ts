import { expect, test } from 'vitest';
import { countEdits } from '../../src/list/count-edits.ts';

test.each([
  ['', '', 0],
  ['scopes', 'scopes', 0],
  ['scope', 'scopes', 1],
  ['scopess', 'scopes', 1],
  ['scoqes', 'scopes', 1],
  ['socpes', 'scopes', 1],
  ['soces', 'scopes', 2],
  ['', 'abc', 3],
  ['abc', '', 3],
  ['kitten', 'sitting', 3],
])('%j is %j after %i edits', (from, to, edits) => {
  expect(countEdits(from, to)).toBe(edits);
  expect(countEdits(to, from)).toBe(edits);
});
