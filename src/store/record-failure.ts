import type { SyncFailure } from '../sync/failure.ts';
import { planNextSync } from '../sync/schedule.ts';
import { readFollowedList } from './followed-list.ts';
import type { OpenStore } from './store-parts.ts';
import type { Subscription } from './subscription.ts';

/** A sync that failed. */
export interface FailedAttempt {
  /** As it was when the sync began. */
  readonly subscription: Subscription;
  readonly startedAt: number;
  readonly bytes: number;
}

/**
 * Keeps what went wrong in the list's subscription, with the time of the next attempt, as far as the
 * database still takes it; what is told of the failure comes back.
 */
export async function recordFailure(
  failure: SyncFailure,
  { subscription: begun, startedAt, bytes }: FailedAttempt,
  store: OpenStore,
): Promise<SyncFailure> {
  const subscription = await readSubscription(begun, store);
  const failures = subscription.failures + 1;
  const { retryAfter: _, ...told } = failure;
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
): Promise<Subscription> {
  try {
    return (await readFollowedList(database, begun.key))?.subscription ?? begun;
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
