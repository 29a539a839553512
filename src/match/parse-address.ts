/** An address that can be looked up: its host in canonical form, its path as the platform has it. */
export interface Address {
  readonly kind: 'address';
  /** Lower-case, punycode, without port and trailing dot. */
  readonly host: string;
  /** As `URL.pathname`: starts with `/`, without query and fragment. */
  readonly path: string;
  /** IPv4 or IPv6: has no parents, can't be listed. */
  readonly isIp: boolean;
}

export interface NotCheckable {
  readonly kind: 'not-checkable';
  readonly reason: 'not-an-address' | 'other-scheme';
}

// WHATWG URL §4.4 strips C0 controls and spaces at the ends (the end is left to `URL`); what is
// pasted may bring a no-break space or a byte order mark as well.
const START = /^[\0-\x20\s]+/;
/** Taken out of addresses as browsers do (WHATWG URL §4.4). */
const BREAKS = /[\t\n\r]/g;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
/**
 * Schemes known to be written without `//`, so that `tel:112` is no host with a port. None has a
 * dot, or a host could be chosen to look like one: `files.example.com:8443` is an address.
 */
const OTHER_SCHEMES =
  /^(?:[a-z]|about|blob|callto|chrome(?:-[a-z]+)?|data|edge|file|filesystem|ftp|geo|intent|jar|javascript|magnet|mailto|moz-[a-z-]+|resource|sips?|sms|smsto|tel|urn|vbscript|view-source|wss?|xmpp|[^.]*\+[^.]*)$/;

/**
 * Reads what a page, a report or a person gives as an address; without `scheme://` it is https.
 *
 * - `Example.COM.:8080/a?b#c` → host `example.com`, path `/a`
 * - `https://cnn.com@evil.test/` → host `evil.test`
 * - `example.com,5`, `"example.com"` → not an address
 * - `mailto:a@example.com` → not checkable (other scheme); `/a/b` → not an address
 */
export function parseAddress(input: string): Address | NotCheckable {
  const line = input.replace(START, '').trimEnd();
  const text = line.replace(BREAKS, '');
  const scheme = SCHEME.exec(text)?.[1]?.toLowerCase();
  let href = text;
  if (scheme !== 'https' && scheme !== 'http') {
    if (scheme !== undefined && isOtherScheme(scheme, text)) return OTHER_SCHEME;
    // A path alone: with `https://` in front its first segment would pass for a host.
    if (/^[/\\?#](?![/\\])/.test(text)) return NOT_AN_ADDRESS;
    // Several cells or lines, and no address: joined, they would make a host that nobody meant.
    if (text !== line) return NOT_AN_ADDRESS;
    href = /^[/\\]{2}/.test(text) ? `https:${text}` : `https://${text}`;
  }
  let url: URL;
  try {
    url = new URL(href);
  } catch {
    return NOT_AN_ADDRESS;
  }
  const host = url.hostname.replace(/\.$/, '');
  // What a table's row leaves around a host: `URL` would take it for a part of the name, and what
  // is then not found would pass for not listed. Pages have no such hosts (RFC 1123 §2.1; `_` and
  // `+` are met).
  if (!host.startsWith('[') && !/^[a-z0-9._+-]+$/.test(host)) return NOT_AN_ADDRESS;
  // URL lets empty labels pass, DNS has none (RFC 1035 §2.3.1); label boundaries rely on it.
  if (host === '' || /^\.|\.\.|\.$/.test(host)) return NOT_AN_ADDRESS;
  // WHATWG URL §3.5: a host whose last label is a number is an IPv4 address or a failure.
  return { kind: 'address', host, path: url.pathname, isIp: /^\[|\.\d+$/.test(host) };
}

const OTHER_SCHEME: NotCheckable = { kind: 'not-checkable', reason: 'other-scheme' };
const NOT_AN_ADDRESS: NotCheckable = { kind: 'not-checkable', reason: 'not-an-address' };

function isOtherScheme(scheme: string, text: string): boolean {
  return /^[/\\]{2}/.test(text.slice(scheme.length + 1)) || OTHER_SCHEMES.test(scheme);
}
