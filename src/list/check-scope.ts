import type { AddressRules } from '../match/address-rules.ts';
import { withoutMobilePrefix } from '../match/canonical-path.ts';
import { isScopeFault, parseScope, type Scope } from '../match/parse-scope.ts';
import { CoveredHosts } from './covered-hosts.ts';
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

type Covered = {
  readonly [Kind in 'sharedHosts' | 'wellKnown']: CoveredHosts<NeverList[Kind][number]>;
};
/** Made once for each never-list: it is asked for every host of a list. */
const coveredBy = new WeakMap<NeverList, Covered>();

function findCovered(neverList: NeverList): Covered {
  const known = coveredBy.get(neverList);
  if (known !== undefined) return known;
  const covered = {
    sharedHosts: new CoveredHosts(neverList.sharedHosts),
    wellKnown: new CoveredHosts(neverList.wellKnown),
  };
  coveredBy.set(neverList, covered);
  return covered;
}

function findNeverListed(host: string, entry: string, guard: ScopeGuard): WrongScope | undefined {
  const { neverList, rules } = guard;
  const { sharedHosts, wellKnown: known } = findCovered(neverList);
  const shared = sharedHosts.find(host, rules);
  if (shared) {
    return {
      what: `"${host}" would list all of ${shared.host}, which many publishers share`,
      cure: `a path on it, as ${shared.host}/NAME`,
    };
  }
  const wellKnown = known.find(host, rules);
  const isExcepted = neverList.exceptions.some(
    (one) => one.entry === entry && one.host === wellKnown?.host,
  );
  if (!wellKnown || isExcepted) return undefined;
  return {
    what: `"${host}" would list ${wellKnown.host}, a well-known site`,
    cure: 'leave it out, or name this entry with a reason under "exceptions" in never-list.json',
  };
}

/** A scope as it was read, and what keeps an entry from listing it, if anything does. */
export interface CheckedScope {
  /** In the one form in which scopes are compared; what is no scope stays as it is. */
  readonly scope: string;
  readonly wrong: WrongScope | undefined;
}

/** `checkScope` and `toCanonicalScope` in one reading of the text. */
export function readScope(text: string, entry: string, guard: ScopeGuard): CheckedScope {
  const scope = parseScope(text, guard.rules);
  if (!isScopeFault(scope)) {
    return { scope: scope.scope, wrong: findWrong(text, scope, entry, guard) };
  }
  const { error, suggestion } = scope;
  const cure = suggestion ?? 'a host such as example.org, or a host and path on a shared host';
  return { scope: text, wrong: { what: `"${text}": ${error}`, cure } };
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
export function checkScope(text: string, entry: string, guard: ScopeGuard): WrongScope | undefined {
  return readScope(text, entry, guard).wrong;
}

function findWrong(
  text: string,
  { host, path }: Scope,
  entry: string,
  guard: ScopeGuard,
): WrongScope | undefined {
  if (guard.isPublicSuffix?.(host)) {
    return {
      what: `"${text}" is on ${host}, a public suffix under which anyone can register`,
      cure: `a host below it, as NAME.${host}`,
    };
  }
  return path === '' ? findNeverListed(host, entry, guard) : undefined;
}
