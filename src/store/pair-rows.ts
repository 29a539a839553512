import { compareText } from '../list/canonical-json.ts';

/** Something that stands under a slug; rows are in the order of their slugs. */
export interface Slugged<Value> {
  readonly slug: string;
  readonly value: Value;
}

/** What stands under one slug on either side; at least one of them is there. */
export interface Pair<Before, After> {
  readonly slug: string;
  readonly before?: Before;
  readonly after?: After;
}

/** Goes through two rows in the order of their slugs, side by side, holding one item of each. */
export async function* pairRows<Before, After>(
  left: AsyncIterable<Slugged<Before>>,
  right: AsyncIterable<Slugged<After>> | Iterable<Slugged<After>>,
): AsyncGenerator<Pair<Before, After>> {
  const befores = left[Symbol.asyncIterator]();
  let before = await befores.next();
  for await (const { slug, value: after } of right) {
    while (before.done !== true && compareText(before.value.slug, slug) < 0) {
      yield { slug: before.value.slug, before: before.value.value };
      before = await befores.next();
    }
    if (before.done === true || before.value.slug !== slug) yield { slug, after };
    else {
      yield { slug, before: before.value.value, after };
      before = await befores.next();
    }
  }
  for (; before.done !== true; before = await befores.next()) {
    yield { slug: before.value.slug, before: before.value.value };
  }
}
