import { failSync, type SyncFailed } from '../sync/failure.ts';
import {
  fetchNewestRelease,
  METADATA_MILLISECONDS,
  type NewestRelease,
} from '../sync/fetch-metadata.ts';
import { type FloorFacts, parseFloorFacts } from '../sync/floor-facts.ts';
import type { TrustedMetadata } from '../trust/trusted-metadata.ts';
import { BrokenFloorError } from './errors.ts';
import { fetchFirstRoot } from './fetch-first-root.ts';
import { type FollowedList, readFollowedList } from './followed-list.ts';
import { type Installed, installRelease } from './install-release.ts';
import { rebuildSoundIndex } from './rebuild-index.ts';
import type { OpenStore } from './store-parts.ts';
import { type Subscription, startSubscription } from './subscription.ts';
import { readTrusted, type TrustRow } from './trusted-store.ts';

/** Files of the package are read at once, or never. */
const LIMITS = { maxBytes: 64 * 1024, milliseconds: METADATA_MILLISECONDS };

/**
 * Puts the release that the extension ships in force, unless a newer one is: it passes every step
 * that a release from the network passes, with the day of the build as today. What is stored and
 * what is shipped are merged role by role, since each step refuses to go back (TUF §5.3 to 5.6).
 *
 * @throws BrokenFloorError when there is no other list and the package is damaged
 */
export async function installFloor(store: OpenStore): Promise<void> {
  const facts = await readFacts(store);
  const kept = await readFollowedList(store.database, facts.list);
  const isSameRoot = kept?.subscription.rootDigest === facts.rootDigest;
  const subscription = chooseSubscription(facts, kept);
  const trusted = await readTrusted(subscription, store.database);
  const floor = await readFloor(facts, trusted, store);
  // Where the metadata was lost, the version of the list itself says which is newer.
  const have = isSameRoot ? (kept?.stored?.header.version ?? 0) : 0;
  const newest =
    floor.kind === 'newest' && floor.release.version < have
      ? failSync({ reason: 'rollback', have, got: floor.release.version })
      : floor;
  const built = { ...store, readToday: () => latestDay(facts.builtAt.slice(0, 10), store) };
  const outcome = newest.kind === 'failed' ? newest : await install(newest, subscription, built);
  if (outcome.kind === 'installed') return;
  const isContained = newest.kind === 'newest' && outcome.kind === 'unchanged';
  if (kept?.stored !== undefined && (isSameRoot || isContained)) {
    // What is in force is newer, or the package has nothing to add to it but its root.
    const forgotten = await rebuildSoundIndex(store, (transaction) => [
      transaction.objectStore('subscriptions').put(subscription, facts.list),
      ...(isContained
        ? [transaction.objectStore('trust').put(toRow(newest.trusted, facts), facts.list)]
        : []),
    ]);
    if (!forgotten.includes(facts.list)) return;
  }
  // Nothing usable is in force. The metadata kept may be newer than the package: then its content is
  // lost, and the shipped one stands in until the next sync, now due, brings the newest whole.
  const due = { ...subscription, nextAttempt: store.now() };
  const alone = await readFloor(facts, undefined, store);
  const replaced =
    alone.kind === 'failed'
      ? alone
      : await install({ ...alone, ...(trusted && { trusted }) }, due, built);
  if (replaced.kind === 'failed') throw new BrokenFloorError(replaced.failure);
}

/** What was published before the build is not from the future, wherever this clock stands. */
function latestDay(builtOn: string, { readToday }: OpenStore): string {
  const today = readToday();
  return builtOn > today ? builtOn : today;
}

async function readFacts({ floor }: OpenStore): Promise<FloorFacts> {
  const reply = await floor.fetchFile('floor.json', LIMITS);
  const facts = reply.kind === 'bytes' ? parseFloorFacts(reply.bytes) : undefined;
  if (facts === undefined)
    throw new BrokenFloorError({ reason: 'missing-file', file: 'floor.json' });
  return facts;
}

function toRow(trusted: TrustedMetadata, { rootDigest }: FloorFacts): TrustRow {
  return { ...trusted, rootDigest };
}

/** The newest of the package and of what was trusted before, if anything was. */
async function readFloor(
  facts: FloorFacts,
  trusted: TrustedMetadata | undefined,
  { floor, verify, database }: OpenStore,
): Promise<NewestRelease | SyncFailed> {
  const start = trusted ?? (await fetchFirstRoot(facts.rootDigest, floor.fetchFile));
  if ('kind' in start) return start;
  const now = Date.parse(facts.builtAt);
  const persist = async (next: TrustedMetadata): Promise<void> => {
    // A first installation keeps it with the release, in the swap.
    if (trusted !== undefined) await database.put('trust', toRow(next, facts), facts.list);
  };
  return fetchNewestRelease(start, { fetchFile: floor.fetchFile, verify, now, persist });
}

/** The reader's choices stay; where the list comes from is for the package to say. */
function chooseSubscription(facts: FloorFacts, kept: FollowedList | undefined): Subscription {
  const { list: key, rootDigest, isDevelopment, address } = facts;
  const start = startSubscription(
    { key, rootDigest, isOwn: true, isDevelopment, position: 0 },
    address,
  );
  if (kept === undefined) return start;
  const { isEnabled, position, news } = kept.subscription;
  if (kept.subscription.rootDigest !== rootDigest) return { ...start, isEnabled, position, news };
  // The same publisher: how the last sync went is as true as before.
  const { address: _, ...state } = kept.subscription;
  return { ...state, isOwn: true, isDevelopment, ...(address !== undefined && { address }) };
}

async function install(
  { trusted, release, confirmedOn }: NewestRelease,
  subscription: Subscription,
  store: OpenStore,
): Promise<Installed> {
  return installRelease(
    {
      ...{ subscription, release, trusted, confirmedOn },
      fetchFile: store.floor.fetchFile,
      // What came with the extension is no news of the list.
      update: () => subscription,
      onProgress: () => undefined,
    },
    store,
  );
}
