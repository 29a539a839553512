import * as v from 'valibot';
import type { ListNews } from '../messages/list-status.ts';
import type { SyncFailure } from '../sync/failure.ts';
import { NO_NEWS, parseNews } from './list-news.ts';

/** A list that the reader follows: where it comes from, and how the last sync went. */
export interface Subscription {
  readonly key: string;
  /** None where the build has no address for its own list. */
  readonly address?: string;
  /** SHA-256 of the bytes of `1.root.json`, in hex: whom the reader chose to trust. */
  readonly rootDigest: string;
  readonly isOwn: boolean;
  /** Signed with a key made for a development build. */
  readonly isDevelopment: boolean;
  readonly isEnabled: boolean;
  /** Place in the reader's order of lists. */
  readonly position: number;
  /** Times in milliseconds since 1970. */
  readonly lastAttempt?: number;
  readonly lastSuccess?: number;
  readonly nextAttempt?: number;
  /** Attempts that failed since the last one that did not. */
  readonly failures: number;
  readonly failure?: SyncFailure;
  readonly failureSince?: number;
  readonly lastDownloadBytes?: number;
  readonly news: ListNews;
}

const timeField = v.optional(v.number());
const subscriptionSchema = v.object({
  key: v.string(),
  address: v.optional(v.pipe(v.string(), v.url())),
  rootDigest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  isOwn: v.boolean(),
  isDevelopment: v.boolean(),
  isEnabled: v.boolean(),
  position: v.number(),
  lastAttempt: timeField,
  lastSuccess: timeField,
  nextAttempt: timeField,
  failures: v.number(),
  // Written by this code alone, and only shown: its form is not checked again.
  failure: v.optional(v.custom<SyncFailure>((value) => typeof value === 'object')),
  failureSince: timeField,
  lastDownloadBytes: timeField,
  news: v.unknown(),
});

/** A subscription as the database gives it back; undefined when it was damaged. */
export function parseSubscription(value: unknown): Subscription | undefined {
  const parsed = v.safeParse(subscriptionSchema, value);
  if (!parsed.success) return undefined;
  // The schema's optional fields are missing or of their type, never undefined.
  return { ...(parsed.output as Subscription), news: parseNews(parsed.output.news) };
}

/** A list that is followed from now on. */
export function startSubscription(
  list: Pick<Subscription, 'key' | 'rootDigest' | 'isOwn' | 'isDevelopment' | 'position'>,
  address: string | undefined,
): Subscription {
  const state = { isEnabled: true, failures: 0, news: NO_NEWS };
  return { ...list, ...state, ...(address !== undefined && { address }) };
}
