import type { Evidence, EvidenceKind } from './entry.ts';
import type { Organisation } from './organisation.ts';

/** What an item is told as: its kind, or a case, which judges a message and not the outlet. */
export type EvidenceLabel = EvidenceKind | 'case';

/** How many items of each label there are; one without items is left out. */
export type EvidenceCounts = Readonly<Partial<Record<EvidenceLabel, number>>>;

type Judge = Pick<Organisation, 'id' | 'judges'>;

/**
 * Whatever an organisation publishes that judges messages is a case (lists/README.md). An item of
 * an organisation that is not described goes by its kind.
 */
export function labelEvidence(
  { kind, by }: Pick<Evidence, 'kind' | 'by'>,
  organisations: readonly Judge[],
): EvidenceLabel {
  const organisation = organisations.find(({ id }) => id === by);
  return organisation?.judges === 'message' ? 'case' : kind;
}

/** How often each label occurs. */
export function countEvidence(
  items: readonly Pick<Evidence, 'kind' | 'by'>[],
  organisations: readonly Judge[],
): EvidenceCounts {
  const counts: Partial<Record<EvidenceLabel, number>> = {};
  for (const item of items) {
    const label = labelEvidence(item, organisations);
    counts[label] = (counts[label] ?? 0) + 1;
  }
  return counts;
}
