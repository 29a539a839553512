import type { ListOrigin } from '../list/name-with-host.ts';
import { readRows } from './entry-rows.ts';
import { type FollowedList, readFollowedLists } from './followed-list.ts';
import { IndexBuild } from './index-build.ts';
import { putInForce, type Swap } from './put-in-force.ts';
import { readEntries } from './read-entries.ts';
import { type OwnContext, readOwnContext } from './read-own-context.ts';
import type { OpenStore } from './store-parts.ts';
import type { StoredList } from './stored-list.ts';
import { parseSubscription, type Subscription } from './subscription.ts';

/** A list whose entries count: followed, switched on, and there. */
export interface LiveList {
  readonly key: string;
  readonly origin: ListOrigin;
  readonly stored: StoredList;
}

/** The lists whose entries count, in the order given. */
export function pickLiveLists(followed: readonly FollowedList[]): readonly LiveList[] {
  return followed.flatMap(({ subscription, stored }) =>
    subscription.isEnabled && stored !== undefined ? [toLiveList(subscription, stored)] : [],
  );
}

/** A list as it goes into the index. */
function toLiveList({ key, isOwn, address }: Subscription, stored: StoredList): LiveList {
  return { key, origin: { isOwn, address }, stored };
}

/** The day on which each list was last signed as current. */
export function toConfirmedDays(lists: readonly LiveList[]): Readonly<Record<string, string>> {
  return Object.fromEntries(lists.map(({ key, stored }) => [key, stored.confirmedOn]));
}

/**
 * Adds lists in force to an index, each held against the digest that its publisher signed; the keys
 * of those that are no longer what was signed come back, and the index is then of no use.
 */
export async function addStoredLists(
  build: IndexBuild,
  lists: readonly LiveList[],
  { guard, guardOfOthers }: OwnContext,
  { database, pause }: Pick<OpenStore, 'database' | 'pause'>,
): Promise<readonly string[]> {
  const damaged: string[] = [];
  for (const { key, origin, stored } of lists) {
    const rows = readRows(database, { key, edition: stored.edition });
    const reading = await readEntries(
      rows,
      stored,
      origin.isOwn ? guard : guardOfOthers,
      pause,
      async (item) => {
        await build.addItem(key, item);
      },
    );
    if (reading.kind !== 'sound') damaged.push(key);
  }
  return damaged;
}

/** What became of an index that was made anew from the database. */
type Rebuilt =
  | { readonly kind: 'rebuilt' }
  /** These lists are no longer in force: their entries are not what was signed. */
  | {
      readonly kind: 'damaged';
      readonly keys: readonly string[];
      readonly isWithoutContext: boolean;
    };

/** Makes the index anew from what the database holds, and puts it in force. */
async function rebuildIndex(
  store: OpenStore,
  commit?: Swap['commit'],
  change: (lists: readonly FollowedList[]) => readonly FollowedList[] = (lists) => lists,
): Promise<Rebuilt> {
  const followed = change(await readFollowedLists(store.database));
  const lists = pickLiveLists(followed);
  const own = readOwnContext(await store.database.get('state', 'context'), store);
  // Without it nothing can be read: the product's own list is damaged, and brings it back.
  if (own === undefined) {
    return { kind: 'damaged', keys: followed.filter(isOwn).map(toKey), isWithoutContext: true };
  }
  const indexed = lists.map(({ stored: { header }, ...list }) => ({ ...list, header }));
  const build = new IndexBuild(indexed, { ...store, rules: own.guard.rules });
  const damaged = await addStoredLists(build, lists, own, store);
  if (damaged.length > 0) return { kind: 'damaged', keys: damaged, isWithoutContext: false };
  const confirmed = toConfirmedDays(lists);
  await putInForce(store, { build, confirmed, ...(commit && { commit }) });
  return { kind: 'rebuilt' };
}

/** The same, without the lists that are damaged: their keys come back, and they are out of force. */
export async function rebuildSoundIndex(
  store: OpenStore,
  commit?: Swap['commit'],
  change?: (lists: readonly FollowedList[]) => readonly FollowedList[],
): Promise<readonly string[]> {
  const forgotten: string[] = [];
  for (;;) {
    const outcome = await rebuildIndex(store, commit, change);
    if (outcome.kind === 'rebuilt') return forgotten;
    forgotten.push(...outcome.keys);
    await forgetLists(outcome.keys, store);
    // The product's own context is gone: nothing can be read until its list is back.
    if (outcome.isWithoutContext) return forgotten;
  }
}

function isOwn({ subscription }: FollowedList): boolean {
  return subscription.isOwn;
}

function toKey({ subscription }: FollowedList): string {
  return subscription.key;
}

/**
 * Takes damaged lists out of force, so that nothing is said by them until they are fetched anew: they
 * are due at once, and the reader is told why.
 */
export async function forgetLists(
  keys: readonly string[],
  { database, now }: Pick<OpenStore, 'database' | 'now'>,
): Promise<void> {
  const transaction = database.transaction(['lists', 'subscriptions'], 'readwrite');
  const lists = transaction.objectStore('lists');
  const subscriptions = transaction.objectStore('subscriptions');
  const forget = async (key: string): Promise<void> => {
    await lists.delete(key);
    const subscription = parseSubscription(await subscriptions.get(key));
    if (subscription) await subscriptions.put(noteDamage(subscription, now()), key);
  };
  await Promise.all([...keys.map(forget), transaction.done]);
}

function noteDamage(subscription: Subscription, now: number): Subscription {
  const due = { ...subscription, nextAttempt: now };
  // The shipped one takes the place of our own: the reader lacks nothing.
  if (subscription.isOwn) return due;
  const failureSince = subscription.failureSince ?? now;
  return { ...due, failure: { reason: 'wrong-digest' }, failureSince };
}
