import type { CheckedItem } from '../list/list-checker.ts';
import { ListTextReader } from '../list/list-text-reader.ts';
import type { SyncFailed } from '../sync/failure.ts';
import { checkResult } from '../sync/read-release.ts';
import { explainTextError, unzipText } from '../sync/unzip-text.ts';
import { ChangeCollector } from './entry-changes.ts';
import { dropEdition, readRows } from './entry-rows.ts';
import type { IndexBuild } from './index-build.ts';
import { pairRows, type Slugged } from './pair-rows.ts';
import { RowWriter } from './row-writer.ts';
import type { StoredList } from './stored-list.ts';
import { refuseUnsafe, type TakenList, type TakeParts } from './taken-list.ts';

const FILE = 'sources.bin';

/**
 * Takes a whole list in from the bytes of its `sources.bin`: entry by entry into an edition of their
 * own, so that memory stays flat and the edition in force is not touched. Of a list that is refused
 * nothing stays.
 */
export async function takeWhole(
  bytes: Uint8Array,
  current: StoredList | undefined,
  parts: TakeParts,
): Promise<TakenList | SyncFailed> {
  const { database, key } = parts;
  const edition = (current?.edition ?? 0) + 1;
  // An attempt that was stopped, or a list that was damaged, may have left rows of other entries.
  await dropEdition(database, { key, edition });
  const rows = new RowWriter(database, { key, edition });
  let isTaken = false;
  try {
    const outcome = await takeRows(bytes, current, rows, parts);
    if (outcome.kind === 'failed') return outcome;
    isTaken = true;
    return { ...outcome, list: { ...outcome.list, edition } };
  } finally {
    if (!isTaken) await rows.undo();
  }
}

/** A list whose edition is for its caller to name. */
interface TakenRows extends Omit<TakenList, 'list'> {
  readonly list: Omit<TakenList['list'], 'edition'>;
}

async function takeRows(
  bytes: Uint8Array,
  current: StoredList | undefined,
  rows: RowWriter,
  parts: TakeParts,
): Promise<TakenRows | SyncFailed> {
  const { database, key, release, guard, today, pause, onEntry } = parts;
  const reader = new ListTextReader(guard, today);
  const changes = new ChangeCollector();
  let build: IndexBuild | undefined;
  let scopes = 0;
  let count = 0;
  try {
    const before =
      current === undefined ? none() : readRows(database, { key, edition: current.edition });
    for await (const { before: old, after: item } of pairRows(
      before,
      readItems(reader, bytes, release.textBytes),
    )) {
      changes.add(old, item?.raw);
      if (item === undefined) continue;
      build ??= reader.header && parts.openBuild(reader.header);
      if (item.kind === 'entry') scopes += item.scopes.length;
      await build?.addItem(key, item);
      await rows.add(item.raw);
      onEntry(++count);
      await pause();
    }
    await rows.finish();
  } catch (error) {
    return explainTextError(error, FILE, release.textBytes);
  }
  const reading = reader.finish();
  if (reading.kind === 'refused') return refuseUnsafe(reading.problems);
  const wrong = checkResult(release, reading, FILE);
  if (wrong !== undefined) return wrong;
  const { header, digest, entries, setAside } = reading;
  build ??= parts.openBuild(header);
  const list = { header, digest, entries, setAside, scopes };
  return { kind: 'taken', list, build, changes: changes.finish() };
}

async function* readItems(
  reader: ListTextReader,
  bytes: Uint8Array,
  maxBytes: number,
): AsyncGenerator<Slugged<CheckedItem>> {
  for await (const piece of unzipText(bytes, maxBytes)) {
    for (const item of reader.push(piece)) yield { slug: item.raw.slug, value: item };
    // A few megabytes can unzip to hours of text.
    if (reader.isBroken) return;
  }
}

async function* none(): AsyncGenerator<Slugged<unknown>> {
  // Nothing is in force yet.
}
