import { compareText, formatCanonicalJson, isSameJson } from './canonical-json.ts';
import type { CompiledList, RawEntry } from './compiled-list.ts';
import { toListHeader } from './list-header.ts';

/** How an entry is called: by its slug, and by its name for people. */
export interface EntryName {
  readonly slug: string;
  readonly name: string;
}

/** An entry that came or went, with what it covers. */
export interface EntryScopes extends EntryName {
  readonly scopes: readonly string[];
}

/** What changed in an entry that both lists have. */
export interface EntryChange extends EntryName {
  readonly scopesAdded: readonly string[];
  readonly scopesRemoved: readonly string[];
  readonly evidenceAdded: number;
  readonly evidenceRemoved: number;
  readonly state?: { readonly from: string; readonly to: string };
  /** Other fields with another value; `scopes` and `evidence` where only their order changed. */
  readonly fields: readonly string[];
}

/** What changed from one list to another, each part in the order of slugs or names. */
export interface ListDiff {
  readonly added: readonly EntryScopes[];
  readonly removed: readonly EntryScopes[];
  readonly changed: readonly EntryChange[];
  /** What the list says of itself, as `title` or `publisher`; not what every release changes. */
  readonly listFields: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

/** What is new in every release, or follows from the rest: no news to a reader. */
const RELEASE_FIELDS = ['format', 'list', 'version', 'publishedOn', 'seed'];
const FIELDS_OF_THEIR_OWN = ['slug', 'scopes', 'evidence', 'state'];

/** What changed from one version of a list to another, entries newer than this reader included. */
export function diffLists(from: CompiledList, to: CompiledList): ListDiff {
  const [before, after] = [toEntries(from), toEntries(to)];
  const [oldHeader, newHeader] = [toListHeader(from), toListHeader(to)];
  return {
    added: [...after.values()].filter(({ slug }) => !before.has(slug)).map(toScopes),
    removed: [...before.values()].filter(({ slug }) => !after.has(slug)).map(toScopes),
    changed: [...after.values()].flatMap((entry) => {
      const old = before.get(entry.slug);
      return old === undefined || isSameJson(old, entry) ? [] : [diffEntries(old, entry)];
    }),
    listFields: [
      ...listChanges(from.list, to.list, []),
      ...listChanges({ ...oldHeader }, { ...newHeader }, RELEASE_FIELDS),
    ].sort(compareText),
  };
}

/** Whether nothing changed that a reader of the list could notice. */
export function isEmptyDiff({ added, removed, changed, listFields }: ListDiff): boolean {
  return [added, removed, changed, listFields].every((part) => part.length === 0);
}

function toEntries({ entries, setAside }: CompiledList): ReadonlyMap<string, RawEntry> {
  const all: RawEntry[] = [...entries, ...setAside];
  all.sort((a, b) => compareText(a.slug, b.slug));
  return new Map(all.map((entry) => [entry.slug, entry]));
}

function toName({ slug, name }: RawEntry): EntryName {
  return { slug, name: typeof name === 'string' ? name : slug };
}

function toScopes(entry: RawEntry): EntryScopes {
  return { ...toName(entry), scopes: listTexts(entry['scopes']) };
}

/** Entries that were set aside may hold anything. */
function listTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function listItems(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map((item) => formatCanonicalJson(item)) : [];
}

function listChanges(from: Fields, to: Fields, leftOut: readonly string[]): readonly string[] {
  const names = new Set([...Object.keys(from), ...Object.keys(to)]);
  return [...names].filter((name) => !leftOut.includes(name) && !isSameJson(from[name], to[name]));
}

/** The items of one that the other lacks; one that stands twice counts twice. */
function subtract(from: readonly string[], other: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const item of other) counts.set(item, (counts.get(item) ?? 0) + 1);
  return from.filter((item) => {
    const count = counts.get(item) ?? 0;
    counts.set(item, count - 1);
    return count <= 0;
  });
}

function diffEntries(from: RawEntry, to: RawEntry): EntryChange {
  const [oldScopes, newScopes] = [listTexts(from['scopes']), listTexts(to['scopes'])];
  const [oldItems, newItems] = [listItems(from['evidence']), listItems(to['evidence'])];
  const scopesAdded = subtract(newScopes, oldScopes);
  const scopesRemoved = subtract(oldScopes, newScopes);
  const evidenceAdded = subtract(newItems, oldItems).length;
  const evidenceRemoved = subtract(oldItems, newItems).length;
  const fields = [...listChanges(from, to, FIELDS_OF_THEIR_OWN)];
  const isOther = (field: string): boolean => !isSameJson(from[field], to[field]);
  if (scopesAdded.length + scopesRemoved.length === 0 && isOther('scopes')) fields.push('scopes');
  if (evidenceAdded + evidenceRemoved === 0 && isOther('evidence')) fields.push('evidence');
  return {
    ...toName(to),
    ...{ scopesAdded, scopesRemoved, evidenceAdded, evidenceRemoved },
    ...(isOther('state') && { state: { from: `${from['state']}`, to: `${to['state']}` } }),
    fields: fields.sort(compareText),
  };
}
