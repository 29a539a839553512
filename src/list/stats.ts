import { compareText } from './canonical-json.ts';
import { labelEvidence } from './evidence-label.ts';
import type { ListSource } from './list-source.ts';
import { countIndependent } from './standing.ts';

/** How many of each; `unknown` where the entry doesn't say. */
export type Counts = Readonly<Record<string, number>>;

/** A list in numbers. Suspended and removed entries are counted, and told apart in `states`. */
export interface ListStats {
  readonly list: string;
  readonly entries: number;
  readonly scopes: number;
  readonly states: Counts;
  readonly kinds: Counts;
  readonly languages: Counts;
  readonly countries: Counts;
  readonly grounds: Counts;
  /** Items by kind, those that judge a message as `case`. */
  readonly evidence: Counts;
  /** Items by the id of the organisation. */
  readonly organisations: Counts;
  /** Entries with evidence of two or more independent organisations. */
  readonly withTwoOrganisations: number;
  /** The same as a share of all entries, 0 to 1; `null` for an empty list. */
  readonly shareWithTwoOrganisations: number | null;
  /** The entry whose review lies furthest back; `null` for an empty list. */
  readonly oldestReview: { readonly entry: string; readonly day: string } | null;
}

/** Most frequent first, then by name. */
function count(words: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b));
  return Object.fromEntries(sorted);
}

/** Counts what a list holds; what the numbers mean is for the reader to say. */
export function buildListStats(list: ListSource): ListStats {
  const entries = list.entries.map(({ entry }) => entry);
  const organisations = new Map(list.organisations.map((one) => [one.id, one]));
  const items = entries.flatMap(({ evidence }) => evidence);
  const withTwo = entries.filter(({ evidence }) => countIndependent(evidence, organisations) >= 2);
  const [oldest] = [...list.entries].sort((a, b) =>
    compareText(a.entry.reviewed, b.entry.reviewed),
  );
  return {
    list: list.info.id,
    entries: entries.length,
    scopes: entries.reduce((sum, { scopes }) => sum + scopes.length, 0),
    states: count(entries.map(({ state }) => state)),
    kinds: count(entries.map(({ kind }) => kind)),
    languages: count(
      entries.flatMap(({ languages }) => (languages?.length ? languages : ['unknown'])),
    ),
    countries: count(entries.map(({ country }) => country ?? 'unknown')),
    grounds: count(entries.flatMap(({ grounds }) => grounds)),
    evidence: count(items.map((item) => labelEvidence(item, list.organisations))),
    organisations: count(items.map(({ by }) => by)),
    withTwoOrganisations: withTwo.length,
    shareWithTwoOrganisations: entries.length === 0 ? null : withTwo.length / entries.length,
    oldestReview: oldest ? { entry: oldest.slug, day: oldest.entry.reviewed } : null,
  };
}
