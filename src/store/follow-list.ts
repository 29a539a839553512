import type { ChangeReply } from '../messages/list-status.ts';
import { failSync } from '../sync/failure.ts';
import { planNextSync } from '../sync/schedule.ts';
import type { Candidate } from './fetch-candidate.ts';
import { type FollowedList, readFollowedLists } from './followed-list.ts';
import { installRelease } from './install-release.ts';
import { NO_NEWS } from './list-news.ts';
import { rebuildSoundIndex } from './rebuild-index.ts';
import type { OpenStore } from './store-parts.ts';
import { type Subscription, startSubscription } from './subscription.ts';

const DONE: ChangeReply = { kind: 'done' };

/** Follows a list that was fetched and looked at: puts its entries in force beside the others'. */
export async function followList(candidate: Candidate, store: OpenStore): Promise<ChangeReply> {
  const { location, header, trusted, release, fetchFile, confirmedOn } = candidate;
  const { address, rootDigest } = location;
  const lists = await readFollowedLists(store.database);
  if (lists.some(({ subscription }) => subscription.rootDigest === rootDigest)) return DONE;
  // With all of the digest: part of it could be made to fit another list's, which would be replaced.
  const key = `${header.list.id}~${rootDigest}`;
  if (lists.some(({ subscription }) => subscription.key === key)) {
    return failSync({ reason: 'internal', detail: `${key} names another root` });
  }
  const position = 1 + Math.max(-1, ...lists.map(({ subscription }) => subscription.position));
  const isDevelopment = false;
  const now = store.now();
  const subscription: Subscription = {
    ...startSubscription({ key, rootDigest, isOwn: false, isDevelopment, position }, address),
    lastAttempt: now,
    lastSuccess: now,
    nextAttempt: planNextSync(now, 0, undefined, store.random()),
  };
  const installed = await installRelease(
    {
      ...{ subscription, trusted, release, fetchFile, confirmedOn },
      update: () => subscription,
      onProgress: () => undefined,
    },
    store,
  );
  return installed.kind === 'failed' ? installed : DONE;
}

/** Stops following a list and removes all that was kept of it; the product's own list stays. */
export async function unfollowList(key: string, store: OpenStore): Promise<ChangeReply> {
  return changeLists(store, (lists) => lists.filter((each) => each.key !== key || each.isOwn));
}

/** Switches a list on or off. */
export async function enableList(
  key: string,
  isEnabled: boolean,
  store: OpenStore,
): Promise<ChangeReply> {
  return changeLists(store, (lists) =>
    lists.map((each) => (each.key === key ? { ...each, isEnabled } : each)),
  );
}

/** Puts a list at a place among all, counted from 0: findings are shown in this order. */
export async function moveList(
  key: string,
  position: number,
  store: OpenStore,
): Promise<ChangeReply> {
  return changeLists(store, (lists) => {
    const moved = lists.find((each) => each.key === key);
    if (moved === undefined) return lists;
    const others = lists.filter((each) => each.key !== key);
    return [...others.slice(0, position), moved, ...others.slice(position)];
  });
}

/** The reader has seen the news of all lists. */
export async function markNewsSeen(store: OpenStore): Promise<ChangeReply> {
  const { database } = store;
  const lists = await readFollowedLists(database);
  const transaction = database.transaction('subscriptions', 'readwrite');
  await Promise.all([
    ...lists.map(({ subscription, stored }) => {
      const since = stored?.header.version;
      const news = { ...NO_NEWS, ...(since && { since }) };
      return transaction.store.put({ ...subscription, news }, subscription.key);
    }),
    transaction.done,
  ]);
  return DONE;
}

/** Puts other subscriptions in force, with the index that follows from them, in one swap. */
async function changeLists(
  store: OpenStore,
  change: (lists: readonly Subscription[]) => readonly Subscription[],
): Promise<ChangeReply> {
  let before: readonly FollowedList[] = [];
  let after: readonly Subscription[] = [];
  // Once more where a damaged list was found: that was noted in its subscription.
  const rearrange = (lists: readonly FollowedList[]): readonly FollowedList[] => {
    before = lists;
    after = change(lists.map(({ subscription }) => subscription)).map((each, position) => ({
      ...each,
      position,
    }));
    return after.flatMap((subscription) => {
      const found = lists.find((each) => each.subscription.key === subscription.key);
      return found === undefined ? [] : [{ ...found, subscription }];
    });
  };
  let isCommitted = false;
  await rebuildSoundIndex(
    store,
    (transaction) => {
      isCommitted = true;
      const gone = before
        .map(({ subscription }) => subscription.key)
        .filter((key) => !after.some((each) => each.key === key));
      return [
        ...after.map((each) => transaction.objectStore('subscriptions').put(each, each.key)),
        ...gone.flatMap((key) => [
          transaction.objectStore('subscriptions').delete(key),
          transaction.objectStore('lists').delete(key),
          transaction.objectStore('trust').delete(key),
          transaction.objectStore('entries').delete(IDBKeyRange.bound([key], [key, []])),
        ]),
      ];
    },
    rearrange,
  );
  // Without the context of the product's own list nothing can be read, and nothing was changed.
  return isCommitted ? DONE : failSync({ reason: 'database' });
}
