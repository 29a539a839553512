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
  const { position: _, failures: __, failure: ___, failureSince: ____, ...followed } = subscription;
  return {
    ...followed,
    title: stored?.header.list.title ?? nameByKey(followed.key),
    ...(stored && describeStored(stored)),
    ...tellFailure(subscription, now),
  };
}

/** The id that its publisher chose, where the list's own words are not here. */
function nameByKey(key: string): ListStatus['title'] {
  const [id = key] = key.split('~');
  return { en: id, fr: id };
}

function tellFailure(
  { failure, failureSince }: Subscription,
  now: number,
): Pick<ListStatus, 'failure' | 'failureSince' | 'isLagging'> {
  if (failure === undefined || failureSince === undefined) return {};
  const mayLag = failure.reason === 'rollback' && failure.role === 'timestamp';
  if (mayLag && now - failureSince < QUIET_MILLISECONDS) return { isLagging: true };
  return { failure, failureSince };
}

function describeStored({ header, confirmedOn, entries, scopes, setAside, bytes }: StoredList) {
  const { list, version, publishedOn } = header;
  const { licence, publisher, homePage, maxStaleDays } = list;
  return {
    ...{ version, publishedOn, entries, scopes, setAside, bytes },
    ...{ licence, maxStaleDays },
    ...(confirmedOn !== '' && { confirmedOn }),
    ...(publisher && { publisher: publisher.name }),
    ...(publisher?.url !== undefined && { publisherUrl: publisher.url }),
    ...(homePage !== undefined && { home: homePage }),
  };
}
