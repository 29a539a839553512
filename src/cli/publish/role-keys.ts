import {
  Metadata,
  MetadataKind,
  type Root,
  Signature,
  type Snapshot,
  type Targets,
  type Timestamp,
} from '@tufjs/models';
import type { PublicKey } from '../signing/ed25519.ts';
import { buildKeyRing, type KeyRing, type RoleKeys } from '../signing/key-ring.ts';
import { ROLES, type Role } from '../signing/role.ts';
import type { Signer, SigningKeys } from '../signing/signing-keys.ts';
import { MissingKeyError, type SignedBefore } from './errors.ts';
import { addDays, formatTime } from './metadata.ts';

/** The version of the TUF specification that the repository follows. */
export const SPEC_VERSION = '1.0.31';

type Signable = Metadata<Root> | Metadata<Targets> | Metadata<Snapshot> | Metadata<Timestamp>;

/** Root metadata that trusts the keys of a ring; unsigned yet. */
export function buildRoot(ring: KeyRing, version: number, now: Date): Metadata<Root> {
  const used = new Set(ROLES.flatMap((role) => ring.roles[role].keyids));
  const keys = Object.fromEntries(
    Object.entries(ring.keys)
      .filter(([keyid]) => used.has(keyid))
      .map(([keyid, key]) => [keyid, { ...key, keyval: { ...key.keyval } }]),
  );
  const roles = Object.fromEntries(
    ROLES.map((role) => {
      const { keyids, threshold } = ring.roles[role];
      return [role, { keyids: [...keyids], threshold }];
    }),
  );
  return Metadata.fromJSON(MetadataKind.Root, {
    signatures: [],
    signed: {
      _type: MetadataKind.Root,
      spec_version: SPEC_VERSION,
      version,
      expires: formatTime(addDays(now, ring.roles.root.expiryDays)),
      consistent_snapshot: true,
      keys,
      roles,
    },
  });
}

function listTrusted({ signed }: Metadata<Root>, role: Role) {
  const { keyIDs, threshold } = signed.roles[role] ?? { keyIDs: [], threshold: 1 };
  return { keyids: keyIDs, threshold };
}

function toPublicKey(root: Metadata<Root>, keyid: string): PublicKey {
  const hex = root.signed.keys[keyid]?.keyVal['public'] ?? '';
  return { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: hex } };
}

/** The ring that a root trusts; how long signatures hold is the publisher's own, so it stays. */
export function toKeyRing(root: Metadata<Root>, { roles }: KeyRing): KeyRing {
  const keys: Record<string, PublicKey> = {};
  const toRole = (role: Role): RoleKeys => {
    const trusted = listTrusted(root, role);
    for (const keyid of trusted.keyids) keys[keyid] = toPublicKey(root, keyid);
    return { ...roles[role], ...trusted };
  };
  return buildKeyRing(
    {
      root: toRole('root'),
      targets: toRole('targets'),
      snapshot: toRole('snapshot'),
      timestamp: toRole('timestamp'),
    },
    keys,
  );
}

/** Whether a root trusts just the keys of a ring. Ids are derived from the keys, so they decide. */
export function trustsRing(root: Metadata<Root>, ring: KeyRing): boolean {
  return ROLES.every((role) => {
    const trusted = listTrusted(root, role);
    const { keyids, threshold } = ring.roles[role];
    const same = new Set(trusted.keyids);
    return (
      trusted.threshold === threshold &&
      same.size === keyids.length &&
      keyids.every((keyid) => same.has(keyid))
    );
  });
}

/** Whether a root accepts what was signed for a role. */
export function accepts(root: Metadata<Root>, role: Role, metadata: Signable): boolean {
  try {
    root.verifyDelegate(role, metadata);
    return true;
  } catch {
    return false; // it says by throwing only how many signatures it found
  }
}

function addSignatures(metadata: Signable, signers: readonly Signer[]): void {
  for (const { keyid, sign } of signers) {
    metadata.sign((bytes) => new Signature({ keyID: keyid, sig: sign(bytes) }));
  }
}

/** Whether enough private keys of a role are here. */
export async function maySign(
  root: Metadata<Root>,
  role: Role,
  keys: SigningKeys,
): Promise<boolean> {
  const { keyids, threshold } = listTrusted(root, role);
  return (await keys.openSigners(keyids)).length >= threshold;
}

/**
 * Those of the role's keys that are here.
 *
 * @throws MissingKeyError when they are too few for the root
 */
export async function openRole(
  root: Metadata<Root>,
  role: Role,
  keys: SigningKeys,
  before?: SignedBefore,
): Promise<readonly Signer[]> {
  const { keyids, threshold } = listTrusted(root, role);
  const signers = await keys.openSigners(keyids);
  if (signers.length < threshold) {
    throw new MissingKeyError(role, signers.length, threshold, before);
  }
  return signers;
}

/**
 * Signs with every key of the role that is here.
 *
 * @throws MissingKeyError when those are too few for the root
 */
export async function signForRole(
  metadata: Signable,
  root: Metadata<Root>,
  role: Role,
  keys: SigningKeys,
): Promise<void> {
  addSignatures(metadata, await openRole(root, role, keys));
}

/** Signs as well with what keys of the role an older root trusts, as far as they are here. */
export async function addOldSignatures(
  metadata: Signable,
  oldRoot: Metadata<Root>,
  role: Role,
  keys: SigningKeys,
): Promise<void> {
  addSignatures(metadata, await keys.openSigners(listTrusted(oldRoot, role).keyids));
}
