import type { Pause } from '../match/pause.ts';
import { chooseDownload } from '../sync/choose-download.ts';
import type { SyncFailed, SyncFailure } from '../sync/failure.ts';
import type { FetchFile } from '../sync/fetch-file.ts';
import { fetchReleaseFile } from '../sync/fetch-release-file.ts';
import type { DeltaFile, Release } from '../sync/read-release.ts';
import type { FollowedList } from './followed-list.ts';
import { IndexBuild } from './index-build.ts';
import { type OwnContext, readOwnContext } from './read-own-context.ts';
import type { LiveList } from './rebuild-index.ts';
import type { OpenStore } from './store-parts.ts';
import type { StoredList } from './stored-list.ts';
import { type TakenContext, takeContext } from './take-context.ts';
import { takeDelta } from './take-delta.ts';
import { takeStored } from './take-stored.ts';
import { takeWhole } from './take-whole.ts';
import type { TakenList, TakeParts } from './taken-list.ts';

/** How far taking a release in is; `done` of `total` bytes or entries. */
export interface TakeProgress {
  readonly stage: 'download' | 'check' | 'index';
  readonly done: number;
  readonly total: number;
}

/** What is fetched of a release and where it goes. */
export interface TakeJob {
  readonly followed: FollowedList;
  /** The other lists that will be in force, in the reader's order before and after this one. */
  readonly before: readonly LiveList[];
  readonly after: readonly LiveList[];
  readonly release: Release;
  readonly fetchFile: FetchFile;
  readonly onProgress: (progress: TakeProgress) => void;
}

/** A release that may be put in force. */
export interface TakenRelease {
  readonly kind: 'release';
  readonly list: TakenList;
  /** Where it came with a new one. */
  readonly context?: TakenContext;
}

export type TakeOutcome = TakenRelease | { readonly kind: 'unchanged' } | SyncFailed;

/** Fetches what of a release is not here yet and holds all of it against what was signed. */
export async function takeRelease(job: TakeJob, store: OpenStore): Promise<TakeOutcome> {
  const { followed, release } = job;
  const { stored, subscription } = followed;
  const context = await fetchNewContext(job, store.pause);
  if (context?.kind === 'failed') return context;
  if (context === undefined && stored?.digest === release.digest) return { kind: 'unchanged' };

  const own = await chooseContext(subscription.isOwn ? context : undefined, store);
  if (own === undefined) return { kind: 'failed', failure: { reason: 'database' } };
  const parts: TakeParts = {
    ...{ database: store.database, pause: store.pause, key: subscription.key, release },
    guard: subscription.isOwn ? own.guard : own.guardOfOthers,
    today: store.readToday(),
    openBuild: (header) => {
      const indexed = [
        ...job.before.map(toIndexed),
        ...(subscription.isEnabled
          ? [{ key: subscription.key, origin: subscription, header }]
          : []),
        ...job.after.map(toIndexed),
      ];
      return new IndexBuild(indexed, { ...store, rules: own.guard.rules });
    },
    onEntry: (done) => job.onProgress({ stage: 'check', done, total: release.entries }),
  };
  const list = await takeList(job, parts);
  if (list.kind === 'failed') return list;
  return { kind: 'release', list, ...(context && { context }) };
}

function toIndexed({ key, origin, stored: { header } }: LiveList) {
  return { key, origin, header };
}

/** The context that the release brings, unless the one in force is the same. */
async function fetchNewContext(
  { followed: { stored }, release, fetchFile }: TakeJob,
  pause: Pause,
): Promise<TakenContext | SyncFailed | undefined> {
  if (stored?.contextDigest === release.context.digest) return undefined;
  const fetched = await fetchReleaseFile(release.context, { fetchFile, pause });
  return fetched.kind === 'failed' ? fetched : takeContext(fetched.bytes, release);
}

/** How hosts write and what nobody may list comes from the product's own list alone. */
async function chooseContext(
  taken: TakenContext | undefined,
  store: OpenStore,
): Promise<OwnContext | undefined> {
  const value = taken?.value ?? (await store.database.get('state', 'context'));
  return readOwnContext(value, store);
}

/** By the shortest way that works: a delta that does not arrive is followed by the whole list. */
async function takeList(job: TakeJob, parts: TakeParts): Promise<TakenList | SyncFailed> {
  const { release } = job;
  const { stored } = job.followed;
  const inForce = stored && { version: stored.header.version, digest: stored.digest };
  const download = chooseDownload(inForce, release);
  if (download.kind === 'none' && stored !== undefined) {
    const taken = await takeStored(stored, parts);
    if (taken.kind === 'taken') return taken;
  }
  if (download.kind === 'delta' && stored !== undefined) {
    const taken = await fetchDelta(download.delta, stored, job, parts);
    if (taken.kind === 'taken' || isAskedToWait(taken.failure)) return taken;
  }
  const onProgress = (done: number) =>
    job.onProgress({ stage: 'download', done, total: release.sources.length });
  const fetched = await fetchReleaseFile(release.sources, { ...parts, ...job }, onProgress);
  if (fetched.kind === 'failed') return fetched;
  return takeWhole(fetched.bytes, stored, parts);
}

/** A server that has too much to do is not asked for the larger file at once. */
function isAskedToWait({ status, retryAfter }: SyncFailure): boolean {
  return status === 429 || retryAfter !== undefined;
}

async function fetchDelta(
  delta: DeltaFile,
  stored: StoredList,
  { fetchFile, onProgress }: TakeJob,
  parts: TakeParts,
): Promise<TakenList | SyncFailed> {
  const fetched = await fetchReleaseFile(delta, { ...parts, fetchFile }, (done) =>
    onProgress({ stage: 'download', done, total: delta.length }),
  );
  return fetched.kind === 'failed' ? fetched : takeDelta(fetched.bytes, delta, stored, parts);
}
