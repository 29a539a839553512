import type { AddressRules } from '../match/address-rules.ts';
import { isScopeFault, parseScope } from '../match/parse-scope.ts';

/** The one form of a scope in which scopes are compared; what is no scope stays as it is. */
export function toCanonicalScope(text: string, rules: AddressRules): string {
  const scope = parseScope(text, rules);
  return isScopeFault(scope) ? text : scope.scope;
}
