import type { ScopeGuard } from '../list/check-scope.ts';
import { type CheckedItem, ListChecker } from '../list/list-checker.ts';
import { ListDigest } from '../list/list-text.ts';
import type { Problem } from '../list/problem.ts';
import type { Pause } from '../match/pause.ts';
import type { Slugged } from './pair-rows.ts';
import type { StoredList } from './stored-list.ts';

/** How the entries of a list turned out, read to their end. */
export type EntriesReading =
  | {
      readonly kind: 'sound';
      readonly entries: number;
      readonly setAside: number;
      readonly scopes: number;
    }
  /** They may not be listed so. */
  | { readonly kind: 'unsafe'; readonly problems: readonly Problem[] }
  /** Not the list that was signed: entries are missing, changed or too many. */
  | { readonly kind: 'other' };

/**
 * Goes through entries that are to make up a list, and holds them against the digest that its
 * publisher signed: what was lost or changed on this machine is noticed as surely as a forgery.
 *
 * @param take gets each entry that may be used, before it is known whether all are sound
 */
export async function readEntries(
  rows: AsyncIterable<Slugged<unknown>>,
  { header, digest }: Pick<StoredList, 'header' | 'digest'>,
  guard: ScopeGuard,
  pause: Pause,
  take: (item: CheckedItem) => Promise<void>,
): Promise<EntriesReading> {
  const checker = new ListChecker(header, guard);
  const text = new ListDigest(header);
  let entries = 0;
  let setAside = 0;
  let scopes = 0;
  for await (const { value } of rows) {
    text.add(value);
    entries += 1;
    const item = checker.add(value);
    if (item?.kind === 'set-aside') setAside += 1;
    if (item?.kind === 'entry') scopes += item.entry.scopes.length;
    if (item !== undefined) await take(item);
    await pause();
  }
  // Asked first: what is not the list that was signed says nothing about its publisher.
  if (text.finish() !== digest) return { kind: 'other' };
  const problems = checker.finish();
  if (problems.length > 0) return { kind: 'unsafe', problems };
  return { kind: 'sound', entries, setAside, scopes };
}
