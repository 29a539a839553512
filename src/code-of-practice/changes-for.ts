import type { Change, CodeCatalogue } from './code-catalogue.ts';

/**
 * What is known of the step to an edition that touches a commitment; what touches it alone comes
 * first, then what touches the edition as a whole.
 */
export function changesFor(
  { changes: { edition, changes } }: CodeCatalogue,
  editionId: string,
  commitment: number,
): readonly Change[] {
  if (edition !== editionId) return [];
  return [
    ...changes.filter(({ commitments }) => commitments?.includes(commitment)),
    ...changes.filter(({ commitments }) => commitments === undefined),
  ];
}
