import type { Role } from '../code-of-practice/commitments-for.ts';
import type { AskedCommitment } from '../messages/described-address.ts';

/** One commitment with all whom it asks. */
export interface CommitmentGroup extends Omit<AskedCommitment, 'role'> {
  readonly roles: readonly Role[];
}

/** The Code asks sellers and buyers of ads the same thing: said once, with both named. */
export function groupCommitments(asked: readonly AskedCommitment[]): readonly CommitmentGroup[] {
  const groups = new Map<number, CommitmentGroup>();
  for (const { role, ...one } of asked) {
    const known = groups.get(one.commitment);
    const fresh = one.measures.filter(({ id }) => !known?.measures.some((m) => m.id === id));
    groups.set(one.commitment, {
      ...one,
      measures: [...(known?.measures ?? []), ...fresh].sort((a, b) => compareIds(a.id, b.id)),
      reach: known?.reach === 'always' ? 'always' : one.reach,
      roles: [...(known?.roles ?? []), role],
    });
  }
  return [...groups.values()];
}

/** `1.10` comes after `1.9`. */
function compareIds(a: string, b: string): number {
  return Number(a.split('.')[1]) - Number(b.split('.')[1]);
}
