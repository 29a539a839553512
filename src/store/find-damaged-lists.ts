import { ListDigest } from '../list/list-text.ts';
import { countRows, readRows } from './entry-rows.ts';
import type { FollowedList } from './followed-list.ts';
import type { OpenStore } from './store-parts.ts';
import type { StoredList } from './stored-list.ts';

/**
 * The keys of lists whose entries are not what was signed: by their number, or, thoroughly, by the
 * digest of every one of them.
 */
export async function findDamagedLists(
  lists: readonly FollowedList[],
  isThorough: boolean,
  store: OpenStore,
): Promise<readonly string[]> {
  const damaged: string[] = [];
  for (const { subscription, stored } of lists) {
    if (stored === undefined) continue;
    if (!(await isSound(subscription.key, stored, isThorough, store))) {
      damaged.push(subscription.key);
    }
  }
  return damaged;
}

async function isSound(
  key: string,
  { edition, entries, header, digest }: StoredList,
  isThorough: boolean,
  { database, pause }: OpenStore,
): Promise<boolean> {
  if ((await countRows(database, { key, edition })) !== entries) return false;
  if (!isThorough) return true;
  const text = new ListDigest(header);
  for await (const { value } of readRows(database, { key, edition })) {
    text.add(value);
    await pause();
  }
  return text.finish() === digest;
}
