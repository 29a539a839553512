import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { deriveKeyId } from '../../trust/check-key-ids.ts';

/*
 * Keys as TUF writes them: bare hex. Node wants them wrapped in DER, whose first bytes never change
 * for Ed25519 (RFC 8410 §7, §4).
 */
const PRIVATE_DER_START = '302e020100300506032b657004220420';
const KEY_BYTES = 32;

/** A public key as it stands in root metadata. */
export interface PublicKey {
  readonly keytype: 'ed25519';
  readonly scheme: 'ed25519';
  readonly keyval: { readonly public: string };
}

/** A public key and the 32 bytes that sign for it. */
export interface KeyPair {
  readonly keyid: string;
  readonly publicKey: PublicKey;
  readonly seed: Uint8Array;
}

function openSeed(seed: Uint8Array) {
  const key = Buffer.concat([Buffer.from(PRIVATE_DER_START, 'hex'), seed]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

/** The key pair that grows from 32 bytes. */
export function deriveKeyPair(seed: Uint8Array): KeyPair {
  if (seed.length !== KEY_BYTES) throw new RangeError(`A key has ${KEY_BYTES} bytes.`);
  const der = createPublicKey(openSeed(seed)).export({ format: 'der', type: 'spki' });
  const hex = der.subarray(-KEY_BYTES).toString('hex');
  const publicKey: PublicKey = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: hex } };
  return { keyid: deriveKeyId(publicKey), publicKey, seed };
}

/** A new key pair, by the system's random numbers. */
export function generateKeyPair(): KeyPair {
  const { privateKey } = generateKeyPairSync('ed25519');
  const der = privateKey.export({ format: 'der', type: 'pkcs8' });
  return deriveKeyPair(der.subarray(-KEY_BYTES));
}

/** The signature of these bytes in hex. */
export function signBytes(seed: Uint8Array, bytes: Uint8Array): string {
  return sign(null, bytes, openSeed(seed)).toString('hex');
}
