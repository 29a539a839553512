import type { TrustedMetadata } from '../trust/trusted-metadata.ts';
import { OvertakenError } from './errors.ts';
import type { OpenStore } from './store-parts.ts';
import { parseSubscription, type Subscription } from './subscription.ts';
import { parseTrustRow, type TrustRow } from './trusted-store.ts';

/** What a sync last saw of a list: whom its reader trusts, and what is kept of their metadata. */
export interface SeenTrust extends Pick<Subscription, 'key' | 'rootDigest'> {
  readonly trusted: TrustedMetadata | undefined;
}

/**
 * Keeps signed metadata of a list in place of what this sync saw there.
 *
 * @throws OvertakenError where something else is there by now
 */
export async function keepTrusted(
  seen: SeenTrust,
  next: TrustedMetadata,
  { database }: OpenStore,
): Promise<void> {
  const { key, rootDigest } = seen;
  const transaction = database.transaction(['subscriptions', 'trust'], 'readwrite');
  const [subscription, kept] = await Promise.all([
    transaction.objectStore('subscriptions').get(key),
    transaction.objectStore('trust').get(key),
  ]);
  checkSeen(seen, parseSubscription(subscription), kept);
  const row: TrustRow = { ...next, rootDigest };
  await Promise.all([transaction.objectStore('trust').put(row, key), transaction.done]);
}

/**
 * Whether a list is still as a sync saw it. What is fetched is fetched while others may change the
 * lists: the worker after an update of the extension has perhaps put a newer release in force, or one
 * of another root. What was verified on top of something older must not go over that.
 *
 * @throws OvertakenError where it is not
 */
export function checkSeen(
  { rootDigest, trusted }: SeenTrust,
  subscription: Subscription | undefined,
  row: unknown,
): void {
  if (subscription?.rootDigest !== rootDigest) throw new OvertakenError();
  const kept = parseTrustRow(row, rootDigest);
  const roles = ['root', 'timestamp', 'snapshot', 'targets'] as const;
  if (roles.some((role) => kept?.[role] !== trusted?.[role])) throw new OvertakenError();
}
