import { firstDayOf } from './day.ts';
import type { Evidence, EvidenceKind } from './entry.ts';
import type { Organisation } from './organisation.ts';

type Member = Pick<Organisation, 'id' | 'memberships'>;

/** The items of one organisation, newest first. */
export interface EvidenceGroup<Who extends Member = Member> {
  readonly id: string;
  /** Undefined when the list does not describe it. */
  readonly organisation: Who | undefined;
  readonly items: readonly Evidence[];
  /** Networks it belonged to on the day of every dated item. */
  readonly networks: readonly string[];
}

/** Heaviest first: the law, then who ran it, then what was false, then judgements of the whole. */
const WEIGHTS: readonly EvidenceKind[] = [
  'legal-act',
  'investigation',
  'fact-check',
  'rating',
  'source-list',
];

/** One group an organisation, the heaviest evidence first, then the most of it. */
export function groupByOrganisation<Who extends Member>(
  items: readonly Evidence[],
  organisations: readonly Who[],
): readonly EvidenceGroup<Who>[] {
  const byId = new Map<string, Evidence[]>();
  for (const item of items) {
    const own = byId.get(item.by);
    if (own) own.push(item);
    else byId.set(item.by, [item]);
  }
  const groups = [...byId].map(([id, own]): EvidenceGroup<Who> => {
    const organisation = organisations.find((each) => each.id === id);
    const sorted = own.sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
    return { id, organisation, items: sorted, networks: networksOnAll(organisation, sorted) };
  });
  return groups.sort((a, b) => weigh(a) - weigh(b) || b.items.length - a.items.length);
}

/** Networks the organisation is known to have belonged to on the item's day, whatever it may mean. */
export function networksOn(
  organisation: Member | undefined,
  day: string | undefined,
): readonly string[] {
  if (day === undefined) return [];
  const first = firstDayOf(day);
  // No month ends after its 31st, and days compare as text.
  const last = day + '-12-31'.slice(Math.max(day.length - 4, 0));
  return (organisation?.memberships ?? [])
    .filter(({ from, to }) => from !== undefined && from <= first && (to ?? last) >= last)
    .map((membership) => membership.in);
}

function networksOnAll(
  organisation: Member | undefined,
  items: readonly Evidence[],
): readonly string[] {
  const dated = items.filter(({ date }) => date !== undefined);
  const networks = networksOn(organisation, dated[0]?.date);
  return networks.filter((network) =>
    dated.every(({ date }) => networksOn(organisation, date).includes(network)),
  );
}

function weigh({ items }: EvidenceGroup): number {
  return items.reduce((least, { kind }) => Math.min(least, WEIGHTS.indexOf(kind)), WEIGHTS.length);
}
