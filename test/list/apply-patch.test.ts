import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { applyPatch } from '../../src/list/apply-patch.ts';
import { buildPatch } from '../../src/list/build-patch.ts';
import { formatCanonicalJson } from '../../src/list/canonical-json.ts';
import { findHostileText } from '../../src/list/hostile-text.ts';
import { type JsonPatch, jsonPatchSchema } from '../../src/list/json-patch.ts';

type Fields = Readonly<Record<string, unknown>>;

const many = Array.from({ length: 20 }, (_, at) => `scope-${at}.test`);
const [first, ...others] = many;

test.each<[string, Fields, Fields, JsonPatch]>([
  ['a field', { a: 1, b: 2 }, { a: 3, b: 2 }, { set: { a: 3 } }],
  ['a field more and one less', { a: 1 }, { b: null }, { set: { b: null }, unset: ['a'] }],
  [
    'items at the end',
    { a: many },
    { a: [...many, 'x', 'y'] },
    { edit: { a: { add: ['x', 'y'] } } },
  ],
  [
    'an item in front',
    { a: many },
    { a: ['x', ...many] },
    { edit: { a: { add: ['x'], at: [0] } } },
  ],
  ['an item less', { a: many }, { a: others }, { edit: { a: { remove: [0] } } }],
  [
    'an item that moved',
    { a: many },
    { a: [...others, first] },
    { edit: { a: { remove: [0], add: [first] } } },
  ],
  [
    'an item of a list in a list',
    { a: [1, { b: many, c: 1 }] },
    { a: [1, { b: others, c: 2 }] },
    { edit: { a: { edit: { 1: { set: { c: 2 }, edit: { b: { remove: [0] } } } } } } },
  ],
  [
    'one of many fields in a field',
    { a: Object.fromEntries(many.map((host) => [host, 'm.test'])) },
    { a: Object.fromEntries(others.map((host) => [host, 'm.test'])) },
    { edit: { a: { unset: [first ?? ''] } } },
  ],
  ['all of a short list', { a: ['x'] }, { a: ['y'] }, { set: { a: ['y'] } }],
  ['an object for a list', { a: ['x'] }, { a: { 0: 'x' } }, { set: { a: { 0: 'x' } } }],
])('changes %s by as little as can be', (_, from, to, patch) => {
  expect(buildPatch(from, to)).toEqual(patch);
  expect(applyPatch(from, patch)).toEqual({ kind: 'patched', value: to });
});

const item = fc.oneof(
  fc.constantFrom('a.test', 'b.test', 'c.test', 1, null),
  fc.jsonValue({ maxDepth: 2 }),
);
const list = fc.array(item, { maxLength: 8 });
const value = fc
  .dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.oneof(item, list, fc.array(fc.record({ claim: item, scopes: list }), { maxLength: 3 })),
  )
  .filter((one) => findHostileText(one).length === 0)
  .map((one) => JSON.parse(JSON.stringify(one)) as Fields);

test('turns any object into any other, in the form in which patches travel', () => {
  fc.assert(
    fc.property(value, value, (from, to) => {
      const travelled: unknown = JSON.parse(formatCanonicalJson(buildPatch(from, to)));
      const patch = v.parse(jsonPatchSchema, travelled);
      const before = formatCanonicalJson(from);
      expect(applyPatch(from, patch)).toEqual({ kind: 'patched', value: to });
      expect(formatCanonicalJson(from)).toBe(before);
    }),
    { numRuns: 300 },
  );
});

test('patches what it was not made for, or refuses it, but never throws', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(value, value, value, (from, to, other) => {
      kinds.add(applyPatch(other, buildPatch(from, to)).kind);
    }),
    { numRuns: 100, seed: 1 },
  );
  expect(kinds).toEqual(new Set(['patched', 'refused']));
});

test.each<[unknown, JsonPatch, string]>([
  [{ a: 1 }, { unset: ['b'] }, 'unsets a field that is not there'],
  [{ a: 1 }, { edit: { b: {} } }, 'edits what has no parts'],
  [{ a: 1 }, { edit: { a: {} } }, 'edits what has no parts'],
  [{ a: 1 }, { set: { a: 2 }, unset: ['a'] }, 'changes a field twice'],
  [{ a: [] }, { set: { a: 2 }, edit: { a: {} } }, 'changes a field twice'],
  [{ a: 1, b: 2 }, { unset: ['a', 'a'] }, 'changes a field twice'],
  [{ a: 1 }, { add: [1] }, 'adds items to an object'],
  [[1], { set: { 0: 2 } }, 'sets fields of a list'],
  [[1], { remove: [1] }, 'removes an item that is not there'],
  [[[]], { edit: { 1: {} } }, 'edits an item that is not there'],
  [[[]], { edit: { length: {} } }, 'edits an item that is not there'],
  [[[]], { edit: { '00': {} } }, 'edits an item that is not there'],
  [[[]], { edit: { 0: {} }, remove: [0] }, 'changes an item twice'],
  [[1], { add: [2], at: [2] }, 'adds at no place'],
  [[1], { add: [2], at: [0, 1] }, 'adds at no place'],
  [[1], { at: [0] }, 'adds at no place'],
])('refuses on %j the patch %j', (from, patch, reason) => {
  expect(applyPatch(from, patch)).toEqual({ kind: 'refused', reason });
});

test.each<[unknown, JsonPatch, unknown]>([
  [[1], { remove: [0] }, []],
  [[1], { add: [2], at: [1] }, [1, 2]],
  [[[], 1], { edit: { 0: { add: [2] } }, remove: [1] }, [[2]]],
  [{ a: [] }, { edit: { a: {} } }, { a: [] }],
])('on %j takes the patch %j', (from, patch, to) => {
  expect(applyPatch(from, patch)).toEqual({ kind: 'patched', value: to });
});

test.each<[object, boolean]>([
  [{ remove: [0, 2] }, true],
  [{ remove: [0, 0] }, false],
  [{ remove: [2, 1] }, false],
  [{ remove: [-1] }, false],
  [{ at: [0.5] }, false],
  [{ edit: { a: { edit: { 0: { unset: ['b'] } } } } }, true],
  [{ edit: { a: { edit: { 0: { unset: [1] } } } } }, false],
  [{ move: [1] }, false],
  [{ edit: { a: { move: [1] } } }, false],
])('whether %j is a patch: %s', (patch, isPatch) => {
  expect(v.is(jsonPatchSchema, patch)).toBe(isPatch);
});
