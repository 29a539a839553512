import type { CompiledEntry } from '../list/compiled-list.ts';
import type { Evidence } from '../list/entry.ts';
import { countEvidence, type EvidenceCounts } from '../list/evidence-label.ts';
import type { Organisation } from '../list/organisation.ts';
import { judgeState } from './entry-state.ts';
import type { PublicRelease } from './public-release.ts';
import { showPlain } from './show-plain.ts';

/** Columns of `list.csv` and `list.parquet`, in order. */
export const ROW_COLUMNS = [
  ['scope', 'text'],
  ['entry', 'text'],
  ['name', 'text'],
  ['kind', 'text'],
  ['state', 'text'],
  ['grounds', 'text'],
  ['country', 'text'],
  ['languages', 'text'],
  ['organisations', 'count'],
  ['legal_acts', 'count'],
  ['investigations', 'count'],
  ['fact_checks', 'count'],
  ['cases', 'count'],
  ['ratings', 'count'],
  ['source_lists', 'count'],
  ['listed', 'text'],
  ['reviewed', 'text'],
  ['review_by', 'text'],
] as const;

type RowColumn = (typeof ROW_COLUMNS)[number][0];
/** One scope of one entry; several grounds are parted by spaces, what is not known is undefined. */
export type ListRow = Readonly<Record<RowColumn, string | number | undefined>>;

/** One row a scope, in the order of the list; the evidence is that which speaks of the scope. */
export function* listRows({ list, context, today }: PublicRelease): Generator<ListRow> {
  const organisations = new Map(context.organisations.map((one) => [one.id, one]));
  for (const entry of list.entries) {
    const support = countSupport(entry, organisations);
    for (const scope of entry.scopes) {
      const { judges, counts } = support(scope);
      yield {
        scope: showPlain(scope),
        entry: entry.slug,
        name: showPlain(entry.name),
        kind: entry.kind,
        state: judgeState(entry, today),
        grounds: entry.grounds.join(' '),
        country: entry.country,
        languages: entry.languages?.join(' '),
        organisations: judges,
        legal_acts: counts['legal-act'] ?? 0,
        investigations: counts.investigation ?? 0,
        fact_checks: counts['fact-check'] ?? 0,
        cases: counts.case ?? 0,
        ratings: counts.rating ?? 0,
        source_lists: counts['source-list'] ?? 0,
        listed: entry.listed,
        reviewed: entry.reviewed,
        review_by: entry.reviewBy,
      };
    }
  }
}

interface Support {
  readonly judges: number;
  readonly counts: EvidenceCounts;
}

/** By scope in one pass: an entry may have thousands of both, and their product is too much. */
function countSupport(
  { evidence }: CompiledEntry,
  organisations: ReadonlyMap<string, Organisation>,
): (scope: string) => Support {
  const common: Evidence[] = [];
  const own = new Map<string, Evidence[]>();
  for (const item of evidence) {
    if (item.scopes === undefined) common.push(item);
    for (const scope of new Set(item.scopes ?? []))
      own.set(scope, [...(own.get(scope) ?? []), item]);
  }
  const count = (items: readonly Evidence[]): Support => {
    const judges = new Set(items.map(({ by }) => by));
    const known = [...judges].flatMap((id) => organisations.get(id) ?? []);
    return { judges: judges.size, counts: countEvidence(items, known) };
  };
  const shared = count(common);
  return (scope) => {
    const items = own.get(scope);
    return items === undefined ? shared : count([...common, ...items]);
  };
}
