import { decodeTarget } from './decode-target.ts';
import type { LinkRule, LinkTarget } from './link-rule.ts';
import { matchHost } from './match-host.ts';

/** A link to an archive of a search result of a mail: more is a maze made on purpose. */
const MAX_WRAPPERS = 5;
/** Longer ones are data, not links; what is done for each must stay cheap. */
const MAX_LINK_CHARS = 8_192;

/** A link as it stands on a page. */
export interface WrittenLink {
  /** Absolute. */
  readonly address: string;
  /** Host of the page that it stands on; empty where that is not known. */
  readonly page: string;
  /** What it shows; asked for only where a rule goes by that. */
  readonly readText: () => string;
}

/**
 * The address that a link leads to through redirectors, archives, caches and mail filters, read from
 * the link alone: nothing is fetched. Undefined for a link that no rule takes apart, and never
 * anything but http(s).
 *
 * - `https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2Fa` → `https://example.com/a`
 * - `https://web.archive.org/web/2020/https://example.com/a` → `https://example.com/a`
 * - `https://bit.ly/abc`, `https://example.com/?u=https://other.example/` → undefined
 */
export function unwrapLink(link: WrittenLink, rules: readonly LinkRule[]): string | undefined {
  let address = link.address;
  let found: string | undefined;
  for (let step = 0; step < MAX_WRAPPERS; step++) {
    const inner = unwrapOnce({ ...link, address }, rules);
    if (inner === undefined || inner === address) break;
    found = inner;
    address = inner;
  }
  return found;
}

function unwrapOnce(link: WrittenLink, rules: readonly LinkRule[]): string | undefined {
  const url = parseWeb(link.address);
  if (url === undefined) return undefined;
  for (const { hosts, paths, target } of rules) {
    if (!hosts.some((pattern) => matchHost(url.hostname, pattern))) continue;
    const rest = takePath(url.pathname, paths);
    if (rest === undefined) continue;
    const inner = readTarget(target, url, rest, link);
    const parsed = inner === undefined ? undefined : parseWeb(inner);
    if (parsed !== undefined) return parsed.href;
  }
  return undefined;
}

function readTarget(
  target: LinkTarget,
  url: URL,
  rest: string,
  link: WrittenLink,
): string | undefined {
  switch (target.in) {
    case 'query':
      return target.keys
        .map((key) => decodeTarget(url.searchParams.get(key) ?? '', target))
        .find((found) => found !== undefined);
    case 'path':
      return decodeTarget(target.encoding ? rest : rest + url.search + url.hash, target);
    case 'host':
      return readHost(url, target.ending);
    case 'text':
      return target.on.includes(link.page) ? readText(link.readText()) : undefined;
    default:
      return target satisfies never;
  }
}

/** What follows the longest of the prefixes; undefined where the path begins with none. */
function takePath(path: string, prefixes: readonly string[] | undefined): string | undefined {
  if (prefixes === undefined) return path;
  const fitting = prefixes.filter(
    (prefix) => path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`),
  );
  const longest = fitting.reduce((best, each) => (each.length > best.length ? each : best), '');
  return longest === '' ? undefined : path.slice(longest.length);
}

/** Dots are written as one hyphen there and hyphens as two. */
function readHost(url: URL, ending: string): string | undefined {
  if (!url.hostname.endsWith(ending)) return undefined;
  const label = url.hostname.slice(0, -ending.length);
  const host = label.replace(/-+/g, (hyphens) => {
    return '-'.repeat(Math.floor(hyphens.length / 2)) + (hyphens.length % 2 ? '.' : '');
  });
  return `https://${host}${url.pathname}${url.search}${url.hash}`;
}

/**
 * A shown address may be cut at its end (`example.com/some-long…`): a part that is cut could be
 * another account's, so only what stands in front of it counts.
 */
function readText(text: string): string | undefined {
  const [, shown = '', isCut = ''] = /^\s*(\S+?)(…|\.\.\.)?\s*$/u.exec(text) ?? [];
  const whole = isCut === '' ? shown : shown.slice(0, shown.lastIndexOf('/') + 1);
  const bare = whole.replace(/^https?:\/\//i, '');
  return /^[^\s/@:]+\.[^\s/@:]+(\/|$)/.test(bare) ? `https://${bare}` : undefined;
}

function parseWeb(text: string): URL | undefined {
  if (text.length > MAX_LINK_CHARS || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}
