import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildDelta } from '../../src/list/build-delta.ts';
import type { ScopeGuard } from '../../src/list/check-scope.ts';
import type { CompiledList, RawEntry } from '../../src/list/compiled-list.ts';
import type { Delta } from '../../src/list/delta.ts';
import { findHostileText } from '../../src/list/hostile-text.ts';
import { toListHeader } from '../../src/list/list-header.ts';
import { formatCompiledList } from '../../src/list/list-text.ts';
import { ListTextReader } from '../../src/list/list-text-reader.ts';
import { parseDelta } from '../../src/list/parse-delta.ts';
import { applyDelta, type DeltaOutcome, type KeptList } from '../support/apply-delta.ts';
import {
  entry,
  type Fields,
  factCheck,
  isTestSuffix,
  LIST_INFO,
  rating,
  readTestList,
  TODAY,
} from '../support/list-files.ts';
import { parseCompiledList } from '../support/parse-compiled-list.ts';

const guard: ScopeGuard = { ...readTestList({ entries: {} }).list, isPublicSuffix: isTestSuffix };

const anything = fc.jsonValue({ maxDepth: 3 }).filter((one) => findHostileText(one).length === 0);

/** Fields of an entry that change from release to release; `paused` is newer than this reader. */
const fields = fc.record(
  {
    name: fc.constantFrom('One', 'Two', 'Žluté 🗞'),
    scopes: fc.uniqueArray(fc.nat({ max: 12 }), { minLength: 1, maxLength: 10 }),
    state: fc.constantFrom('listed', 'appealed', 'removed', 'paused'),
    evidence: fc.array(
      fc.oneof(
        fc.constantFrom(factCheck(), rating(), rating({ date: '2024' })),
        fc.nat({ max: 5 }).map((at) => factCheck({ claim: `Claim ${at}` })),
        fc.array(fc.constantFrom('a.test', 'b.test', 'c.test'), { minLength: 1 }).map((scopes) => {
          return factCheck({ scopes });
        }),
      ),
      { minLength: 1, maxLength: 6 },
    ),
    posesAs: fc.dictionary(fc.constantFrom('a.test', 'b.test'), fc.constant('medium.test')),
    extra: anything,
    more: fc.array(anything, { maxLength: 4 }),
  },
  { requiredKeys: ['scopes', 'evidence'] },
);

interface Parts {
  readonly entries: Readonly<Record<string, Fields & { readonly scopes: readonly number[] }>>;
  readonly header: Fields;
}

const release: fc.Arbitrary<Parts> = fc.record({
  entries: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd-e', 'f'), fields),
  header: fc.record({ newer: anything }, { requiredKeys: [] }),
});

/** A release as its reader sees it. */
function toRelease(parts: Parts, version: number): CompiledList {
  const entries = Object.entries(parts.entries)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([slug, { scopes, ...rest }]) => {
      return { ...entry({ ...rest, scopes: scopes.map((at) => `s${at}.${slug}.test`) }), slug };
    });
  const header = {
    ...parts.header,
    format: 1,
    list: LIST_INFO,
    publishedOn: TODAY,
    seed: 1,
    version,
  };
  const value = { ...header, entries };
  const reading = parseCompiledList(JSON.parse(JSON.stringify(value)), guard);
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
  return reading.list;
}

function keep(list: CompiledList): KeptList {
  const raw: RawEntry[] = [...list.entries, ...list.setAside];
  return { header: toListHeader(list), entries: new Map(raw.map((one) => [one.slug, one])) };
}

function textOf({ header, entries }: KeptList): string {
  return formatCompiledList({ ...header, entries: [], setAside: [...entries.values()] });
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function parse(text: string): Delta {
  const reading = parseDelta(text);
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
  return reading.delta;
}

function applied(outcome: DeltaOutcome): KeptList {
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  expect(outcome.digest).toBe(digestOf(textOf(outcome.list)));
  return outcome.list;
}

test('leads from any release to any later one, at once and step by step, as the whole does', () => {
  fc.assert(
    fc.property(fc.array(release, { minLength: 2, maxLength: 4 }), (parts) => {
      const lists = parts.map((part, at) => toRelease(part, at + 1));
      const [first, last] = [lists[0], lists.at(-1)];
      if (!first || !last) throw new Error('two or more');
      const text = formatCompiledList(last);
      const reader = new ListTextReader(guard);
      for (const _ of reader.push(text));
      expect(reader.finish()).toMatchObject({ kind: 'read', digest: digestOf(text) });
      expect(textOf(applied(applyDelta(keep(first), parse(buildDelta(first, last)))))).toBe(text);
      let kept = keep(first);
      for (const [at, next] of lists.slice(1).entries()) {
        const before = lists[at] ?? first;
        kept = applied(applyDelta(kept, parse(buildDelta(before, next))));
      }
      expect(textOf(kept)).toBe(text);
    }),
    { numRuns: 60 },
  );
});

test('gives the right digest on another base only where it gives the right list', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(release, release, release, (from, to, other) => {
      const target = formatCompiledList(toRelease(to, 2));
      const delta = parse(buildDelta(toRelease(from, 1), toRelease(to, 2)));
      const outcome = applyDelta(keep(toRelease(other, 1)), delta);
      if (outcome.kind === 'refused') return void seen.add('refused');
      const isRight = textOf(outcome.list) === target;
      expect(outcome.digest === digestOf(target)).toBe(isRight);
      seen.add(isRight ? 'right' : 'wrong');
    }),
    { numRuns: 150, seed: 1 },
  );
  expect([...seen].sort()).toEqual(['refused', 'right', 'wrong']);
});

