import { countAgeDays } from '../match/assess-lists.ts';
import type { ConsultedList } from '../match/verdict.ts';
import type { ShownList } from '../messages/described-address.ts';
import type { StoredValues } from './open-stored-values.ts';

/** Lists as the popup names them, with what only their stored form knows. */
export function describeLists(
  lists: readonly ConsultedList[],
  today: string,
  stored: StoredValues,
): Promise<ShownList[]> {
  return Promise.all(
    lists.map(async (list) => ({
      ...toShownList(list, today),
      ...describeStored(await stored('lists', list.id)),
    })),
  );
}

/** A list as the verdict knows it. */
function toShownList(list: ConsultedList, today: string): ShownList {
  const { id, title, version, publishedOn, maxStaleDays } = list;
  const ageDays = countAgeDays(list, today);
  const age = Number.isFinite(ageDays) ? { ageDays } : {};
  return { id, title, version, publishedOn, maxStaleDays, ...age };
}

/** Its title in both languages, its page, and how many entries this version cannot read. */
function describeStored(value: unknown): Pick<ShownList, 'titles' | 'home' | 'setAside'> {
  const { list, setAside } = asRecord(value);
  const { title, homePage } = asRecord(list);
  const { en, fr } = asRecord(title);
  const count = Array.isArray(setAside) ? setAside.length : 0;
  return {
    ...(typeof en === 'string' && typeof fr === 'string' && { titles: { en, fr } }),
    ...(typeof homePage === 'string' && { home: homePage }),
    ...(count > 0 && { setAside: count }),
  };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  // An object may be read by name; its values stay unknown.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
