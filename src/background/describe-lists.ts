import { nameWithHostInAll } from '../list/name-with-host.ts';
import { countAgeDays } from '../match/assess-lists.ts';
import type { ConsultedList } from '../match/verdict.ts';
import type { ShownList } from '../messages/described-address.ts';
import type { StoredList } from '../store/stored-list.ts';
import type { Subscription } from '../store/subscription.ts';
import type { StoredExplanations } from './stored-explanations.ts';

/** Lists as the popup names them, with what only their stored form knows. */
export function describeLists(
  lists: readonly ConsultedList[],
  today: string,
  { readList, readSubscription }: Pick<StoredExplanations, 'readList' | 'readSubscription'>,
): Promise<ShownList[]> {
  return Promise.all(
    lists.map(async (list) => {
      const stored = await readList(list.id);
      const subscription = await readSubscription(list.id);
      return {
        ...toShownList(list, today),
        // Without it nobody knows whose title it is: the index has the list's name.
        ...(stored && subscription && describeStored(stored, subscription)),
        ...(subscription?.isDevelopment && { isDevelopment: true }),
        ...(subscription && describeOrigin(subscription)),
      };
    }),
  );
}

/** A list as the verdict knows it. */
function toShownList(list: ConsultedList, today: string): ShownList {
  const ageDays = countAgeDays(list, today);
  return { ...list, ...(Number.isFinite(ageDays) && { ageDays }) };
}

/** Its name in both languages, its pages, and how many entries this version cannot read. */
function describeStored(
  { header, setAside }: StoredList,
  subscription: Subscription,
): Pick<ShownList, 'titles' | 'home' | 'publisherUrl' | 'setAside'> {
  const { title, homePage, publisher } = header.list;
  return {
    titles: nameWithHostInAll(title, subscription),
    ...(homePage !== undefined && { home: homePage }),
    ...(publisher?.url !== undefined && { publisherUrl: publisher.url }),
    ...(setAside > 0 && { setAside }),
  };
}

/** Somebody else's list is disputed with them, on the pages of its releases at the latest. */
function describeOrigin({ isOwn, address }: Subscription): Pick<ShownList, 'followedAt'> {
  return isOwn || address === undefined ? {} : { followedAt: address };
}
