import type { WholeTransaction } from '../platform/database.ts';
import { failSync, type SyncFailed } from '../sync/failure.ts';
import type { TrustedMetadata } from '../trust/trusted-metadata.ts';
import { type FollowedList, readFollowedLists } from './followed-list.ts';
import { putInForce } from './put-in-force.ts';
import { readOwnContext } from './read-own-context.ts';
import { addStoredLists, forgetLists, pickLiveLists, toConfirmedDays } from './rebuild-index.ts';
import type { OpenStore } from './store-parts.ts';
import type { StoredList } from './stored-list.ts';
import type { Subscription } from './subscription.ts';
import { type TakeJob, type TakenRelease, takeRelease } from './take-release.ts';
import type { TrustRow } from './trusted-store.ts';

/** A release that was found and believed, and what is to be said of it once it is in force. */
export interface InstallJob extends Pick<TakeJob, 'release' | 'fetchFile' | 'onProgress'> {
  readonly subscription: Subscription;
  readonly trusted: TrustedMetadata;
  /** Day on which the publisher signed it as current; empty where he does not say. */
  readonly confirmedOn: string;
  /** The subscription as it is to be written with the release. */
  readonly update: (taken: TakenRelease) => Subscription;
}

export type Installed =
  | { readonly kind: 'installed'; readonly stored: StoredList }
  | { readonly kind: 'unchanged' }
  | SyncFailed;

/**
 * Takes a release in and puts it in force together with the other lists: entries, index and signed
 * metadata change in one swap. One that the reader switched off is kept out of the index. A list beside
 * it whose entries were damaged is taken out of force first; its next sync fetches it whole.
 */
export async function installRelease(job: InstallJob, store: OpenStore): Promise<Installed> {
  for (;;) {
    const { subscription } = job;
    const lists = await readFollowedLists(store.database);
    const { key, position } = subscription;
    const kept = lists.find((each) => each.subscription.key === key);
    const followed = followAs(subscription, kept);
    const others = lists.filter((each) => each !== kept);
    const isBefore = (each: FollowedList) => each.subscription.position < position;
    const before = pickLiveLists(others.filter(isBefore));
    const after = pickLiveLists(others.filter((each) => !isBefore(each)));
    const takeJob: TakeJob = { ...job, followed, before, after };
    const taken = await takeRelease(takeJob, store);
    if (taken.kind !== 'release') return taken;
    const outcome = await swapIn(job, takeJob, taken, store);
    if (outcome.kind !== 'damaged') return outcome;
    await forgetLists(outcome.keys, store);
  }
}

/** Under another root nothing is taken as known, not even what is the same: it must be put in force. */
function followAs(subscription: Subscription, known: FollowedList | undefined): FollowedList {
  if (known?.stored === undefined) return { subscription };
  const isSameRoot = known.subscription.rootDigest === subscription.rootDigest;
  const { stored } = known;
  return { subscription, stored: isSameRoot ? stored : { ...stored, contextDigest: '' } };
}

interface Damaged {
  readonly kind: 'damaged';
  readonly keys: readonly string[];
}

async function swapIn(
  job: InstallJob,
  { before, after }: TakeJob,
  taken: TakenRelease,
  store: OpenStore,
): Promise<Installed | Damaged> {
  const { subscription, release, trusted, confirmedOn } = job;
  const { key, isOwn } = subscription;
  const { list, context } = taken;
  const others = [...before, ...after];
  const value = isOwn ? context?.value : undefined;
  const own = readOwnContext(value ?? (await store.database.get('state', 'context')), store);
  if (own === undefined) return failSync({ reason: 'database' });
  job.onProgress({ stage: 'index', done: 0, total: 1 });
  const damaged = await addStoredLists(list.build, others, own, store);
  if (damaged.length > 0) return { kind: 'damaged', keys: damaged };

  const stored: StoredList = {
    ...list.list,
    bytes: release.sources.length,
    confirmedOn,
    contextDigest: release.context.digest,
    organisations: await chooseOrganisations(taken, key, store),
  };
  const trust: TrustRow = { ...trusted, rootDigest: subscription.rootDigest };
  const live = [...before, ...pickLiveLists([{ subscription, stored }]), ...after];
  await putInForce(store, {
    build: list.build,
    confirmed: toConfirmedDays(live),
    commit: (transaction) => [
      ...writeEntries(transaction, key, taken, stored),
      transaction.objectStore('lists').put(stored, key),
      transaction.objectStore('trust').put(trust, key),
      transaction.objectStore('subscriptions').put(job.update(taken), key),
      ...(value === undefined ? [] : [transaction.objectStore('state').put(value, 'context')]),
    ],
  });
  return { kind: 'installed', stored };
}

function writeEntries(
  transaction: WholeTransaction,
  key: string,
  { list: { patch } }: TakenRelease,
  { edition }: StoredList,
): readonly Promise<unknown>[] {
  const rows = transaction.objectStore('entries');
  return [
    ...(patch?.remove ?? []).map((slug) => rows.delete([key, edition, slug])),
    ...(patch?.put ?? []).map((entry) => rows.put(entry, [key, edition, entry.slug])),
  ];
}

/** A list's own organisations explain its evidence; without a new context they stay as they were. */
async function chooseOrganisations(
  { context }: TakenRelease,
  key: string,
  { database }: OpenStore,
): Promise<readonly unknown[]> {
  if (context !== undefined) return context.context.organisations;
  const before = (await readFollowedLists(database)).find(
    ({ subscription }) => subscription.key === key,
  );
  return before?.stored?.organisations ?? [];
}
