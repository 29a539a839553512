import { generateKeyPair, type KeyPair, type PublicKey } from './ed25519.ts';
import { buildKeyRing, DEFAULT_EXPIRY_DAYS, type KeyRing, type RoleKeys } from './key-ring.ts';
import type { Role } from './role.ts';
import { type SigningKeys, toSigner } from './signing-keys.ts';

/** How many keys a role has, and how many of them must sign. */
export interface KeyCount {
  readonly count: number;
  readonly threshold: number;
}
/** The same for every role. */
export type KeyCounts = Readonly<Record<Role, KeyCount>>;

/** One of three root keys may be lost, and one stolen, without the list being lost or stolen. */
export const DEFAULT_KEY_COUNTS: KeyCounts = {
  root: { count: 3, threshold: 2 },
  targets: { count: 1, threshold: 1 },
  snapshot: { count: 1, threshold: 1 },
  timestamp: { count: 1, threshold: 1 },
};

/** A key and the role that it was made for. */
export interface RoleKeyPair extends KeyPair {
  readonly role: Role;
}

/** Keys that lie in no file yet. */
export interface NewKeys extends SigningKeys {
  readonly pairs: readonly RoleKeyPair[];
}

/** Signing keys of pairs held in memory. */
export function holdKeys(ring: KeyRing, pairs: readonly RoleKeyPair[]): NewKeys {
  const byId = new Map(pairs.map((pair) => [pair.keyid, pair]));
  return {
    name: 'memory',
    ring,
    pairs,
    openSigners: async (keyids) =>
      keyids.flatMap((keyid) => {
        const pair = byId.get(keyid);
        return pair ? [toSigner(pair)] : [];
      }),
  };
}

/** New keys for every role, in memory. */
export function createKeys(counts: Partial<KeyCounts> = {}): NewKeys {
  const pairs: RoleKeyPair[] = [];
  const keys: Record<string, PublicKey> = {};
  const makeRole = (role: Role): RoleKeys => {
    const { count, threshold } = counts[role] ?? DEFAULT_KEY_COUNTS[role];
    const made = Array.from({ length: count }, () => ({ ...generateKeyPair(), role }));
    for (const pair of made) keys[pair.keyid] = pair.publicKey;
    pairs.push(...made);
    const keyids = made.map(({ keyid }) => keyid);
    return { keyids, threshold, expiryDays: DEFAULT_EXPIRY_DAYS[role] };
  };
  const roles = {
    root: makeRole('root'),
    targets: makeRole('targets'),
    snapshot: makeRole('snapshot'),
    timestamp: makeRole('timestamp'),
  };
  return holdKeys(buildKeyRing(roles, keys), pairs);
}
