import type { SyncFailure } from '../sync/failure.ts';
import { planNextSync } from '../sync/schedule.ts';
import { readFollowedList } from './followed-list.ts';
import type { OpenStore } from './store-parts.ts';
import type { Subscription } from './subscription.ts';

/** One sync of one list. */
export interface SyncAttempt {
  /** The subscription as it was when the sync began. */
  readonly begun: Subscription;
  readonly startedAt: number;
  /** What came over the network so far. */
  bytes: number;
}

/** The subscription once a sync went well. */
export function recordSuccess(
  { failure: _, failureSince: __, ...subscription }: Subscription,
  { startedAt, bytes }: SyncAttempt,
  { now, random }: Pick<OpenStore, 'now' | 'random'>,
): Subscription {
  return {
    ...subscription,
    lastAttempt: startedAt,
    lastSuccess: now(),
    nextAttempt: planNextSync(now(), 0, undefined, random()),
    failures: 0,
    lastDownloadBytes: bytes,
  };
}

/**
 * Keeps what went wrong in the list's subscription, with the time of the next attempt, as far as the
 * database still takes it; what is told of the failure comes back.
 */
export async function recordFailure(
  failure: SyncFailure,
  { begun, startedAt, bytes }: SyncAttempt,
  store: OpenStore,
): Promise<SyncFailure> {
  const subscription = await readSubscription(begun, store);
  // No longer followed: nobody is told of it.
  if (subscription === undefined) return failure;
  const failures = subscription.failures + 1;
  // Of another root by now: what was wrong under the one before says nothing of this one.
  const isSameRoot = subscription.rootDigest === begun.rootDigest;
  const { retryAfter: _, ...told }: SyncFailure = isSameRoot ? failure : { reason: 'stopped' };
  await write(
    {
      ...subscription,
      lastAttempt: startedAt,
      nextAttempt: planNextSync(store.now(), failures, failure, store.random()),
      failures,
      failure: told,
      failureSince: subscription.failureSince ?? startedAt,
      lastDownloadBytes: bytes,
    },
    store,
  );
  return told;
}

/** As it is now: a release whose swap failed at its very end has brought its news already. */
async function readSubscription(
  begun: Subscription,
  { database }: OpenStore,
): Promise<Subscription | undefined> {
  try {
    return (await readFollowedList(database, begun.key))?.subscription;
  } catch {
    // The database itself may be what failed.
    return begun;
  }
}

async function write(
  subscription: Subscription,
  { database, openDatabase }: OpenStore,
): Promise<void> {
  try {
    await database.put('subscriptions', subscription, subscription.key);
    return;
  } catch (error) {
    console.error('Demonitor:', error);
  }
  try {
    // The connection may be what was lost.
    const fresh = await openDatabase(() => undefined);
    await fresh.put('subscriptions', subscription, subscription.key);
    fresh.close();
  } catch (error) {
    // The caller has the failure.
    console.error('Demonitor:', error);
  }
}
