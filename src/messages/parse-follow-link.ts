import { parseListAddress } from '../sync/parse-list-address.ts';
import { parseDigest } from './parse-digest.ts';

/** A list that somebody offers to follow; both parts in one spelling. */
export interface FollowOffer {
  readonly address: string;
  readonly rootDigest: string;
}

const MAX_LINK_CHARS = 8_192;
const CUSTOM_SCHEME = 'ext+demonitor:follow?';
const FRAGMENT = '#demonitor-root=';

/**
 * The list that a link offers to follow, or undefined. It only reads: nothing is asked of any network.
 *
 * - `https://list.example/#demonitor-root=<64 hex>` → that address and digest
 * - `ext+demonitor:follow?address=https%3A%2F%2Flist.example%2F&root=<64 hex>` → the same
 * - `https://list.example/?a=1#demonitor-root=<64 hex>` → undefined: a list has no query
 */
export function parseFollowLink(link: string): FollowOffer | undefined {
  const text = link.trim();
  if (text.length > MAX_LINK_CHARS) return undefined;
  if (text.toLowerCase().startsWith(CUSTOM_SCHEME)) {
    return parseOfferParameters(text.slice(CUSTOM_SCHEME.length));
  }
  const place = text.indexOf(FRAGMENT);
  if (place < 0) return undefined;
  return parseOffer(text.slice(0, place), text.slice(place + FRAGMENT.length));
}

/** `address=…&root=…`, each exactly once and nothing else; undefined for anything else. */
export function parseOfferParameters(query: string): FollowOffer | undefined {
  const parameters = new URLSearchParams(query);
  // Of two addresses the reader would be shown one and might follow the other.
  if ([...parameters.keys()].sort().join() !== 'address,root') return undefined;
  return parseOffer(parameters.get('address') ?? '', parameters.get('root') ?? '');
}

/** The link with which others can follow the same list. */
export function formatFollowLink({ address, rootDigest }: FollowOffer): string {
  return `${address}${FRAGMENT}${rootDigest}`;
}

/** The parameters that `parseOfferParameters` reads. */
export function formatOfferParameters({ address, rootDigest }: FollowOffer): string {
  return new URLSearchParams({ address, root: rootDigest }).toString();
}

function parseOffer(addressText: string, digestText: string): FollowOffer | undefined {
  const address = parseListAddress(addressText);
  const rootDigest = parseDigest(digestText);
  if (address === undefined || rootDigest === undefined) return undefined;
  return { address, rootDigest };
}
