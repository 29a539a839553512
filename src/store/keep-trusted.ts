import type { TrustedMetadata } from '../trust/trusted-metadata.ts';
import type { OpenStore } from './store-parts.ts';

/** Keeps signed metadata of a list, unless the reader stopped following it in the meantime. */
export async function keepTrusted(
  key: string,
  trusted: TrustedMetadata,
  { database }: OpenStore,
): Promise<void> {
  const transaction = database.transaction(['subscriptions', 'trust'], 'readwrite');
  const known = await transaction.objectStore('subscriptions').getKey(key);
  if (known !== undefined) await transaction.objectStore('trust').put(trusted, key);
  await transaction.done;
}
