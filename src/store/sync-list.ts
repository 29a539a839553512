import { parseIndexHead } from '../match/index-head.ts';
import { failSync, type SyncFailed, type SyncFailure } from '../sync/failure.ts';
import type { FetchFile } from '../sync/fetch-file.ts';
import { fetchNewestRelease } from '../sync/fetch-metadata.ts';
import { planNextSync } from '../sync/schedule.ts';
import { fetchFirstRoot } from './fetch-first-root.ts';
import { type FollowedList, readFollowedList } from './followed-list.ts';
import { parseGenerationState } from './generation-state.ts';
import { readHead } from './head-store.ts';
import { type Installed, installRelease } from './install-release.ts';
import { addNews } from './list-news.ts';
import { rebuildSoundIndex } from './rebuild-index.ts';
import { recordFailure } from './record-failure.ts';
import type { OpenStore } from './store-parts.ts';
import type { StoredList } from './stored-list.ts';
import type { Subscription } from './subscription.ts';
import type { TakeProgress } from './take-release.ts';
import { parseTrustedMetadata } from './trusted-store.ts';

/** How far a sync is. */
export type SyncStep = { readonly stage: 'metadata' } | TakeProgress;

export type SyncOutcome =
  | { readonly kind: 'updated' }
  | { readonly kind: 'unchanged' }
  | SyncFailed;

/**
 * Brings a list up to date from its address. Whatever fails leaves the last good release in force,
 * and stands in the subscription with the time of the next attempt.
 */
export async function syncList(
  key: string,
  store: OpenStore,
  onStep: (step: SyncStep) => void,
): Promise<SyncOutcome> {
  const followed = await readFollowedList(store.database, key);
  if (followed === undefined) return failSync({ reason: 'not-offered' });
  const attempt = new Attempt(followed, store, onStep);
  try {
    return await attempt.run();
  } catch (error) {
    console.error('Demonitor:', error);
    return attempt.fail(classifyError(error));
  }
}

/** Storage and database say by their errors' names what is the matter. */
export function classifyError(error: unknown): SyncFailure {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const isFull = /quota|no_?(device_?)?space/i.test(detail);
  return { reason: isFull ? 'storage' : 'database', detail: detail.slice(0, 300) };
}

/** One sync of one list, from the first request to what is remembered of it. */
class Attempt {
  readonly #followed: FollowedList;
  readonly #store: OpenStore;
  readonly #onStep: (step: SyncStep) => void;
  readonly #startedAt: number;
  #bytes = 0;

  constructor(followed: FollowedList, store: OpenStore, onStep: (step: SyncStep) => void) {
    this.#followed = followed;
    this.#store = store;
    this.#onStep = onStep;
    this.#startedAt = store.now();
  }

  async run(): Promise<SyncOutcome> {
    const { subscription, stored } = this.#followed;
    const { key, address } = subscription;
    const store = this.#store;
    if (address === undefined) return failSync({ reason: 'not-offered' });
    this.#onStep({ stage: 'metadata' });
    const fetchFile = this.#countBytes(store.openAddress(address));
    const kept = parseTrustedMetadata(await store.database.get('trust', key));
    // Lost or damaged: trust begins anew at the root that the reader's digest names.
    const trusted = kept ?? (await fetchFirstRoot(subscription.rootDigest, fetchFile));
    if ('kind' in trusted) return this.fail(trusted.failure);
    const newest = await fetchNewestRelease(trusted, {
      fetchFile,
      verify: store.verify,
      now: this.#startedAt,
      persist: async (next) => {
        await store.database.put('trust', next, key);
      },
    });
    if (newest.kind === 'failed') return this.fail(newest.failure);
    // A publisher without our field signed it as current no later than now.
    const confirmedOn = newest.timestamp.issued?.slice(0, 10) ?? store.readToday();
    const installed = await installRelease(
      {
        subscription,
        fetchFile,
        confirmedOn,
        trusted: newest.trusted,
        release: newest.release,
        onProgress: this.#onStep,
        update: ({ list }) => ({
          ...this.#succeed(),
          news: stored
            ? addNews(subscription.news, stored.header.version, list.changes)
            : subscription.news,
        }),
      },
      store,
    );
    return this.#end(installed, confirmedOn);
  }

  /** Remembers what went wrong and when to try again. */
  async fail(failure: SyncFailure): Promise<SyncFailed> {
    const facts = {
      subscription: this.#followed.subscription,
      startedAt: this.#startedAt,
      bytes: this.#bytes,
    };
    return failSync(await recordFailure(failure, facts, this.#store));
  }

  async #end(installed: Installed, confirmedOn: string): Promise<SyncOutcome> {
    switch (installed.kind) {
      case 'failed':
        return this.fail(installed.failure);
      case 'installed':
        return { kind: 'updated' };
      case 'unchanged': {
        const isMended = await this.#mendPages();
        await this.#confirm(confirmedOn);
        return { kind: isMended ? 'updated' : 'unchanged' };
      }
      default:
        return installed satisfies never;
    }
  }

  /** A swap that failed at its last write left pages with the generation before. */
  async #mendPages(): Promise<boolean> {
    const { database, local } = this.#store;
    const counts = parseGenerationState(await database.get('state', 'generation'));
    const seen = parseIndexHead((await readHead(local)).index);
    if (seen?.generation === counts?.generation) return false;
    await rebuildSoundIndex(this.#store);
    return true;
  }

  /** The release in force is the newest one, and its publisher says so anew. */
  async #confirm(confirmedOn: string): Promise<void> {
    const { database, head, local } = this.#store;
    const { subscription, stored } = this.#followed;
    const { key } = subscription;
    const transaction = database.transaction(['lists', 'subscriptions'], 'readwrite');
    const list: StoredList | undefined = stored && { ...stored, confirmedOn };
    await Promise.all([
      ...(list ? [transaction.objectStore('lists').put(list, key)] : []),
      transaction.objectStore('subscriptions').put(this.#succeed(), key),
      transaction.done,
    ]);
    // Asked of the head itself: the last time it may not have been written.
    if ((await readHead(local)).confirmed?.[key] === confirmedOn) return;
    await head.change((old) => ({
      ...old,
      confirmed: { ...old.confirmed, [key]: confirmedOn },
    }));
  }

  #succeed(): Subscription {
    const { failure: _, failureSince: __, ...subscription } = this.#followed.subscription;
    const { now, random } = this.#store;
    return {
      ...subscription,
      lastAttempt: this.#startedAt,
      lastSuccess: now(),
      nextAttempt: planNextSync(now(), 0, undefined, random()),
      failures: 0,
      lastDownloadBytes: this.#bytes,
    };
  }

  #countBytes(fetchFile: FetchFile): FetchFile {
    return async (path, limits) => {
      const reply = await fetchFile(path, limits);
      if (reply.kind === 'bytes') this.#bytes += reply.bytes.length;
      return reply;
    };
  }
}
