import type { AddressRules } from '../match/address-rules.ts';
import { withoutMobilePrefix } from '../match/canonical-path.ts';

/**
 * Hosts of one kind that nobody may list whole, by the hosts that would list one of them: looked up,
 * since a list has a million hosts and each of them is asked for.
 */
export class CoveredHosts<Item extends { readonly host: string }> {
  readonly #items: readonly Item[];
  /** Places of the items by their host. */
  readonly #exact = new Map<string, number>();
  /** Places of the first item below each host. */
  readonly #below = new Map<string, number>();

  constructor(items: readonly Item[]) {
    this.#items = items;
    for (const [place, { host }] of items.entries()) {
      note(this.#exact, host, place);
      for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
        note(this.#below, host.slice(dot + 1), place);
      }
    }
  }

  /**
   * The first item that listing `host` would list: it is that host, its double, or one above it.
   *
   * - with `x.com`: `x.com`, `www.x.com`, `com`, and `twitter.com` where that is an alias of it
   * - not `notx.com`, `a.x.com`
   */
  find(host: string, rules: AddressRules): Item | undefined {
    const site = withoutMobilePrefix(host);
    let first = Math.min(this.#placeOf(site), this.#below.get(host) ?? Number.POSITIVE_INFINITY);
    for (const { from, to } of rules.aliases) {
      if (from === site) first = Math.min(first, this.#placeOf(to));
    }
    return this.#items[first];
  }

  #placeOf(host: string): number {
    return this.#exact.get(host) ?? Number.POSITIVE_INFINITY;
  }
}

function note(places: Map<string, number>, host: string, place: number): void {
  if (!places.has(host)) places.set(host, place);
}
