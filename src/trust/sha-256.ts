import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const BYTES_PER_STEP = 64 * 1024;

/** SHA-256 as lower-case hex. */
export function hashBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** The same for many bytes, so that others have their turn meanwhile: 50 MB take half a second. */
export async function hashLongBytes(
  bytes: Uint8Array,
  pause: () => Promise<void>,
): Promise<string> {
  const hash = sha256.create();
  for (let from = 0; from < bytes.length; from += BYTES_PER_STEP) {
    hash.update(bytes.subarray(from, from + BYTES_PER_STEP));
    await pause();
  }
  return bytesToHex(hash.digest());
}
