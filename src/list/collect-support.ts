import type { AddressRules } from '../match/address-rules.ts';
import type { Entry, Evidence } from './entry.ts';
import { toCanonicalScope } from './to-canonical-scope.ts';

/** One scope of an entry, by its canonical text, with the items that support it. */
export interface SupportedScope {
  readonly field: string;
  readonly text: string;
  readonly canonical: string;
  readonly items: readonly Evidence[];
}

/** Every scope with the items that name it in any spelling, and those that name none. */
export function collectSupport(
  { scopes, evidence }: Entry,
  rules: AddressRules,
): readonly SupportedScope[] {
  const named = evidence.map(
    (item) => item.scopes && new Set(item.scopes.map((text) => toCanonicalScope(text, rules))),
  );
  return scopes.map((text, at) => {
    const canonical = toCanonicalScope(text, rules);
    const items = evidence.filter((_, index) => named[index]?.has(canonical) ?? true);
    return { field: `scopes[${at}]`, text, canonical, items };
  });
}
