import type { AddressRules } from '../match/address-rules.ts';
import { withoutMobilePrefix } from '../match/canonical-path.ts';
import { isScopeFault, parseScope } from '../match/parse-scope.ts';
import type { NeverList } from './never-list.ts';
import type { IsPublicSuffix } from './public-suffix.ts';

/** What a scope is held against. */
export interface ScopeGuard {
  readonly rules: AddressRules;
  readonly neverList: NeverList;
  /** Left out only where the list was already checked with it, as the one built in. */
  readonly isPublicSuffix?: IsPublicSuffix;
}

/** What is wrong with a scope, and what would be right. */
export interface WrongScope {
  readonly what: string;
  readonly cure: string;
}

/** Whether listing `host` would list `never`: it is that host, its double, or one above it. */
export function coversHost(host: string, never: string, rules: AddressRules): boolean {
  const site = withoutMobilePrefix(host);
  if (site === never || never.endsWith(`.${host}`)) return true;
  return rules.aliases.some(({ from, to }) => from === site && to === never);
}

function findNeverListed(host: string, entry: string, guard: ScopeGuard): WrongScope | undefined {
  const { neverList, rules } = guard;
  const shared = neverList.sharedHosts.find((item) => coversHost(host, item.host, rules));
  if (shared) {
    return {
      what: `"${host}" would list all of ${shared.host}, which many publishers share`,
      cure: `a path on it, as ${shared.host}/NAME`,
    };
  }
  const wellKnown = neverList.wellKnown.find((item) => coversHost(host, item.host, rules));
  const isExcepted = neverList.exceptions.some(
    (one) => one.entry === entry && one.host === wellKnown?.host,
  );
  if (!wellKnown || isExcepted) return undefined;
  return {
    what: `"${host}" would list ${wellKnown.host}, a well-known site`,
    cure: 'leave it out, or name this entry with a reason under "exceptions" in never-list.json',
  };
}

/**
 * What keeps an entry from listing a scope: no readable scope, a public suffix, a host that nobody
 * may list whole. `undefined` when nothing does.
 *
 * - `co.uk`, `com`, `x.com`, `www.x.com` and, with `sites.example.com` shared, `example.com` are
 *   refused
 * - `x.com/name`, `notx.com` and `blog.well-known.example` are not
 *
 * @param scope the scope where it is read already
 */
export function checkScope(
  text: string,
  entry: string,
  guard: ScopeGuard,
  scope = parseScope(text, guard.rules),
): WrongScope | undefined {
  if (isScopeFault(scope)) {
    const { error, suggestion } = scope;
    const cure = suggestion ?? 'a host such as example.org, or a host and path on a shared host';
    return { what: `"${text}": ${error}`, cure };
  }
  if (guard.isPublicSuffix?.(scope.host)) {
    return {
      what: `"${text}" is on ${scope.host}, a public suffix under which anyone can register`,
      cure: `a host below it, as NAME.${scope.host}`,
    };
  }
  return scope.path === '' ? findNeverListed(scope.host, entry, guard) : undefined;
}
