import type { AddressRules } from './address-rules.ts';

/** Where a path scope would have to lie to cover an address. */
export interface CanonicalPath {
  readonly host: string;
  /** Empty, or `/` and segments without a trailing slash. */
  readonly path: string;
}

/** `telegram.me/s/x` may need two steps; many more would be a circle in the data. */
const MAX_ALIAS_STEPS = 4;
const MOBILE_PREFIXES = ['www.', 'm.', 'mobile.'];

/**
 * Brings host and path to the one form in which path scopes are written and compared.
 *
 * - `www.twitter.com`, `/Name/` → `x.com/name` (alias, case folded on that host)
 * - `t.me`, `/s/name/12` → `t.me/name/12`; but `/settings` stays: not a segment boundary
 * - `a.example`, `/%7Ename//b` → `a.example/~name//b`: unreserved characters are decoded
 *   (RFC 3986 §6.2.2.2), empty segments are kept
 */
export function toCanonicalPath(host: string, path: string, rules: AddressRules): CanonicalPath {
  let at: CanonicalPath = { host: withoutMobilePrefix(host), path: decodeUnreserved(path) };
  for (let step = 0; step < MAX_ALIAS_STEPS; step++) {
    // ASCII only: what a platform does beyond ASCII isn't known, and Unicode's folding changes.
    if (rules.foldPathHosts.includes(at.host)) at = { host: at.host, path: foldAscii(at.path) };
    const moved = applyAlias(at, rules);
    if (moved === undefined) break;
    at = moved;
  }
  return { host: at.host, path: withoutEndSlashes(at.path) };
}

/** `www.`, `m.` and `mobile.` are the host itself to a path scope; `m.me` is a host of its own. */
export function withoutMobilePrefix(host: string): string {
  for (const prefix of MOBILE_PREFIXES) {
    // The rest must have a dot itself.
    if (host.startsWith(prefix) && host.includes('.', prefix.length)) {
      return host.slice(prefix.length);
    }
  }
  return host;
}

function applyAlias(at: CanonicalPath, rules: AddressRules): CanonicalPath | undefined {
  const whole = at.host + at.path;
  let best: AddressRules['aliases'][number] | undefined;
  for (const alias of rules.aliases) {
    const isLonger = best === undefined || alias.from.length > best.from.length;
    if (isLonger && (whole === alias.from || whole.startsWith(`${alias.from}/`))) best = alias;
  }
  if (best === undefined) return undefined;
  const moved = best.to + whole.slice(best.from.length);
  const slash = moved.indexOf('/');
  if (slash < 0) return { host: moved, path: '' };
  return { host: moved.slice(0, slash), path: moved.slice(slash) };
}

/** A loop, because `/\/+$/` tries every run of slashes to its end: quadratic in what a page chose. */
function withoutEndSlashes(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end--;
  return path.slice(0, end);
}

/** Triplets that stay are written in capitals (RFC 3986 §6.2.2.1). */
function decodeUnreserved(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (triplet) => {
    const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : triplet.toUpperCase();
  });
}

function foldAscii(path: string): string {
  return path.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
