/**
 * The rules of `src/match` once more, for pages that run without us: `parse-address.ts`,
 * `canonical-path.ts` and `covers-address.ts` by hand, since pages get plain script and the
 * functions' own text depends on the bundler. A test holds both to the same verdicts.
 *
 * Defines `readAddress(text)` (`{host, path, isIp}` or undefined) and
 * `findCovering(address, scopes, rules)`: the most specific scope of the map that covers it.
 */
export const ADDRESS_SCRIPT = String.raw`
const OTHER_SCHEMES = /^(?:[a-z]|about|blob|callto|chrome(?:-[a-z]+)?|data|edge|file|filesystem|ftp|geo|intent|jar|javascript|magnet|mailto|moz-[a-z-]+|resource|sips?|sms|smsto|tel|urn|vbscript|view-source|wss?|xmpp|[^.]*\+[^.]*)$/;

function readAddress(input) {
  const line = input.replace(/^[\0-\x20\s]+/, '').trimEnd();
  const text = line.replace(/[\t\n\r]/g, '');
  const found = /^([a-z][a-z0-9+.-]*):/i.exec(text);
  const scheme = found ? found[1].toLowerCase() : undefined;
  let href = text;
  if (scheme !== 'https' && scheme !== 'http') {
    if (scheme !== undefined) {
      const rest = text.slice(scheme.length + 1);
      if (/^[/\\]{2}/.test(rest) || OTHER_SCHEMES.test(scheme)) return undefined;
    }
    if (/^[/\\?#](?![/\\])/.test(text)) return undefined;
    if (text !== line) return undefined;
    href = /^[/\\]{2}/.test(text) ? 'https:' + text : 'https://' + text;
  }
  let url;
  try {
    url = new URL(href);
  } catch {
    return undefined;
  }
  const host = url.hostname.replace(/\.$/, '');
  if (!host.startsWith('[') && !/^[a-z0-9._+-]+$/.test(host)) return undefined;
  if (host === '' || /^\.|\.\.|\.$/.test(host)) return undefined;
  return { host, path: url.pathname, isIp: /^\[|\.\d+$/.test(host) };
}

function withoutMobilePrefix(host) {
  for (const prefix of ['www.', 'm.', 'mobile.']) {
    if (host.startsWith(prefix) && host.includes('.', prefix.length)) {
      return host.slice(prefix.length);
    }
  }
  return host;
}

function decodeUnreserved(path) {
  return path.replace(/%[0-9a-f]{2}/gi, (triplet) => {
    const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : triplet.toUpperCase();
  });
}

function toPathText(address, rules) {
  let host = withoutMobilePrefix(address.host);
  let path = decodeUnreserved(address.path);
  for (let step = 0; step < 4; step++) {
    if (rules.foldPathHosts.includes(host)) {
      path = path.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
    }
    const whole = host + path;
    let best;
    for (const alias of rules.aliases) {
      const isLonger = best === undefined || alias.from.length > best.from.length;
      if (isLonger && (whole === alias.from || whole.startsWith(alias.from + '/'))) best = alias;
    }
    if (best === undefined) break;
    const moved = best.to + whole.slice(best.from.length);
    const slash = moved.indexOf('/');
    host = slash < 0 ? moved : moved.slice(0, slash);
    path = slash < 0 ? '' : moved.slice(slash);
  }
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end--;
  return host + path.slice(0, end);
}

function findCovering(address, scopes, rules) {
  if (address.isIp) return undefined;
  for (let path = toPathText(address, rules); path.includes('/'); ) {
    if (scopes.has(path)) return path;
    path = path.slice(0, path.lastIndexOf('/'));
  }
  for (let host = address.host; host !== ''; ) {
    if (scopes.has(host)) return host;
    const dot = host.indexOf('.');
    host = dot < 0 ? '' : host.slice(dot + 1);
  }
  return undefined;
}
`;
