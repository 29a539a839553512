import type { AddressRules } from './address-rules.ts';
import { toCanonicalPath } from './canonical-path.ts';
import { parseAddress } from './parse-address.ts';

/** What of the web an entry covers, in the one form in which scopes are compared. */
export interface Scope {
  /** `host` or `host/path`. */
  readonly scope: string;
  readonly host: string;
  /** Empty, or `/` and segments without a trailing slash. */
  readonly path: string;
}

/** What is wrong with a scope, in words, and what would be right where that can be told. */
export interface ScopeFault {
  readonly error: string;
  readonly suggestion?: string;
}

/** Longer ones would not fit the name offsets of the index; no account needs it. */
export const MAX_SCOPE_LENGTH = 255;

/** RFC 1035 §2.3.4. */
export const MAX_HOST_LENGTH = 253;

/** After so many rounds through the aliases there is no suggestion: they go round in a circle. */
const MAX_ROUNDS = 4;

/**
 * Reads a scope as people write it in an entry.
 *
 * - `example.com` and `x.com/name` are scopes; `twitter.com/Name/` is read as `x.com/name`
 * - `https://example.com`, `Example.com`, `example.com:80`, `münchen.example` are faults with a
 *   suggestion; `localhost`, `10.0.0.1`, `[::1]` are faults without one
 *
 * Knows nothing of public suffixes: that is policy and needs data.
 */
export function parseScope(text: string, rules: AddressRules): Scope | ScopeFault {
  // Nearly every scope of a list: a million of them need no `URL`.
  if (isPlainHost(text)) return { scope: text, host: text, path: '' };
  const fault = (error: string): ScopeFault => {
    const right = suggest(text, rules);
    return right === undefined || right === text ? { error } : { error, suggestion: right };
  };
  if (text === '') return fault('is empty');
  if (/[\s\p{Cc}\p{Cf}]/u.test(text)) return fault('contains a space or an invisible character');
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return fault('a scope has no scheme');
  if (text.includes('\\')) return fault('contains a backslash');
  if (/[?#]/.test(text)) return fault('a scope has no query and no fragment');
  const slash = text.indexOf('/');
  const writtenHost = slash < 0 ? text : text.slice(0, slash);
  if (writtenHost.includes('@')) return fault('a scope has no user name in front of the host');
  if (/:\d*$/.test(writtenHost)) return fault('a scope has no port');
  if (/(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i.test(text)) return fault('contains "." or ".." segments');
  const address = parseAddress(`https://${text}`);
  if (address.kind !== 'address') return fault(findCharacterFault(writtenHost) ?? 'is not a host');
  if (address.isIp) return fault('is an IP address; a scope is a host name');
  if (address.host !== writtenHost) {
    return fault('the host must be lower-case, punycode, without a trailing dot');
  }
  const hostFault = findHostFault(address.host);
  if (hostFault !== undefined) return fault(hostFault);
  if (slash === text.length - 1) return fault('has a slash but no path');
  const scope = toScope(address.host, slash < 0 ? '' : address.path, rules);
  if (slash >= 0 && scope.path === '') return fault('its path is empty once aliases are applied');
  // `www.m.x.com/a`, or aliases on aliases: what is stored must be what addresses are brought to.
  if (!isCanonical(scope, rules)) return fault('is an alias of an alias, or has www.m. in front');
  if (scope.scope.length > MAX_SCOPE_LENGTH) {
    return fault(`is longer than ${MAX_SCOPE_LENGTH} characters`);
  }
  return scope;
}

/**
 * Labels that `URL` leaves as they are: lower-case ASCII without the mark of punycode, which may be
 * wrong, and with a letter at the front of the last one, or it may be a number (WHATWG URL §3.5).
 */
const PLAIN_HOST =
  /^(?:(?!xn--)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?!xn--)[a-z](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

function isPlainHost(text: string): boolean {
  return text.length <= MAX_HOST_LENGTH && PLAIN_HOST.test(text);
}

/** Tells a fault from a scope. */
export function isScopeFault(parsed: Scope | ScopeFault): parsed is ScopeFault {
  return 'error' in parsed;
}

function toScope(host: string, path: string, rules: AddressRules): Scope {
  // A host scope stays where it is: aliases and `www.` are the business of path scopes.
  if (path === '') return { scope: host, host, path };
  const at = toCanonicalPath(host, path, rules);
  return { scope: at.host + at.path, host: at.host, path: at.path };
}

/** RFC 1035 §2.3.4 for labels, too; underscores occur in real host names. */
function findHostFault(host: string): string | undefined {
  if (!host.includes('.')) return 'is a single label';
  if (host.length > MAX_HOST_LENGTH) {
    return `the host is longer than ${MAX_HOST_LENGTH} characters`;
  }
  for (const label of host.split('.')) {
    if (label.length > 63) return 'a label of the host is longer than 63 characters';
  }
  return findCharacterFault(host);
}

function findCharacterFault(host: string): string | undefined {
  const isSound = host
    .split('.')
    .every((label) => /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?$/.test(label));
  if (isSound) return undefined;
  return 'a label of the host has a character other than a-z, 0-9 and inner hyphens';
}

function isCanonical({ scope, host, path }: Scope, rules: AddressRules): boolean {
  return toScope(host, path, rules).scope === scope;
}

function suggest(text: string, rules: AddressRules): string | undefined {
  const address = parseAddress(text);
  if (address.kind !== 'address' || address.isIp) return undefined;
  if (findHostFault(address.host) !== undefined) return undefined;
  const hasPath = address.path !== '/';
  let scope = toScope(address.host, hasPath ? address.path : '', rules);
  for (let i = 0; i < MAX_ROUNDS; i++) scope = toScope(scope.host, scope.path, rules);
  if (scope.scope.length > MAX_SCOPE_LENGTH || (hasPath && scope.path === '')) return undefined;
  return isCanonical(scope, rules) ? scope.scope : undefined;
}
