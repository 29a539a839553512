import type { Grounds } from '../../src/list/entry.ts';

/** The compiler wants every grounds here, so that none can be forgotten in the table. */
const EVERY: Readonly<Record<Grounds, true>> = {
  'repeated-false-claims': true,
  'fabricated-news': true,
  impersonation: true,
  'influence-operation': true,
  'banned-outlet': true,
};

export const GROUNDS = Object.keys(EVERY) as readonly Grounds[];
