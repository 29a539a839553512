import type { KeyRing } from '../signing/key-ring.ts';
import type { Role } from '../signing/role.ts';
import type { SigningKeys } from '../signing/signing-keys.ts';
import { isDue } from './metadata.ts';
import type { OnlineRole, PublishedRepository } from './read-repository.ts';
import { maySign, openRole } from './role-keys.ts';

/** What is signed anew although nothing changed, and what people should hear about it. */
export interface Renewals {
  readonly roles: ReadonlySet<Role>;
  readonly notices: readonly string[];
}

/**
 * The roles that are in the last third of their life or were left unsigned by a rotation. One whose
 * keys are not here is left as it is while it holds, and told; the timestamp is always renewed.
 *
 * @throws MissingKeyError when what was signed without them holds no longer
 */
export async function chooseRenewals(
  repository: PublishedRepository,
  ring: KeyRing,
  keys: SigningKeys,
  now: Date,
): Promise<Renewals> {
  const { chain, snapshot, newest, unsigned } = repository;
  const expiries: readonly [Role, string][] = [
    ['root', chain.root.signed.expires],
    ['targets', newest.metadata.signed.expires],
    ['snapshot', snapshot.signed.expires],
  ];
  const roles = new Set<Role>(unsigned satisfies ReadonlySet<OnlineRole>);
  const notices: string[] = [];
  for (const role of unsigned) await openRole(chain.root, role, keys, 'revoked');
  for (const [role, expires] of expiries) {
    if (!isDue(expires, ring.roles[role].expiryDays, now)) continue;
    // What has expired is no longer taken by anybody, so there is nothing to go on without.
    if (new Date(expires) <= now) await openRole(chain.root, role, keys, 'expired');
    if (await maySign(chain.root, role, keys)) {
      roles.add(role);
      continue;
    }
    notices.push(
      `What the ${role} keys signed expires at ${expires} and they are not here: publish with them before that, or readers will take nothing more.`,
    );
  }
  return { roles, notices };
}
