import { UsageError } from '../errors.ts';
import type { KeyPair, PublicKey } from '../signing/ed25519.ts';
import { buildKeyRing, type KeyRing, MAX_ROLE_KEYS } from '../signing/key-ring.ts';
import type { Role } from '../signing/role.ts';

/** How the keys of a role are to change. */
export interface KeyChange {
  readonly role: Role;
  /** Ids of keys, or how they begin. */
  readonly revoke: readonly string[];
  readonly add?: number | undefined;
  readonly threshold?: number | undefined;
}

/** What a change comes to, before there are new keys. */
export interface RotationPlan {
  readonly role: Role;
  readonly kept: readonly string[];
  readonly revoked: readonly string[];
  readonly add: number;
  readonly threshold: number;
}

const MIN_PREFIX = 8;

function findKey(start: string, role: Role, keyids: readonly string[]): string {
  const found = keyids.filter((keyid) => keyid.startsWith(start.toLowerCase()));
  const [keyid, ...more] = found;
  if (keyid !== undefined && more.length === 0 && start.length >= MIN_PREFIX) return keyid;
  const known = keyids.map((each) => each.slice(0, MIN_PREFIX)).join(', ');
  throw new UsageError(`"${start}" is no key of ${role}: those are ${known}.`);
}

/** The keys that are to go: by default all, unless the change is about something else. */
function chooseRevoked(
  { role, revoke, add, threshold }: KeyChange,
  keyids: readonly string[],
  known = keyids,
): readonly string[] {
  if (revoke.length === 0 && add === undefined && threshold === undefined) return keyids;
  const named = new Set(revoke.map((start) => findKey(start, role, known)));
  return keyids.filter((keyid) => named.has(keyid));
}

/**
 * What is asked, held against the keys in force. Without a word on it, all keys of the role are
 * replaced; a revoked key is replaced unless `add` says otherwise.
 *
 * @param before the keys as whoever asks knows them: one of those that was revoked meanwhile may
 *   still be named
 * @throws UsageError when it names no key, or leaves too few for the threshold
 */
export function planRotation(ring: KeyRing, change: KeyChange, before = ring): RotationPlan {
  const { role } = change;
  const now = ring.roles[role];
  const known = [...new Set([...now.keyids, ...before.roles[role].keyids])];
  const revoked = chooseRevoked(change, now.keyids, known);
  const kept = now.keyids.filter((keyid) => !revoked.includes(keyid));
  const add = change.add ?? revoked.length;
  const threshold = change.threshold ?? now.threshold;
  const count = kept.length + add;
  if (count < threshold || threshold < 1) {
    throw new UsageError(
      `${threshold} of the ${role} keys must sign, and ${count} would be left: add more, or say another --threshold.`,
    );
  }
  if (count > MAX_ROLE_KEYS) {
    throw new UsageError(`A role has at most ${MAX_ROLE_KEYS} keys, not ${count}.`);
  }
  return { role, kept, revoked, add, threshold };
}

/**
 * Whether the keys in force are what a change was to make of those before: whoever asks again after
 * a rotation broke off, or asks what was done elsewhere, wants no further new keys.
 */
export function isInForce(ring: KeyRing, change: KeyChange, before: KeyRing): boolean {
  if (ring === before) return false;
  const [now, old] = [ring.roles[change.role], before.roles[change.role]];
  const known = [...new Set([...now.keyids, ...old.keyids])];
  const revoked = chooseRevoked(change, old.keyids, known);
  const kept = old.keyids.filter((keyid) => !revoked.includes(keyid));
  const isAsPlanned =
    kept.every((keyid) => now.keyids.includes(keyid)) &&
    !revoked.some((keyid) => now.keyids.includes(keyid)) &&
    now.keyids.length === kept.length + (change.add ?? revoked.length) &&
    now.threshold === (change.threshold ?? old.threshold);
  if (isAsPlanned) return true;
  const plan = planRotation(ring, change, before);
  return plan.revoked.length === 0 && plan.add === 0 && plan.threshold === now.threshold;
}

/** The ring after a rotation. */
export function applyRotation(
  ring: KeyRing,
  { role, kept, threshold }: RotationPlan,
  added: readonly KeyPair[],
): KeyRing {
  const keyids = [...kept, ...added.map(({ keyid }) => keyid)];
  const roles = { ...ring.roles, [role]: { ...ring.roles[role], keyids, threshold } };
  const used = new Set(Object.values(roles).flatMap((each) => each.keyids));
  const keys: Record<string, PublicKey> = {};
  for (const [keyid, key] of Object.entries(ring.keys)) if (used.has(keyid)) keys[keyid] = key;
  for (const { keyid, publicKey } of added) keys[keyid] = publicKey;
  return buildKeyRing(roles, keys);
}
