import type { AddressRules } from '../match/address-rules.ts';
import { collectSupport } from './collect-support.ts';
import type { Entry } from './entry.ts';
import type { Report } from './report-to.ts';
import { toCanonicalScope } from './to-canonical-scope.ts';

/**
 * Grounds stand once for an entry, but are shown for each of its scopes: so each scope must bear
 * them. Not asked of suspended and removed entries, of which no ground is shown.
 *
 * - a map in `posesAs` names every scope of an entry listed for impersonation; a single host in it
 *   speaks for all, and without it the address does not say as whom it poses
 * - every scope of a banned outlet has a legal act among the items that support it
 */
export function checkGrounds(entry: Entry, rules: AddressRules, report: Report): void {
  const { grounds, state } = entry;
  if (new Set(grounds).size < grounds.length) report('grounds', 'repeat a ground', 'each once');
  if (state === 'suspended' || state === 'removed') return;
  if (grounds.includes('impersonation')) checkImpersonation(entry, rules, report);
  if (grounds.includes('banned-outlet')) checkBan(entry, rules, report);
}

function checkImpersonation({ posesAs, scopes }: Entry, rules: AddressRules, report: Report): void {
  if (typeof posesAs !== 'object') return;
  const named = new Set(Object.keys(posesAs).map((text) => toCanonicalScope(text, rules)));
  for (const [at, text] of scopes.entries()) {
    if (named.has(toCanonicalScope(text, rules))) continue;
    const cure =
      'the host that it poses as in "posesAs", or an entry of its own without the ground';
    report(`scopes[${at}]`, `${text} is listed for impersonation, but not said as whom`, cure);
  }
}

function checkBan(entry: Entry, rules: AddressRules, report: Report): void {
  if (!entry.evidence.some(({ kind }) => kind === 'legal-act')) {
    report('grounds', 'name a banned outlet without a legal act', 'the act among the evidence');
    return;
  }
  for (const { field, text, items } of collectSupport(entry, rules)) {
    if (items.some(({ kind }) => kind === 'legal-act')) continue;
    const cure = 'the act with this scope among its own, or an entry of its own without the ground';
    report(field, `${text} is listed as a banned outlet, but no legal act supports it`, cure);
  }
}
