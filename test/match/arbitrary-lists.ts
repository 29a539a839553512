import fc from 'fast-check';
import type { AddressRules, IndexInput } from '../../src/match/address-rules.ts';
import { isScopeFault, parseScope } from '../../src/match/parse-scope.ts';
import type { ScopeRecord } from '../../src/match/verdict.ts';
import { makeList } from './test-lists.ts';

/** Seeds all random cases; a failing one prints it with its path. */
export const RANDOM = { seed: 20_261_125 };

// Few and like one another, so that most questions come close to an answer.
const LABELS = ['a', 'b', 'aa', 'ab', 'a-b', 'www', 'm', 'mobile', 'x', 'xn--a-0ga'];
const TOPS = ['test', 'co.test', 'a.test', 'b'];
const PATH_HOSTS = ['a.test', 'aa.test', 'ab.test', 'x.test', 'b.test', 'a.a.test'];
const SEGMENTS = ['a', 'a', 'A', 'b', 's', '%61', '%2f', '%2F', 'ab', '%7e', '', '@a'];

export const RULES: AddressRules = {
  aliases: [
    { from: 'x.test', to: 'a.test' },
    { from: 'a.test/s', to: 'a.test' },
    { from: 'b.test', to: 'x.test/s' },
    { from: 'aa.test/a', to: 'ab.test/A/b' },
  ],
  foldPathHosts: ['a.test', 'aa.test'],
};

const arbitraryHost = fc
  .tuple(fc.array(fc.constantFrom(...LABELS), { maxLength: 3 }), fc.constantFrom(...TOPS))
  .map(([labels, top]) => [...labels, top].join('.'));

const arbitraryPath = fc
  .array(fc.constantFrom(...SEGMENTS), { maxLength: 4 })
  .map((segments) => `/${segments.join('/')}`);

const arbitraryPathHost = fc
  .tuple(fc.constantFrom('', '', '', 'www.', 'm.', 'mobile.', 'a.'), fc.constantFrom(...PATH_HOSTS))
  .map(([prefix, host]) => prefix + host);

/** Host and path of an address to ask about. */
export const arbitraryPlace = fc.oneof(
  fc.tuple(arbitraryHost, arbitraryPath),
  fc.tuple(arbitraryPathHost, arbitraryPath),
);

const arbitraryScope = fc
  .oneof(fc.tuple(arbitraryHost, fc.constant('')), fc.tuple(arbitraryPathHost, arbitraryPath))
  .map(([host, path]) => parseScope(host + (path === '/' ? '' : path), RULES))
  .filter((parsed) => !isScopeFault(parsed))
  .map((parsed) => (isScopeFault(parsed) ? '' : parsed.scope));

const arbitraryRecord: fc.Arbitrary<ScopeRecord> = fc.record({
  list: fc.constantFrom('main', 'other'),
  entry: fc.constantFrom('one', 'two', 'three'),
  scope: arbitraryScope,
  state: fc.constantFrom('listed', 'listed', 'appealed', 'decided'),
  until: fc.constantFrom('2026-11-24', '2026-11-25', '2026-11-26'),
});

const arbitraryDay = fc.constantFrom('2026-11-24', '2026-11-25', '2026-08-26', '2026-08-27');

export const arbitraryInput: fc.Arbitrary<IndexInput> = fc
  .record({
    records: fc.uniqueArray(arbitraryRecord, {
      maxLength: 40,
      selector: ({ list, entry, scope }) => `${list} ${entry} ${scope}`,
    }),
    days: fc.tuple(arbitraryDay, arbitraryDay),
    seed: fc.integer({ min: 0, max: 0xffff_ffff }),
  })
  .map(({ records, days, seed }) => ({
    lists: [
      makeList('main', { publishedOn: days[0] }),
      makeList('other', { publishedOn: days[1] }),
    ],
    records,
    rules: RULES,
    seed,
  }));
