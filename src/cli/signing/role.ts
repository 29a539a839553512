/** The four roles of a TUF repository, each with keys of its own. */
export const ROLES = ['root', 'targets', 'snapshot', 'timestamp'] as const;
/** Whose signature it is: each role says one thing, with keys of its own. */
export type Role = (typeof ROLES)[number];

/** Whether a word names a role. */
export function isRole(word: string): word is Role {
  return ROLES.some((role) => role === word);
}
