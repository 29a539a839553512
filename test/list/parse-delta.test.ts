import { expect, test } from 'vitest';
import { formatCanonicalJson } from '../../src/list/canonical-json.ts';
import { formatFirstLine } from '../../src/list/json-lines.ts';
import { toListHeader } from '../../src/list/list-header.ts';
import { parseDelta } from '../../src/list/parse-delta.ts';
import { generateList } from '../support/generate-list.ts';
import { entry, TODAY } from '../support/list-files.ts';

const header = { ...toListHeader(generateList({ hosts: 1, seed: 1 })), version: 2 };
const first = { format: 1, from: 1, header, removed: ['b', 'c'], to: 2 };

function format(fields: object, changes: readonly unknown[] = []): string {
  const lines = changes.map(formatCanonicalJson).join(',\n');
  const end = lines === '' ? ']}' : `${lines}\n]}`;
  return `${formatFirstLine({ ...first, ...fields }, 'changes')}\n${end}`;
}

function readRefusal(text: string): readonly string[] {
  const reading = parseDelta(text, TODAY);
  if (reading.kind === 'delta') return ['taken'];
  return reading.problems.map(({ file, field, what }) => `${file} ${field}: ${what}`);
}

test('reads what it knows of header and first line, and all changes', () => {
  const changes = [
    { slug: 'a', entry: entry() },
    { slug: 'd', set: { name: 'D' }, edit: { scopes: { remove: [0], add: ['d.test'], at: [0] } } },
  ];
  const text = format({ newer: 1, header: { ...header, newer: [1] } }, changes);
  expect(parseDelta(text, TODAY)).toEqual({
    kind: 'delta',
    delta: {
      ...{ from: 1, to: 2, header: { ...header, newer: [1] }, removed: ['b', 'c'] },
      changes: [
        { kind: 'whole', slug: 'a', entry: entry() },
        {
          kind: 'patch',
          slug: 'd',
          patch: {
            set: { name: 'D' },
            edit: { scopes: { remove: [0], add: ['d.test'], at: [0] } },
          },
        },
      ],
    },
  });
});

test.each<[object, string]>([
  [{ format: 2 }, 'delta format: is 2'],
  [{ from: 0 }, 'delta from: 0 will not do'],
  [{ from: 2 }, 'delta to: is no later version'],
  [{ to: 3 }, 'delta to: is not that of the header'],
  [{ removed: ['c', 'b'] }, 'delta removed[1]: is out of order'],
  [{ removed: ['b', 'b'] }, 'delta removed[1]: is out of order'],
  [{ removed: ['B'] }, 'delta removed[0]: "B" will not do'],
  [{ header: { ...header, seed: -1 } }, 'delta header.seed: -1 will not do'],
  [
    { header: { ...header, publishedOn: '2026-11-27' } },
    'delta header.publishedOn: 2026-11-27 is in the future',
  ],
  [
    { header: { ...header, newer: '\u0000' } },
    'delta header.newer: holds the hidden character U+0000',
  ],
])('refuses a first line with %j', (fields, problem) => {
  expect(readRefusal(format(fields))[0]).toContain(problem);
});

test('takes a list of tomorrow and no removals', () => {
  const text = format({ header: { ...header, publishedOn: '2026-11-26' }, removed: [] });
  expect(readRefusal(text)).toEqual(['taken']);
});

test.each<[unknown, string]>([
  [null, 'delta: changes[0] : is null'],
  [{ set: {} }, 'delta: changes[0] slug: is missing'],
  [{ slug: 'A' }, 'delta: changes[0] slug: "A" will not do'],
  [{ slug: 'b', set: {} }, 'delta removed: names b, which changes too'],
  [{ slug: 'a', move: {} }, 'delta: changes[0] move'],
  [{ slug: 'a', edit: { scopes: { move: {} } } }, 'delta: changes[0] edit.scopes.move'],
  [{ slug: 'a', set: { z: '\u202E' } }, 'delta: changes[0] set.z: holds the hidden character'],
  [{ slug: 'a', entry: 1 }, 'delta: changes[0] entry: is 1'],
  [{ slug: 'a', entry: { slug: 'z' } }, 'delta: changes[0] entry.slug'],
  [{ slug: 'a', entry: {}, set: {} }, 'delta: changes[0] set'],
  [
    JSON.parse('{"slug":"a","set":{"__proto__":1}}'),
    'delta: changes[0] set.__proto__: has a name that programs keep',
  ],
])('refuses the change %j', (change, problem) => {
  expect(readRefusal(format({}, [change]))[0]).toContain(problem);
});

test.each([
  ['out of order', ['d', 'a']],
  ['twice', ['a', 'a']],
])('refuses changes %s', (_, slugs) => {
  const changes = slugs.map((slug) => ({ slug, set: {} }));
  expect(readRefusal(format({}, changes))).toEqual(['delta changes[1].slug: is out of order']);
});

test.each<[string, string, string]>([
  ['that is cut off', format({}).slice(0, -1), 'delta line 2: is cut off'],
  ['that is empty', '', 'delta line 1: is cut off'],
  ['in another spelling', format({}).replace(':1,', ': 1,'), 'delta line 1: is not in canonical'],
  ['with more after it', `${format({})}\n`, 'delta line 2: goes on after the end'],
])('refuses a text %s', (_, text, problem) => {
  expect(readRefusal(text)[0]).toContain(problem);
});

test('tells the first of very many hidden characters', () => {
  const junk = Array.from({ length: 400_000 }, () => '\u0001');
  const changes = [{ slug: 'a', entry: { ...entry(), junk } }];
  expect(readRefusal(format({}, changes))).toHaveLength(100);
});
