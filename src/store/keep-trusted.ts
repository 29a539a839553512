import type { TrustedMetadata } from '../trust/trusted-metadata.ts';
import type { OpenStore } from './store-parts.ts';
import type { Subscription } from './subscription.ts';
import type { TrustRow } from './trusted-store.ts';

/** Keeps signed metadata of a list, unless the reader stopped following it in the meantime. */
export async function keepTrusted(
  { key, rootDigest }: Pick<Subscription, 'key' | 'rootDigest'>,
  trusted: TrustedMetadata,
  { database }: OpenStore,
): Promise<void> {
  const transaction = database.transaction(['subscriptions', 'trust'], 'readwrite');
  const known = await transaction.objectStore('subscriptions').getKey(key);
  const row: TrustRow = { ...trusted, rootDigest };
  if (known !== undefined) await transaction.objectStore('trust').put(row, key);
  await transaction.done;
}
