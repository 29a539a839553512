import { describe, expect, it } from 'vitest';
import type { EvidenceKind } from '../../src/list/entry.ts';
import { countEvidence, labelEvidence } from '../../src/list/evidence-label.ts';

const ORGANISATIONS = [
  { id: 'checker' },
  { id: 'rater', judges: 'outlet' },
  { id: 'cases', judges: 'message' },
] as const;

describe('an item of evidence', () => {
  it.each([
    ['fact-check', 'checker', 'fact-check'],
    ['rating', 'rater', 'rating'],
    ['fact-check', 'cases', 'case'],
    ['investigation', 'cases', 'case'],
    ['fact-check', 'unknown', 'fact-check'],
  ] as const)('%s by %s is told as %s', (kind, by, label) => {
    expect(labelEvidence({ kind, by }, ORGANISATIONS)).toBe(label);
  });

  it('is counted under its label', () => {
    const item = (kind: EvidenceKind, by: string) => ({ kind, by });
    const items = [item('fact-check', 'checker'), item('fact-check', 'cases')];
    expect(countEvidence([...items, ...items.slice(1)], ORGANISATIONS)).toEqual({
      'fact-check': 1,
      case: 2,
    });
    expect(countEvidence(items, [])).toEqual({ 'fact-check': 2 });
  });
});
