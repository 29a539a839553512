import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AddressRules } from '../../src/match/address-rules.ts';
import { decideAddress } from '../../src/match/decide-address.ts';
import { buildHostIndex, loadHostIndex } from '../../src/match/host-index.ts';
import { isScopeFault, parseScope } from '../../src/match/parse-scope.ts';
import type { Verdict } from '../../src/match/verdict.ts';
import { ADDRESS_SCRIPT } from '../../src/site/address-script.ts';
import {
  arbitraryInput,
  arbitraryPlace,
  RANDOM,
  RULES as RANDOM_RULES,
} from '../match/arbitrary-lists.ts';
import { HOSTILE_ADDRESSES, HOSTILE_LIST, HOSTILE_RULES } from '../match/hostile-addresses.ts';
import { makeInput, TODAY } from '../match/test-lists.ts';

interface PageAddress {
  readonly host: string;
}

/** The script as a page runs it: nothing around it but `URL`. */
const { readAddress, findCovering } = runInNewContext(
  `${ADDRESS_SCRIPT}; ({ readAddress, findCovering });`,
  { URL },
) as {
  readonly readAddress: (text: string) => PageAddress | undefined;
  readonly findCovering: (
    address: PageAddress,
    scopes: ReadonlySet<string>,
    rules: AddressRules,
  ) => string | undefined;
};

function findScope(input: string, scopes: ReadonlySet<string>, rules: AddressRules) {
  const address = readAddress(input);
  return address === undefined ? 'not-checkable' : findCovering(address, scopes, rules);
}

/** Those of the random lists, and one that goes on where another one ends. */
const RULES: AddressRules = {
  ...RANDOM_RULES,
  aliases: [...RANDOM_RULES.aliases, { from: 'a.test/s/b', to: 'ab.test/b' }],
};

function isCanonical(text: string): boolean {
  const parsed = parseScope(text, RULES);
  return !isScopeFault(parsed) && parsed.scope === text;
}

/** The scope that decides, whatever it says. */
function scopeOf(verdict: Verdict): string | undefined {
  if (verdict.kind === 'listed') return verdict.findings[0]?.scope;
  return verdict.kind === 'not-listed' ? verdict.ended?.record.scope : verdict.reason;
}

describe('the search of the pages and the matcher', () => {
  test.each(HOSTILE_ADDRESSES)('agree on $input', ({ input, kind, scope }) => {
    const scopes = new Set(
      HOSTILE_LIST.filter(({ state }) => state === 'listed').flatMap((one) => one.scopes),
    );
    const pardoned = HOSTILE_LIST.filter(({ state }) => state !== 'listed').flatMap(
      (one) => one.scopes,
    );
    const found = findScope(input, new Set([...scopes, ...pardoned]), HOSTILE_RULES);
    if (kind === 'not-checkable') expect(found).toBe('not-checkable');
    else if (kind === 'listed') expect(found).toBe(scope);
    else expect(found === undefined || pardoned.includes(found)).toBe(true);
  });

  test('agree on any list: the same scope decides', () => {
    const seen = new Map<string, number>();
    const asked = fc.array(arbitraryPlace, { minLength: 10, maxLength: 30 });
    fc.assert(
      fc.property(arbitraryInput, asked, ({ records }, places) => {
        // One list whose scopes stand once each, as the reader of lists asks for.
        const texts = records.map(({ scope }) => scope).filter(isCanonical);
        const scopes = new Set(texts);
        const index = loadHostIndex(buildHostIndex(makeInput(texts, { rules: RULES })).buffer);
        if (index === undefined) throw new Error('the index does not load');
        const near = texts.flatMap((text) => [text, `m.${text}`, `${text}/A`, `${text}b/a`]);
        for (const text of [...places.map(([host, path]) => host + path), ...near]) {
          const input = `https://${text}`;
          const expected = scopeOf(decideAddress(index, input, TODAY));
          expect(findScope(input, scopes, RULES), input).toBe(expected);
          const kind = expected?.includes('/') ? 'path' : String(expected && 'host');
          seen.set(kind, (seen.get(kind) ?? 0) + 1);
        }
      }),
      { ...RANDOM, numRuns: 300 },
    );
    // The cases are no use if they all miss.
    for (const kind of ['path', 'host', 'undefined']) expect(seen.get(kind)).toBeGreaterThan(500);
  });

  test.each([
    // The longer alias counts, wherever it stands.
    ['a.test/s/b/c', 'ab.test/b/c'],
    ['a.test/s/a', 'a.test/a'],
    // An alias ends where a segment does.
    ['a.test/sb', 'a.test/sb'],
    ['b.test/x', 'a.test/x'],
    ['m.A.test/%73/A%2fb//', 'a.test/a%2fb'],
    ['www.a.test/A/', 'a.test/a'],
    // A host of its own, not the mobile form of `test`.
    ['m.test/a', 'm.test/a'],
  ])('bring %s to %s', (text, scope) => {
    expect(isCanonical(scope)).toBe(true);
    expect(findScope(text, new Set([scope]), RULES)).toBe(scope);
  });
});
