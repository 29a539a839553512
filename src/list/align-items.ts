/** A place in one array and the place in another where the same item stands. */
export type ItemPair = readonly [from: number, to: number];

/**
 * The items that stay where they are between the others, as many as can, in their order. An item
 * that stands several times is paired with its like in turn.
 *
 * - `a b c` and `x a c`: `a` and `c` stay
 * - `a b c` and `c a b`: `a` and `b` stay, `c` has moved
 */
export function alignItems(from: readonly string[], to: readonly string[]): readonly ItemPair[] {
  const places = new Map<string, number[]>();
  for (const [at, item] of from.entries()) {
    const known = places.get(item);
    if (known) known.push(at);
    else places.set(item, [at]);
  }
  for (const known of places.values()) known.reverse();
  const pairs: ItemPair[] = [];
  for (const [at, item] of to.entries()) {
    const place = places.get(item)?.pop();
    if (place !== undefined) pairs.push([place, at]);
  }
  return keepRising(pairs);
}

/** The longest part in which the first places rise, too: patience sorting. */
function keepRising(pairs: readonly ItemPair[]): readonly ItemPair[] {
  interface Link {
    readonly pair: ItemPair;
    readonly before: Link | undefined;
  }
  /** By length, the part of that length whose last place is lowest. */
  const ends: Link[] = [];
  for (const pair of pairs) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle]?.pair[0] ?? 0) < pair[0]) low = middle + 1;
      else high = middle;
    }
    ends[low] = { pair, before: ends[low - 1] };
  }
  const kept: ItemPair[] = [];
  for (let link = ends.at(-1); link; link = link.before) kept.push(link.pair);
  return kept.reverse();
}
