import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AddressRules } from '../../src/match/address-rules.ts';
import { decideAddress } from '../../src/match/decide-address.ts';
import { buildHostIndex, loadHostIndex } from '../../src/match/host-index.ts';
import type { Verdict } from '../../src/match/verdict.ts';
import { ADDRESS_SCRIPT } from '../../src/site/address-script.ts';
import { arbitraryInput, arbitraryPlace, RANDOM } from '../match/arbitrary-lists.ts';
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
    let hits = 0;
    const asked = fc.array(arbitraryPlace, { minLength: 10, maxLength: 30 });
    fc.assert(
      fc.property(arbitraryInput, asked, ({ records, rules }, places) => {
        // One list whose scopes stand once each, as the reader of lists asks for.
        const scopes = new Set(records.map(({ scope }) => scope));
        const index = loadHostIndex(buildHostIndex(makeInput([...scopes], { rules })).buffer);
        if (index === undefined) throw new Error('the index does not load');
        for (const [host, path] of places) {
          const input = `https://${host}${path}`;
          const expected = scopeOf(decideAddress(index, input, TODAY));
          expect(findScope(input, scopes, rules), input).toBe(expected);
          if (expected !== undefined) hits += 1;
        }
      }),
      { ...RANDOM, numRuns: 300 },
    );
    expect(hits).toBeGreaterThan(500);
  });
});
