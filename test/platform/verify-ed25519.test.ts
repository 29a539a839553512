import { hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { verifyEd25519 } from '../../src/platform/verify-ed25519.ts';

/** RFC 8032 §7.1, test 3. */
const PUBLIC_KEY = hexToBytes('fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025');
const MESSAGE = hexToBytes('af82');
const SIGNATURE = hexToBytes(
  '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac' +
    '18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
);

/** As in Chrome before 137. */
const WITHOUT_ED25519: Pick<SubtleCrypto, 'importKey' | 'verify'> = {
  importKey: () => Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError')),
  verify: () => Promise.reject(new Error('never asked')),
};
const flip = (bytes: Uint8Array, at: number) =>
  bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));

describe.each([
  ['the platform', crypto.subtle],
  ['the library', WITHOUT_ED25519],
])('an Ed25519 signature, checked by %s', (_name, subtle) => {
  const verify = (key: Uint8Array, signature: Uint8Array, message: Uint8Array) =>
    verifyEd25519(key, signature, message, subtle);

  it('is valid for its key and message', async () => {
    expect(await verify(PUBLIC_KEY, SIGNATURE, MESSAGE)).toBe(true);
  });
  it.each([
    ['another message', PUBLIC_KEY, SIGNATURE, flip(MESSAGE, 0)],
    ['another signature', PUBLIC_KEY, flip(SIGNATURE, 63), MESSAGE],
    ['another key', flip(PUBLIC_KEY, 1), SIGNATURE, MESSAGE],
    ['a key that is none', PUBLIC_KEY.slice(1), SIGNATURE, MESSAGE],
    ['a signature cut short', PUBLIC_KEY, SIGNATURE.slice(1), MESSAGE],
    // Of small order: under it, one signature fits many messages (RFC 8032 §8.4 asks for care).
    ['a point of small order', new Uint8Array(32).fill(0), SIGNATURE, MESSAGE],
  ])('is not for %s', async (_case, key, signature, message) => {
    expect(await verify(key, signature, message)).toBe(false);
  });
});