test('survives any damage to its text', () => {
  const [from, to] = [1, 2].map((version) => {
    const evidence = [factCheck(), rating(), factCheck({ claim: `Claim ${version}` })];
    const scopes = [1, 2, 3, 4, 5].filter((at) => at !== version);
    const entries = { a: { scopes, evidence }, [version === 1 ? 'b' : 'c']: { scopes, evidence } };
    return toRelease({ entries, header: {} }, version);
  });
  if (!from || !to) throw new Error('two releases');
  const [text, target] = [buildDelta(from, to), formatCompiledList(to)];
  const mark = fc.constantFrom('', ' ', '\n', ',', '{', ']}', '"', '0', '9', 'a', '[]', '":1,"');
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.nat({ max: text.length }), fc.nat({ max: 2 }), mark, (at, length, put) => {
      const changed = text.slice(0, at) + put + text.slice(at + length);
      if (changed === text) return;
      const reading = parseDelta(changed);
      if (reading.kind === 'refused') return void seen.add('unread');
      const outcome = applyDelta(keep(from), reading.delta);
      seen.add(outcome.kind);
      if (outcome.kind === 'refused') return;
      // A field more that nobody reads does no harm.
      const isRight = textOf(outcome.list) === target;
      expect(outcome.digest === digestOf(target)).toBe(isRight);
    }),
    { numRuns: 800, seed: 20261125 },
  );
  expect([...seen].sort()).toEqual(['applied', 'refused', 'unread']);
});

test('is one change a line, whole or as a patch, whichever is shorter', () => {
  const evidence = [factCheck(), rating()];
  const from = toRelease(
    { entries: { a: { scopes: [1, 2], evidence }, b: { scopes: [1], evidence } }, header: {} },
    1,
  );
  const to = toRelease(
    { entries: { a: { scopes: [1, 3, 2], evidence }, c: { scopes: [1], evidence } }, header: {} },
    4,
  );
  const [first, ...lines] = buildDelta(from, to).split('\n');
  expect(first).toMatch(
    /^\{"format":1,"from":1,"header":\{.*\},"removed":\["b"\],"to":4,"changes":\[$/,
  );
  expect(lines).toHaveLength(3);
  expect(lines[0]).toBe('{"edit":{"scopes":{"add":["s3.a.test"],"at":[1]}},"slug":"a"},');
  expect(lines[1]).toMatch(/^\{"entry":\{"country":.*\},"slug":"c"\}$/);
  expect(lines[2]).toBe(']}');
  const { header, ...delta } = parse([first, ...lines].join('\n'));
  expect(header).toEqual(toListHeader(to));
  expect(delta).toMatchObject({
    from: 1,
    to: 4,
    removed: ['b'],
    changes: [{ slug: 'a' }, { slug: 'c' }],
  });
});

test('holds no changes between releases of the same entries', () => {
  const [from, to] = [1, 2].map((version) => toRelease({ entries: {}, header: {} }, version));
  if (!from || !to) throw new Error('two releases');
  expect(buildDelta(from, to)).toMatch(/"changes":\[\n\]\}$/);
  expect(parse(buildDelta(from, to)).changes).toEqual([]);
});

const base = toRelease({ entries: { a: { scopes: [1], evidence: [rating()] } }, header: {} }, 2);

test.each([
  ['an earlier version', { ...base, version: 1 }],
  ['the same version', base],
  ['another list', { ...base, version: 3, list: { ...base.list, id: 'other' } }],
])('is not built to %s', (_, to) => {
  expect(() => buildDelta(base, to)).toThrow(RangeError);
});

test.each<[string, Partial<Delta>, string]>([
  ['another version', { from: 1 }, 'is for version 1'],
  ['another list', { header: { ...base, list: { ...base.list, id: 'other' } } }, 'is for other'],
  ['what it removes', { removed: ['b'] }, 'b: removes what is not there'],
  [
    'what it changes',
    { changes: [{ kind: 'patch', slug: 'b', patch: { set: { a: 1 } } }] },
    'b: changes what is not there',
  ],
  [
    'what it edits',
    { changes: [{ kind: 'patch', slug: 'a', patch: { edit: { none: {} } } }] },
    'a: edits what has no parts',
  ],
])('is refused for a list without %s', (_, parts, reason) => {
  const delta = { from: 2, to: 3, header: toListHeader(base), removed: [], changes: [], ...parts };
  expect(applyDelta(keep(base), delta)).toEqual({ kind: 'refused', reason });
});
