import type { ListStatus } from '../messages/list-status.ts';
import type { FollowedList } from '../store/followed-list.ts';
import type { StoredList } from '../store/stored-list.ts';
import type { Subscription } from '../store/subscription.ts';

/**
 * Parts of a content network lag behind each other by minutes: an older timestamp is refused at once
 * and asked for again, but is news only when it stays older for a day.
 */
const QUIET_MILLISECONDS = 24 * 60 * 60 * 1000;

/** A followed list as the dashboard shows it; `now` in milliseconds. */
export function describeFollowedList(
  { subscription, stored }: FollowedList,
  now: number,
): ListStatus {
  const { position: _, failures: __, failure, failureSince, ...followed } = subscription;
  return {
    ...followed,
    title: stored?.header.list.title ?? { en: followed.key, fr: followed.key },
    ...(stored && describeStored(stored)),
    ...(failure && failureSince !== undefined && isTold(subscription, now)
      ? { failure, failureSince }
      : {}),
  };
}

function isTold({ failure, failureSince = 0 }: Subscription, now: number): boolean {
  const isLagging = failure?.reason === 'rollback' && failure.role === 'timestamp';
  return !isLagging || now - failureSince >= QUIET_MILLISECONDS;
}

function describeStored({ header, confirmedOn, entries, scopes, setAside, bytes }: StoredList) {
  const { list, version, publishedOn } = header;
  const { licence, publisher, homePage, maxStaleDays } = list;
  return {
    ...{ version, publishedOn, confirmedOn, entries, scopes, setAside, bytes },
    ...{ licence, maxStaleDays },
    ...(publisher && { publisher: publisher.name }),
    ...(publisher?.url !== undefined && { publisherUrl: publisher.url }),
    ...(homePage !== undefined && { home: homePage }),
  };
}
