import { failSync, type SyncFailed } from '../sync/failure.ts';
import { checkResult } from '../sync/read-release.ts';
import { NO_CHANGES } from './entry-changes.ts';
import { readRows } from './entry-rows.ts';
import { readEntries } from './read-entries.ts';
import type { StoredList } from './stored-list.ts';
import type { TakenList, TakeParts } from './taken-list.ts';

/** Takes the entries in force once more, for a release that changes only what they are read with. */
export async function takeStored(
  current: StoredList,
  { database, key, release, guard, pause, openBuild, onEntry }: TakeParts,
): Promise<TakenList | SyncFailed> {
  const wrong = checkResult(release, current, 'sources.bin');
  if (wrong !== undefined) return wrong;
  const build = openBuild(current.header);
  const rows = readRows(database, { key, edition: current.edition });
  let count = 0;
  const reading = await readEntries(rows, current, guard, pause, async (item) => {
    await build.addItem(key, item);
    onEntry(++count);
  });
  if (reading.kind !== 'sound') return failSync({ reason: 'wrong-digest' });
  return { kind: 'taken', list: current, build, changes: NO_CHANGES };
}
