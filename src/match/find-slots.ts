import { mixHash, stepHash } from './host-hash.ts';
import type { HostIndex } from './host-index.ts';

const DOT = 46;

/** A scope's host is at most 253 characters long (RFC 1035): so many labels at most. */
export const MAX_SLOTS = 128;

/**
 * Finds the host keys that cover a host, shortest first, in one pass from right to left and without
 * making a string; writes their slots to `out` and returns how many there are.
 *
 * - with `example.com` and `a.example.com` indexed, `www.a.example.com` has both
 * - `notexample.com` has none; single labels are never asked about
 */
export function findHostSlots(index: HostIndex, host: string, out: Uint32Array): number {
  let hash = index.seed;
  let found = 0;
  let labels = 0;
  for (let i = host.length - 1; i >= 0; i--) {
    const code = host.charCodeAt(i);
    if (code === DOT && labels++ > 0) {
      const slot = findSlot(index, mixHash(hash), host, i + 1);
      if (slot >= 0 && found < MAX_SLOTS) out[found++] = slot;
    }
    hash = stepHash(hash, code);
  }
  if (labels > 0) {
    const slot = findSlot(index, mixHash(hash), host, 0);
    if (slot >= 0 && found < MAX_SLOTS) out[found++] = slot;
  }
  return found;
}

/** The slot of the key that is `text` from `from` on, or -1. */
export function findSlot(index: HostIndex, mixed: number, text: string, from: number): number {
  const { starts, remainders } = index;
  const bucket = mixed >>> (32 - index.bucketBits);
  const remainder = mixed & 0xffff;
  const end = starts[bucket + 1] ?? 0;
  for (let slot = starts[bucket] ?? 0; slot < end; slot++) {
    const kept = remainders[slot] ?? 0;
    if (kept < remainder) continue;
    if (kept > remainder) return -1;
    if (isNameOf(index, bucket, slot, text, from)) return slot;
  }
  return -1;
}

function isNameOf(index: HostIndex, bucket: number, slot: number, text: string, from: number) {
  const length = index.nameLengths[slot] ?? 0;
  if (length !== text.length - from) return false;
  let at = index.nameStarts[bucket] ?? 0;
  for (let before = index.starts[bucket] ?? 0; before < slot; before++) {
    at += index.nameLengths[before] ?? 0;
  }
  for (let i = 0; i < length; i++) {
    if (index.names[at + i] !== text.charCodeAt(from + i)) return false;
  }
  return true;
}
