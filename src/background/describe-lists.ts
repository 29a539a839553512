import { countAgeDays } from '../match/assess-lists.ts';
import type { ConsultedList } from '../match/verdict.ts';
import type { ShownList } from '../messages/described-address.ts';
import type { StoredList } from '../store/stored-list.ts';
import type { StoredExplanations } from './stored-explanations.ts';

/** Lists as the popup names them, with what only their stored form knows. */
export function describeLists(
  lists: readonly ConsultedList[],
  today: string,
  { readList, isDevelopment }: Pick<StoredExplanations, 'readList' | 'isDevelopment'>,
): Promise<ShownList[]> {
  return Promise.all(
    lists.map(async (list) => {
      const stored = await readList(list.id);
      return {
        ...toShownList(list, today),
        ...(stored && describeStored(stored)),
        ...((await isDevelopment(list.id)) && { isDevelopment: true }),
      };
    }),
  );
}

/** A list as the verdict knows it. */
function toShownList(list: ConsultedList, today: string): ShownList {
  const ageDays = countAgeDays(list, today);
  return { ...list, ...(Number.isFinite(ageDays) && { ageDays }) };
}

/** Its title in both languages, its page, and how many entries this version cannot read. */
function describeStored({
  header,
  setAside,
}: StoredList): Pick<ShownList, 'titles' | 'home' | 'setAside'> {
  const { title, homePage } = header.list;
  return {
    titles: { en: title.en, fr: title.fr },
    ...(homePage !== undefined && { home: homePage }),
    ...(setAside > 0 && { setAside }),
  };
}
