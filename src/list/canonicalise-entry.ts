import type { AddressRules } from '../match/address-rules.ts';
import type { Entry } from './entry.ts';
import { toCanonicalScope } from './to-canonical-scope.ts';

/**
 * The entry with every scope that it names in the one form in which verdicts name scopes, so that
 * readers compare plain text: `twitter.com/Name/` becomes `x.com/name`.
 */
export function canonicaliseEntry(entry: Entry, rules: AddressRules): Entry {
  const toCanonical = (text: string): string => toCanonicalScope(text, rules);
  const { posesAs } = entry;
  return {
    ...entry,
    scopes: entry.scopes.map(toCanonical),
    evidence: entry.evidence.map((item) => ({
      ...item,
      ...(item.scopes && { scopes: item.scopes.map(toCanonical) }),
      ...(item.mirrorOf !== undefined && { mirrorOf: toCanonical(item.mirrorOf) }),
    })),
    ...(typeof posesAs === 'object' && {
      posesAs: Object.fromEntries(
        Object.entries(posesAs).map(([scope, host]) => [toCanonical(scope), host]),
      ),
    }),
  };
}
