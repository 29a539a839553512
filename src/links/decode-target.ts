import type { LinkTarget } from './link-rule.ts';

type FormedTarget = Extract<LinkTarget, { in: 'query' | 'path' }>;

/** A written address: what is not printable ends it. */
const ADDRESS = 'https?:/{1,2}[^/\\s][\\x21-\\x7e\\u00a1-\\uffff]*';
const PLACES = {
  start: new RegExp(`^${ADDRESS}`, 'i'),
  segment: new RegExp(`(?<=^|/)${ADDRESS}`, 'i'),
  anywhere: new RegExp(ADDRESS, 'i'),
} as const;

/**
 * The address that a part of a link holds in a service's own form, with its scheme; undefined where
 * none is there. What comes back is text to be parsed, not yet a sound address.
 */
export function decodeTarget(text: string, target: FormedTarget): string | undefined {
  const written = takeAfter(text, target.after)?.slice(target.skip ?? 0);
  const decoded = written && decode(written, target.encoding);
  if (!decoded) return undefined;
  const found = target.isBare
    ? addScheme(decoded)
    : findAddress(decoded, PLACES[choosePlace(target)]);
  return found === undefined ? undefined : takeUntil(found, target.until);
}

/** Only where a service puts it: an address further inside may be a parameter of another one. */
function choosePlace(target: FormedTarget): keyof typeof PLACES {
  if (target.in === 'path' && target.encoding === 'base64') return 'anywhere';
  return target.in === 'path' && target.after === undefined ? 'segment' : 'start';
}

function decode(text: string, encoding: FormedTarget['encoding']): string | undefined {
  switch (encoding) {
    case undefined:
      return text;
    case 'base64':
      return decodeBase64(text);
    case 'proofpoint':
      return decodePercent(text.replaceAll('_', '/').replace(/-([0-9a-f]{2})/gi, '%$1'));
    default:
      return encoding satisfies never;
  }
}

/** Byte by byte: an address inside other data is ASCII. Both alphabets of RFC 4648, padded or not. */
function decodeBase64(text: string): string | undefined {
  const [plain = ''] = /^[\w+/-]*/.exec(text) ?? [];
  try {
    const bytes = atob(plain.replaceAll('-', '+').replaceAll('_', '/'));
    return bytes.replace(/[^\x21-\x7e]/g, ' ');
  } catch {
    return undefined;
  }
}

/** As it stands or, where nothing stands so, after one round of percent-decoding. */
function findAddress(text: string, place: RegExp): string | undefined {
  return pick(text, place) ?? pick(decodePercent(text), place);
}

function pick(text: string | undefined, place: RegExp): string | undefined {
  // Servers and browsers make one slash of two where an address is a part of a path.
  return text && place.exec(text)?.[0].replace(/^(https?:)\/+/i, '$1//');
}

/** Without a dot in its host it is a page of the service itself: `/amp/help`. */
function addScheme(text: string): string | undefined {
  const bare = text.replace(/^\/+/, '');
  const written = pick(bare, PLACES.start);
  if (written !== undefined) return written;
  return /^[^/?#\s]*[^/?#\s.]\.[^/?#\s.]/.test(bare) ? `https://${bare}` : undefined;
}

function takeAfter(text: string, mark: string | undefined): string | undefined {
  const start = mark === undefined ? 0 : text.indexOf(mark);
  return start < 0 ? undefined : text.slice(start + (mark?.length ?? 0));
}

function takeUntil(text: string, mark: string | undefined): string {
  const end = mark === undefined ? -1 : text.indexOf(mark);
  return end < 0 ? text : text.slice(0, end);
}

function decodePercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
