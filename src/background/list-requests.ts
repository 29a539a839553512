import type { ChangeReply, ListsStatus, PreviewReply } from '../messages/list-status.ts';
import { classifyError } from '../store/classify-error.ts';
import { countOverlaps } from '../store/count-overlaps.ts';
import { type Candidate, fetchCandidate, type ListLocation } from '../store/fetch-candidate.ts';
import {
  enableList,
  followList,
  markNewsSeen,
  moveList,
  unfollowList,
} from '../store/follow-list.ts';
import { readFollowedLists } from '../store/followed-list.ts';
import type { ListStore } from '../store/list-store.ts';
import type { OpenStore } from '../store/store-parts.ts';
import type { SyncFailed } from '../sync/failure.ts';
import { isOwnMachine } from '../sync/is-own-machine.ts';
import type { ListSync } from './list-sync.ts';

/** A list that was looked at is kept so long for the click that follows it. */
const CANDIDATE_MILLISECONDS = 10 * 60 * 1000;

export interface ListRequestParts {
  readonly lists: Pick<ListStore, 'openStore' | 'run'>;
  readonly sync: Pick<ListSync, 'syncNow' | 'readStatus' | 'ensureAlarm'>;
  readonly announceChange: () => Promise<void>;
  /** Milliseconds. */
  readonly now: () => number;
}

/** What the dashboard may ask about lists. Nothing here is fetched without a reader's click. */
export class ListRequests {
  readonly #parts: ListRequestParts;
  #candidate: { readonly list: Candidate; readonly at: number } | undefined;

  constructor(parts: ListRequestParts) {
    this.#parts = parts;
  }

  readStatus(): Promise<ListsStatus> {
    return this.#parts.sync.readStatus();
  }

  async sync(key: string | undefined): Promise<ListsStatus> {
    await this.#parts.sync.syncNow(key);
    return this.readStatus();
  }

  preview(location: ListLocation): Promise<PreviewReply> {
    return orFailure(async (): Promise<PreviewReply> => {
      const store = await this.#parts.lists.openStore();
      if (await isFollowed(location, store)) return { kind: 'already' };
      const candidate = await this.#findCandidate(location, store);
      if (candidate.kind === 'failed') return candidate;
      const overlaps = await countOverlaps(candidate.scopes, store);
      return { kind: 'preview', ...describeCandidate(candidate), overlaps };
    });
  }

  follow(location: ListLocation): Promise<ChangeReply> {
    return this.#change(async () => {
      const { lists } = this.#parts;
      const candidate = await this.#findCandidate(location, await lists.openStore());
      if (candidate.kind === 'failed') return candidate;
      const reply = await lists.run((store) => followList(candidate, store));
      this.#candidate = undefined;
      return reply;
    });
  }

  unfollow(key: string): Promise<ChangeReply> {
    return this.#change(() => this.#parts.lists.run((store) => unfollowList(key, store)));
  }

  enable(key: string, isEnabled: boolean): Promise<ChangeReply> {
    return this.#change(() => this.#parts.lists.run((store) => enableList(key, isEnabled, store)));
  }

  move(key: string, position: number): Promise<ChangeReply> {
    return this.#change(() => this.#parts.lists.run((store) => moveList(key, position, store)));
  }

  markNewsSeen(): Promise<ChangeReply> {
    return orFailure(() => this.#parts.lists.run(markNewsSeen));
  }

  async #change(work: () => Promise<ChangeReply>): Promise<ChangeReply> {
    const { announceChange, sync } = this.#parts;
    const reply = await orFailure(work);
    if (reply.kind === 'done') {
      void announceChange();
      void sync.ensureAlarm();
    }
    return reply;
  }

  async #findCandidate(location: ListLocation, store: OpenStore): Promise<Candidate | SyncFailed> {
    const { now } = this.#parts;
    const kept = this.#candidate;
    if (kept && now() - kept.at < CANDIDATE_MILLISECONDS && isSame(kept.list.location, location)) {
      return kept.list;
    }
    const isAllowed = await mayFetch(location, store);
    if (!isAllowed) return { kind: 'failed', failure: { reason: 'insecure' } };
    const list = await fetchCandidate(location, store);
    this.#candidate = list.kind === 'failed' ? undefined : { list, at: now() };
    return list;
  }
}

function isSame(a: ListLocation, b: ListLocation): boolean {
  return a.address === b.address && a.rootDigest === b.rootDigest;
}

async function isFollowed({ rootDigest }: ListLocation, { database }: OpenStore): Promise<boolean> {
  const lists = await readFollowedLists(database);
  return lists.some(({ subscription }) => subscription.rootDigest === rootDigest);
}

/** By https alone; a development build may also ask its own machine. */
async function mayFetch({ address }: ListLocation, { database }: OpenStore): Promise<boolean> {
  const { protocol } = new URL(address);
  if (protocol === 'https:') return true;
  const lists = await readFollowedLists(database);
  const isDevelopment = lists.some(({ subscription }) => subscription.isDevelopment);
  return isDevelopment && protocol === 'http:' && isOwnMachine(address);
}

function describeCandidate({ header, release, entries, scopes }: Candidate) {
  const { title, licence, publisher, homePage } = header.list;
  return {
    ...{ title, licence, entries, scopes: scopes.length },
    ...{ bytes: release.sources.length, version: header.version, publishedOn: header.publishedOn },
    ...(publisher && { publisher: publisher.name }),
    ...(publisher?.url !== undefined && { publisherUrl: publisher.url }),
    ...(homePage !== undefined && { home: homePage }),
  };
}

async function orFailure<Reply>(work: () => Promise<Reply>): Promise<Reply | SyncFailed> {
  try {
    return await work();
  } catch (error) {
    console.error('Demonitor:', error);
    return { kind: 'failed', failure: classifyError(error) };
  }
}
