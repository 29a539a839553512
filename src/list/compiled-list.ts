import { compareText } from './canonical-json.ts';
import { canonicaliseEntry } from './canonicalise-entry.ts';
import type { Entry } from './entry.ts';
import type { ListInfo } from './list-info.ts';
import type { ListSource } from './list-source.ts';

/** Raised only by a change that older readers can't survive; it then also gets a new file name. */
export const LIST_FORMAT = 1;

/** An entry in a compiled list, with the slug by which verdicts name it. */
export type CompiledEntry = Entry & { readonly slug: string };

/** An entry with a value newer than this reader: not used, but kept for the digest. */
export type RawEntry = { readonly slug: string } & Readonly<Record<string, unknown>>;

/** One version of a list, as it travels. */
export interface CompiledList {
  readonly format: number;
  readonly list: ListInfo;
  readonly version: number;
  /** ISO day on which this version was made. */
  readonly publishedOn: string;
  /** Of the index's hash: under it no well-known host and no public suffix is a false hit. */
  readonly seed: number;
  /** In the order of their slugs. */
  readonly entries: readonly CompiledEntry[];
  readonly setAside: readonly RawEntry[];
}

/**
 * The list as one version, made on the day `today`. Lapsed, suspended and removed entries stay in:
 * they end what a wider scope would say, and the matcher is given the day.
 */
export function compileList(
  list: ListSource,
  today: string,
  { version = 1, seed = 0 }: { readonly version?: number; readonly seed?: number } = {},
): CompiledList {
  const entries = list.entries
    .map(({ slug, entry }) => ({ ...canonicaliseEntry(entry, list.rules), slug }))
    .sort((a, b) => compareText(a.slug, b.slug));
  return {
    format: LIST_FORMAT,
    list: list.info,
    version,
    publishedOn: today,
    seed,
    entries,
    setAside: [],
  };
}
