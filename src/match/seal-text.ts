import { mixHash, stepHash } from './host-hash.ts';

const SEAL_LENGTH = 8;

/**
 * Puts a checksum over key and text in front of a stored text, so that a cut, garbled or misplaced
 * shard is noticed: read as it is, it could say "not listed". Against accidents, not attackers:
 * whoever can write our storage can also write our code.
 */
export function sealText(key: string, text: string): string {
  return checksum(key, text, 0).toString(16).padStart(SEAL_LENGTH, '0') + text;
}

/** The text that was sealed under this key; undefined for anything else. */
export function unsealText(key: string, value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const expected = checksum(key, value, SEAL_LENGTH).toString(16).padStart(SEAL_LENGTH, '0');
  return value.startsWith(expected) ? value.slice(SEAL_LENGTH) : undefined;
}

function checksum(key: string, text: string, from: number): number {
  let hash = text.length - from;
  for (let i = 0; i < key.length; i++) hash = stepHash(hash, key.charCodeAt(i));
  for (let i = from; i < text.length; i++) hash = stepHash(hash, text.charCodeAt(i));
  return mixHash(hash) >>> 0;
}
