import type { CompiledEntry } from '../list/compiled-list.ts';

/** What an entry is worth on a day: its own state, or `lapsed` past its review. */
export type EntryState = CompiledEntry['state'] | 'lapsed';

/** In the order in which they are counted and told. */
export const ENTRY_STATES = ['listed', 'appealed', 'suspended', 'removed', 'lapsed'] as const;

/** The state to show; a decision of the list is no lapse. */
export function judgeState(
  { state, reviewBy }: Pick<CompiledEntry, 'state' | 'reviewBy'>,
  today: string,
): EntryState {
  const isOpen = state === 'listed' || state === 'appealed';
  return isOpen && today > reviewBy ? 'lapsed' : state;
}

/** Whether addresses are flagged for an entry in that state. */
export function isInForce(state: EntryState): boolean {
  return state === 'listed' || state === 'appealed';
}
