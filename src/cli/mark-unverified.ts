import type { Certainty } from '../code-of-practice/fields.ts';

/** The mark behind what is not certain; `UNVERIFIED` explains it once. */
export function markUnverified(certainty: Certainty | undefined): string {
  return certainty === 'high' ? '' : ' (unverified)';
}
