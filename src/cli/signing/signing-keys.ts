import { type KeyPair, signBytes } from './ed25519.ts';
import type { KeyRing } from './key-ring.ts';

/** Signs for one key. */
export interface Signer {
  readonly keyid: string;
  /** The signature in hex. */
  readonly sign: (bytes: Uint8Array) => string;
}

/** The keys of a list as one machine has them: all public ones, some private ones. */
export interface SigningKeys {
  /** How messages call them: by their folder, where they lie in one. */
  readonly name: string;
  readonly ring: KeyRing;
  /** Signers for those of the keys whose private part is here. */
  readonly openSigners: (keyids: readonly string[]) => Promise<readonly Signer[]>;
}

/** What signs with an opened key. */
export function toSigner({ keyid, seed }: KeyPair): Signer {
  return { keyid, sign: (bytes) => signBytes(seed, bytes) };
}
