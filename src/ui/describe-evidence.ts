import type { EvidenceCounts, EvidenceLabel } from '../list/evidence-label.ts';
import type { CountedKey, Text } from './text.ts';

/** Heaviest first: what was shown false or by whom it was run goes before what was judged whole. */
const COUNT_TEXTS: Readonly<Record<EvidenceLabel, CountedKey>> = {
  'legal-act': 'evidence_count_legal_act',
  investigation: 'evidence_count_investigation',
  'fact-check': 'evidence_count_fact_check',
  case: 'evidence_count_case',
  rating: 'evidence_count_rating',
  'source-list': 'evidence_count_source_list',
};

/** `7 fact-checks and 1 rating by 3 organisations`: counts, no judgement. */
export function describeEvidence(
  counts: EvidenceCounts,
  organisations: number,
  text: Text,
): string {
  const items = Object.entries(COUNT_TEXTS).flatMap(([label, stem]) => {
    // Object.entries widens the key of a record that is typed by it.
    const number = counts[label as EvidenceLabel] ?? 0;
    return number > 0 ? [text.count(stem, number)] : [];
  });
  return text.count('evidence_by', organisations, text.list(items));
}
