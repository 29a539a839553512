import { applyChange } from '../list/apply-change.ts';
import { compareText } from '../list/canonical-json.ts';
import type { RawEntry } from '../list/compiled-list.ts';
import type { Delta } from '../list/delta.ts';
import { MAX_DELTA_CHARS } from '../list/limits.ts';
import { parseDelta } from '../list/parse-delta.ts';
import { failSync, type SyncFailed } from '../sync/failure.ts';
import { checkResult, type DeltaFile } from '../sync/read-release.ts';
import { explainTextError, unzipText } from '../sync/unzip-text.ts';
import { ChangeCollector } from './entry-changes.ts';
import { readRow, readRows } from './entry-rows.ts';
import { pairRows, type Slugged } from './pair-rows.ts';
import { readEntries } from './read-entries.ts';
import type { StoredList } from './stored-list.ts';
import { refuseUnsafe, type TakenList, type TakeParts } from './taken-list.ts';

/** What becomes of an entry; `after` is missing where it is removed. */
interface NewRow {
  readonly after?: RawEntry;
}

/**
 * Takes a release in from what is in force and the bytes of a delta. The rows that change are kept
 * aside for the swap's transaction; what they and the others make up is held against the digest of
 * the release, so that a delta arrives just where its publisher is, or not at all.
 */
export async function takeDelta(
  bytes: Uint8Array,
  { path }: DeltaFile,
  current: StoredList,
  parts: TakeParts,
): Promise<TakenList | SyncFailed> {
  const { database, key, release, guard, pause, onEntry } = parts;
  const delta = await readDelta(bytes, path, parts.today);
  if (delta.kind === 'failed') return delta;
  const edition = { key, edition: current.edition };
  const news = await applyChanges(delta, (slug) => readRow(database, edition, slug));
  if (news === undefined) return failSync({ reason: 'wrong-digest', file: path });

  const changes = new ChangeCollector();
  async function* merge(): AsyncGenerator<Slugged<unknown>> {
    for await (const { slug, before, after: row } of pairRows(
      readRows(database, edition),
      news ?? [],
    )) {
      const after = row === undefined ? before : row.after;
      // What a delta for another list removes need not be there.
      if (row !== undefined && (before ?? after) !== undefined) changes.add(before, after);
      if (after !== undefined) yield { slug, value: after };
    }
  }
  const { header } = delta;
  const { digest } = release;
  const build = parts.openBuild(header);
  let count = 0;
  const reading = await readEntries(merge(), { header, digest }, guard, pause, async (item) => {
    await build.addItem(key, item);
    onEntry(++count);
  });
  if (reading.kind === 'unsafe') return refuseUnsafe(reading.problems);
  if (reading.kind === 'other') return failSync({ reason: 'wrong-digest', file: path });
  const { entries, setAside, scopes } = reading;
  const wrong = checkResult(release, { header, entries, digest }, path);
  if (wrong !== undefined) return wrong;
  const put = news.flatMap(({ value: { after } }) => (after === undefined ? [] : [after]));
  return {
    kind: 'taken',
    list: { edition: current.edition, header, digest, entries, setAside, scopes },
    build,
    changes: changes.finish(),
    patch: { put, remove: delta.removed },
  };
}

async function readDelta(
  bytes: Uint8Array,
  file: string,
  today: string,
): Promise<(Delta & { readonly kind: 'delta' }) | SyncFailed> {
  let text = '';
  try {
    for await (const piece of unzipText(bytes, MAX_DELTA_CHARS)) text += piece;
  } catch (error) {
    return explainTextError(error, file, MAX_DELTA_CHARS);
  }
  const reading = parseDelta(text, today);
  if (reading.kind === 'refused') return refuseUnsafe(reading.problems);
  return { kind: 'delta', ...reading.delta };
}

/** The rows that change, in the order of their slugs; undefined when the delta is for another list. */
async function applyChanges(
  { changes, removed }: Delta,
  readOld: (slug: string) => Promise<unknown>,
): Promise<readonly Slugged<NewRow>[] | undefined> {
  const rows: Slugged<NewRow>[] = removed.map((slug) => ({ slug, value: {} }));
  for (const change of changes) {
    // Rows were checked when they came, and are held against the digest again below.
    const outcome = applyChange((await readOld(change.slug)) as RawEntry | undefined, change);
    if (outcome.kind === 'refused') return undefined;
    rows.push({ slug: change.slug, value: { after: outcome.raw } });
  }
  return rows.sort((a, b) => compareText(a.slug, b.slug));
}
