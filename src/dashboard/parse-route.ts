import {
  type FollowOffer,
  parseFollowLink,
  parseOfferParameters,
} from '../messages/parse-follow-link.ts';

/** What the dashboard shows, as its address names it after `#`. */
export type Route =
  | { readonly kind: 'lists' }
  | { readonly kind: 'follow' }
  /** The confirmation: nothing is fetched by coming here. */
  | { readonly kind: 'offer'; readonly offer: FollowOffer }
  | { readonly kind: 'unreadable-offer' };

/**
 * The route of a hash; anything unknown leads to the lists.
 *
 * - `#lists`, `#` and an empty one → the lists
 * - `#follow` → the forms
 * - `#follow?address=…&root=…` and `#follow?link=…` → the confirmation
 */
export function parseRoute(hash: string): Route {
  const [name, ...rest] = hash.replace(/^#/, '').split('?');
  if (name !== 'follow') return { kind: 'lists' };
  if (rest.length === 0) return { kind: 'follow' };
  const offer = parseOffer(rest.join('?'));
  return offer === undefined ? { kind: 'unreadable-offer' } : { kind: 'offer', offer };
}

function parseOffer(query: string): FollowOffer | undefined {
  const links = new URLSearchParams(query).getAll('link');
  if (links.length === 0) return parseOfferParameters(query);
  const [link = '', ...more] = links;
  return more.length === 0 ? parseFollowLink(link) : undefined;
}
