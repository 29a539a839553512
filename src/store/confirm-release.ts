import { parseIndexHead } from '../match/index-head.ts';
import type { FollowedList } from './followed-list.ts';
import { parseGenerationState } from './generation-state.ts';
import { readHead } from './head-store.ts';
import { rebuildSoundIndex } from './rebuild-index.ts';
import { recordSuccess, type SyncAttempt } from './record-sync.ts';
import type { OpenStore } from './store-parts.ts';

/**
 * Notes that the release in force is the newest one, and that its publisher said so anew. `updated`
 * where pages had to be brought along: they were left with a generation before.
 */
export async function confirmRelease(
  followed: FollowedList,
  confirmedOn: string,
  attempt: SyncAttempt,
  store: OpenStore,
): Promise<{ readonly kind: 'updated' | 'unchanged' }> {
  const { database, head, local } = store;
  const { subscription, stored } = followed;
  const { key } = subscription;
  const mended = await mendPages(store);
  // It was found to be damaged: what was read of it before must not be written again.
  if (mended?.forgotten.includes(key)) return { kind: 'updated' };
  const transaction = database.transaction(['lists', 'subscriptions'], 'readwrite');
  const synced = recordSuccess(subscription, attempt, store);
  await Promise.all([
    ...(stored ? [transaction.objectStore('lists').put({ ...stored, confirmedOn }, key)] : []),
    transaction.objectStore('subscriptions').put(synced, key),
    transaction.done,
  ]);
  // Asked of the head itself: the last time it may not have been written.
  if ((await readHead(local)).confirmed?.[key] !== confirmedOn) {
    await head.change((old) => ({ ...old, confirmed: { ...old.confirmed, [key]: confirmedOn } }));
  }
  return { kind: mended ? 'updated' : 'unchanged' };
}

interface Mended {
  /** Keys of the lists that were damaged, and are in force no more. */
  readonly forgotten: readonly string[];
}

/** A swap that failed at its last write left pages with the generation before. */
async function mendPages(store: OpenStore): Promise<Mended | undefined> {
  const counts = parseGenerationState(await store.database.get('state', 'generation'));
  const seen = parseIndexHead((await readHead(store.local)).index);
  if (seen?.generation === counts?.generation) return undefined;
  return { forgotten: await rebuildSoundIndex(store) };
}
