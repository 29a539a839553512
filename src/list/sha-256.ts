import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const encoder = new TextEncoder();

/**
 * SHA-256 of a text that comes in pieces; WebCrypto wants all of it at once. `src/trust` has its own
 * for bytes: by the import table neither folder knows the other, and nothing is below both.
 */
export class Sha256 {
  readonly #hash = sha256.create();

  /** Takes in the UTF-8 bytes of the next piece. */
  add(piece: string): void {
    this.#hash.update(encoder.encode(piece));
  }

  /** Lower-case hex; nothing can be added after it. */
  finish(): string {
    return bytesToHex(this.#hash.digest());
  }
}
