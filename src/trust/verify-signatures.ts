import { hexToBytes } from '@noble/hashes/utils.js';
import type { Key, Root } from './metadata.ts';
import type { ReadMetadata } from './parse-metadata.ts';
import { type Refused, type RoleName, refuse } from './refusal.ts';

/** Whether a signature over `message` is that of an Ed25519 key (RFC 8032 §5.1.7); never rejects. */
export type VerifyEd25519 = (
  publicKey: Uint8Array,
  signature: Uint8Array,
  message: Uint8Array,
) => Promise<boolean>;

const PUBLIC_KEY_HEX = /^[0-9a-f]{64}$/;
const SIGNATURE_HEX = /^[0-9a-f]{128}$/;

/**
 * Whether enough keys of a role, as `root` names them, signed this metadata (TUF §5.3.4, 5.4.2,
 * 5.5.3, 5.6.3). Signatures of keys that are not the role's are passed over; a second signature
 * under the same key id is refused (TUF §4.2.1: each key signs once), and one public key counts
 * once whatever it is called.
 */
export async function verifySignatures(
  { role, signatures, signedBytes }: Pick<ReadMetadata, 'role' | 'signatures' | 'signedBytes'>,
  root: Root,
  verify: VerifyEd25519,
): Promise<Refused | undefined> {
  const ids = signatures.map(({ keyid }) => keyid);
  if (new Set(ids).size < ids.length) {
    return refuse(role, 'signatures', { detail: 'a key signed twice' });
  }
  const { keyids, threshold } = root.roles[role];
  const signers = new Set<string>();
  for (const { keyid, sig } of signatures) {
    if (!keyids.includes(keyid)) continue;
    const publicHex = readPublicKey(root.keys[keyid]);
    if (publicHex === undefined || !SIGNATURE_HEX.test(sig)) continue;
    const isValid = await verify(hexToBytes(publicHex), hexToBytes(sig), signedBytes);
    if (isValid) signers.add(publicHex);
  }
  if (signers.size >= threshold) return undefined;
  return refuse(role, 'signatures', { have: threshold, got: signers.size });
}

/** Whether the keys of a role, or how many of them must sign, differ between two roots. */
export function isRotated(role: RoleName, before: Root, after: Root): boolean {
  const [a, b] = [before.roles[role], after.roles[role]];
  return a.threshold !== b.threshold || [...a.keyids].sort().join() !== [...b.keyids].sort().join();
}

function readPublicKey(key: Key | undefined): string | undefined {
  if (key?.keytype !== 'ed25519' || key.scheme !== 'ed25519') return undefined;
  const { public: hex } = key.keyval;
  return PUBLIC_KEY_HEX.test(hex) ? hex : undefined;
}
