import type { Grounds } from '../list/entry.ts';
import type { Law } from './law.ts';

/**
 * The binding laws that bear on a source listed on these grounds. Law is not the Code: it binds
 * whether or not anybody signed, so it travels apart from the commitments.
 */
export function lawsFor(laws: readonly Law[], grounds: readonly Grounds[]): readonly Law[] {
  return laws.filter((law) => grounds.some((one) => law.grounds.includes(one)));
}
