import { compareText } from '../../src/list/canonical-json.ts';
import type { CompiledEntry, CompiledList } from '../../src/list/compiled-list.ts';
import { makeRandom, type Random } from '../bench/random.ts';
import { generateEntries } from './generate-list.ts';

/** How much of a list changes, in hosts. */
export interface ListChange {
  readonly added: number;
  readonly removed: number;
  readonly seed: number;
}

/** Entries with more scopes are networks, which keep theirs sorted. */
const MAX_PUBLISHER_SCOPES = 20;

/**
 * The next version of a generated list, which must have networks. Of the hosts added and removed,
 * half come and go with whole entries, a third in networks, at their place in the order, the rest at
 * the end of other entries. For each ten hosts added, one entry is reviewed anew.
 */
export function changeList(list: CompiledList, change: ListChange): CompiledList {
  const random = makeRandom(change.seed);
  const entries = new Map(list.entries.map((entry) => [entry.slug, entry]));
  removeHosts(entries, change.removed, random);
  addHosts(entries, change, random);
  const pickEntry = makePicker(entries, random);
  for (let left = change.added / 10; left > 0; left--) {
    const entry = pickEntry(false);
    entries.set(entry.slug, { ...entry, reviewed: list.publishedOn });
  }
  const sorted = [...entries.values()].sort((a, b) => compareText(a.slug, b.slug));
  return { ...list, version: list.version + 1, entries: sorted };
}

function removeHosts(entries: Map<string, CompiledEntry>, count: number, random: Random): void {
  const pickEntry = makePicker(entries, random);
  let left = count;
  while (left > 0) {
    const entry = pickEntry(left <= count / 3);
    const isWhole = left > count / 2 && entry.scopes.length <= left - Math.floor(count / 2);
    if (isWhole) entries.delete(entry.slug);
    else if (left <= count / 2 && entry.scopes.length > 1) {
      const gone = random(entry.scopes.length);
      entries.set(entry.slug, { ...entry, scopes: entry.scopes.toSpliced(gone, 1) });
    } else continue;
    left -= isWhole ? entry.scopes.length : 1;
  }
}

function addHosts(
  entries: Map<string, CompiledEntry>,
  { added, seed }: ListChange,
  random: Random,
): void {
  const taken = new Set([...entries.values()].flatMap(({ scopes }) => scopes));
  const pickEntry = makePicker(entries, random);
  let left = added;
  for (const made of generateEntries({ hosts: 8 * added, seed: seed + 1_000 })) {
    if (left === 0) return;
    const scopes = made.scopes.filter((host) => !taken.has(host)).slice(0, left);
    const isNew = scopes.length > 0 && !entries.has(made.slug);
    if (!isNew || scopes.length > MAX_PUBLISHER_SCOPES) continue;
    left -= scopes.length;
    if (left >= added / 2) entries.set(made.slug, { ...made, scopes });
    else {
      for (const host of scopes) {
        const entry = pickEntry(left <= added / 3);
        const next = [...entry.scopes, host];
        if (next.length > MAX_PUBLISHER_SCOPES) next.sort(compareText);
        entries.set(entry.slug, { ...entry, scopes: next });
      }
    }
  }
}

/** One of the entries as they are now, by choice a network. */
function makePicker(
  entries: ReadonlyMap<string, CompiledEntry>,
  random: Random,
): (isNetwork: boolean) => CompiledEntry {
  const all = [...entries.values()];
  const networks = all.filter(({ scopes }) => scopes.length > MAX_PUBLISHER_SCOPES);
  return (isNetwork) => {
    const from = isNetwork ? networks : all;
    for (;;) {
      const entry = entries.get(from[random(from.length)]?.slug ?? '');
      if (entry) return entry;
    }
  };
}
