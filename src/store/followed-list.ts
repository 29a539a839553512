import type { Database } from '../platform/database.ts';
import { parseStoredList, type StoredList } from './stored-list.ts';
import { parseSubscription, type Subscription } from './subscription.ts';

/** A list that the reader follows, and what of it is in force. */
export interface FollowedList {
  readonly subscription: Subscription;
  /** None before its first release was taken in, or when that was damaged. */
  readonly stored?: StoredList;
}

/** All lists in the reader's order. */
export async function readFollowedLists(database: Database): Promise<readonly FollowedList[]> {
  const transaction = database.transaction(['subscriptions', 'lists']);
  const [subscriptions, keys, lists] = await Promise.all([
    transaction.objectStore('subscriptions').getAll(),
    transaction.objectStore('lists').getAllKeys(),
    transaction.objectStore('lists').getAll(),
  ]);
  const byKey = new Map(keys.map((key, at) => [key, lists[at]]));
  return subscriptions
    .flatMap((value): FollowedList[] => {
      const subscription = parseSubscription(value);
      if (subscription === undefined) return [];
      const stored = parseStoredList(byKey.get(subscription.key));
      return [{ subscription, ...(stored && { stored }) }];
    })
    .sort((a, b) => a.subscription.position - b.subscription.position);
}

/** The list under a key, if the reader follows it. */
export async function readFollowedList(
  database: Database,
  key: string,
): Promise<FollowedList | undefined> {
  return (await readFollowedLists(database)).find(({ subscription }) => subscription.key === key);
}
