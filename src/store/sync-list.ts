import { failSync, type SyncFailed } from '../sync/failure.ts';
import type { FetchFile } from '../sync/fetch-file.ts';
import { fetchNewestRelease, type NewestRelease } from '../sync/fetch-metadata.ts';
import type { TrustedMetadata } from '../trust/trusted-metadata.ts';
import { classifyError } from './classify-error.ts';
import { confirmRelease } from './confirm-release.ts';
import { OvertakenError } from './errors.ts';
import { fetchFirstRoot } from './fetch-first-root.ts';
import { FetchedFiles } from './fetched-files.ts';
import { type FollowedList, readFollowedList } from './followed-list.ts';
import { type Installed, installRelease } from './install-release.ts';
import { checkSeen, keepTrusted } from './keep-trusted.ts';
import { addNews } from './list-news.ts';
import type { ListStore } from './list-store.ts';
import { recordFailure, recordSuccess, type SyncAttempt } from './record-sync.ts';
import type { OpenStore } from './store-parts.ts';
import type { TakeProgress } from './take-release.ts';
import { readTrusted } from './trusted-store.ts';

/** How far a sync is. */
export type SyncStep = { readonly stage: 'metadata' } | TakeProgress;

export type SyncOutcome =
  | { readonly kind: 'updated' }
  | { readonly kind: 'unchanged' }
  | SyncFailed;

/**
 * Brings a list up to date from its address. Whatever fails leaves the last good release in force,
 * and stands in the subscription with the time of the next attempt.
 *
 * Nothing waits for the network but this: the lists are held only while what came is taken in, so
 * that a server that drips keeps neither pages from being mended nor other lists from being synced.
 * Where they changed meanwhile, what came is left: the next attempt begins from what is there then.
 */
export async function syncList(
  key: string,
  lists: Pick<ListStore, 'openStore' | 'run'>,
  onStep: (step: SyncStep) => void,
): Promise<SyncOutcome> {
  const store = await lists.openStore();
  const followed = await readFollowedList(store.database, key);
  const { address } = followed?.subscription ?? {};
  if (followed === undefined || address === undefined) return failSync({ reason: 'not-offered' });
  const attempt: SyncAttempt = { begun: followed.subscription, startedAt: store.now(), bytes: 0 };
  const fetchFile = countBytes(store.openAddress(address), attempt);
  const fail = async ({ failure }: SyncFailed): Promise<SyncFailed> => {
    const record = lists.run((open) => recordFailure(failure, attempt, open));
    // Where even that cannot be kept, the caller still has the failure.
    return failSync(await record.catch(() => failure));
  };
  try {
    onStep({ stage: 'metadata' });
    const newest = await fetchNewest(followed, fetchFile, attempt, lists, store);
    if (newest.kind === 'failed') return await fail(newest);
    const files = new FetchedFiles(fetchFile, onStep);
    for (;;) {
      const outcome = await lists.run((open) => takeIn(newest, files, attempt, open, onStep));
      // Something is wanted that is not here: it is fetched while the lists are free for others.
      if (outcome.kind === 'failed' && (await files.fetchWanted())) continue;
      return outcome.kind === 'failed' ? await fail(outcome) : outcome;
    }
  } catch (error) {
    console.error('Demonitor:', error);
    const isOvertaken = error instanceof OvertakenError;
    return fail(failSync(isOvertaken ? { reason: 'stopped' } : classifyError(error)));
  }
}

async function fetchNewest(
  { subscription, stored }: FollowedList,
  fetchFile: FetchFile,
  { startedAt }: SyncAttempt,
  lists: Pick<ListStore, 'run'>,
  { database, verify }: OpenStore,
): Promise<NewestRelease | SyncFailed> {
  const { key, rootDigest } = subscription;
  const kept = await readTrusted(subscription, database);
  let seen = kept;
  const persist = async (next: TrustedMetadata): Promise<void> => {
    await lists.run((open) => keepTrusted({ key, rootDigest, trusted: seen }, next, open));
    seen = next;
  };
  // Lost or damaged: trust begins anew at the root that the reader's digest names.
  const trusted = kept ?? (await fetchFirstRoot(rootDigest, fetchFile));
  if ('kind' in trusted) return trusted;
  const parts = { fetchFile, verify, now: startedAt };
  if (kept !== undefined) return fetchNewestRelease(trusted, { ...parts, persist });
  // Then the version of the list alone says what is older: nothing is kept before it was asked.
  const newest = await fetchNewestRelease(trusted, { ...parts, persist: async () => undefined });
  if (newest.kind === 'failed') return newest;
  const [have, got] = [stored?.header.version ?? 0, newest.release.version];
  if (got < have) return failSync({ reason: 'rollback', have, got });
  await persist(newest.trusted);
  return newest;
}

/** With the lists as they are now: the reader may have changed them while files were fetched. */
async function takeIn(
  { trusted, release, confirmedOn }: NewestRelease,
  files: FetchedFiles,
  attempt: SyncAttempt,
  store: OpenStore,
  onStep: (step: SyncStep) => void,
): Promise<SyncOutcome> {
  const { key, rootDigest } = attempt.begun;
  const followed = await readFollowedList(store.database, key);
  if (followed === undefined) throw new OvertakenError();
  const { subscription, stored } = followed;
  const row = await store.database.get('trust', key);
  checkSeen({ key, rootDigest, trusted }, subscription, row);
  const installed: Installed = await installRelease(
    {
      ...{ subscription, trusted, release, confirmedOn },
      fetchFile: files.fetchFile,
      onProgress: onStep,
      update: ({ list }) => {
        const synced = recordSuccess(subscription, attempt, store);
        if (stored === undefined) return synced;
        return { ...synced, news: addNews(synced.news, stored.header.version, list.changes) };
      },
    },
    store,
  );
  switch (installed.kind) {
    case 'failed':
      return installed;
    case 'installed':
      return { kind: 'updated' };
    case 'unchanged':
      return confirmRelease(followed, confirmedOn, attempt, store);
    default:
      return installed satisfies never;
  }
}

function countBytes(fetchFile: FetchFile, attempt: SyncAttempt): FetchFile {
  return async (path, limits) => {
    const reply = await fetchFile(path, limits);
    if (reply.kind === 'bytes') attempt.bytes += reply.bytes.length;
    return reply;
  };
}
