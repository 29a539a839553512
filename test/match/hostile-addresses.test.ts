import { expect, test } from 'vitest';
import { checkAddress } from '../../src/match/check-address.ts';
import { decideAddress } from '../../src/match/decide-address.ts';
import { buildHostIndex } from '../../src/match/host-index.ts';
import { isScopeFault, parseScope } from '../../src/match/parse-scope.ts';
import type { Verdict } from '../../src/match/verdict.ts';
import {
  HOSTILE_ADDRESSES,
  HOSTILE_LIST,
  HOSTILE_RULES,
  HOSTILE_TODAY,
} from './hostile-addresses.ts';
import { CountingStore, makeHostileInput } from './test-lists.ts';

const index = buildHostIndex(makeHostileInput());
const store = await CountingStore.hold(makeHostileInput());
const rows = HOSTILE_ADDRESSES.map((row) => ({ ...row, shown: row.input.slice(0, 80) }));

function brief(verdict: Verdict) {
  const finding = verdict.kind === 'listed' ? verdict.findings[0] : undefined;
  return {
    kind: verdict.kind,
    entry: finding?.entry ?? null,
    scope: finding?.scope ?? null,
  };
}

test('the table has no row twice', () => {
  expect(new Set(HOSTILE_ADDRESSES.map(({ input }) => input)).size).toBe(rows.length);
});

test('every scope of the table is canonical', () => {
  for (const scope of HOSTILE_LIST.flatMap(({ scopes }) => scopes)) {
    const parsed = parseScope(scope, HOSTILE_RULES);
    expect(isScopeFault(parsed) ? parsed : parsed.scope).toBe(scope);
  }
});

test.each(rows)('says of $shown: $kind ($scope)', async ({ input, kind, entry, scope }) => {
  expect(brief(decideAddress(index, input, HOSTILE_TODAY))).toEqual({ kind, entry, scope });
  const { verdict } = await checkAddress(input, store.read, HOSTILE_TODAY);
  expect(brief(verdict)).toEqual({ kind, entry, scope });
});
