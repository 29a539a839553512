import { verifyAsync } from '@noble/ed25519';

/**
 * Whether an Ed25519 signature is valid (RFC 8032 §5.1.7), by the browser's own cryptography; by
 * `@noble/ed25519` where it lacks Ed25519 (Chrome before 137). Never rejects.
 *
 * @param subtle of the platform; another one is for tests
 */
export async function verifyEd25519(
  publicKey: Uint8Array,
  signature: Uint8Array,
  message: Uint8Array,
  subtle: Pick<SubtleCrypto, 'importKey' | 'verify'> = crypto.subtle,
): Promise<boolean> {
  try {
    const key = await subtle.importKey('raw', copy(publicKey), 'Ed25519', false, ['verify']);
    return await subtle.verify('Ed25519', key, copy(signature), copy(message));
  } catch {
    // No Ed25519 here, or a key that is none: the library tells them apart, by the same rules.
  }
  try {
    return await verifyAsync(signature, message, publicKey, { zip215: false });
  } catch {
    // A key or signature that is none.
    return false;
  }
}

/** WebCrypto wants bytes that nobody shares; the types cannot tell that these are not. */
function copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
