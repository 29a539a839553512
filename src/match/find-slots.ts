import { mixHash, stepHash } from './host-hash.ts';
import { BLOCK_SHIFT, type HostIndex, WINDOW } from './host-index.ts';

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
  for (let i = host.length - 1; ; i--) {
    const code = i < 0 ? DOT : host.charCodeAt(i);
    if (code === DOT && labels++ > 0) {
      const slot = findSlot(index, mixHash(hash), host, i + 1);
      if (slot >= 0 && found < MAX_SLOTS) out[found++] = slot;
    }
    if (i < 0) return found;
    hash = stepHash(hash, code);
  }
}

/**
 * The slot of the key that is `text` from `from` on, or -1.
 *
 * Nearly every question ends here with "no". So the first slots of the bucket, and what follows it,
 * are compared without a branch between them: the processor goes on to the next question while the
 * reads for this one are under way, where a loop that may end early would stop it at each.
 */
export function findSlot(index: HostIndex, mixed: number, text: string, from: number): number {
  const { bases, offsets, remainders } = index;
  const bucket = (mixed * index.scale) | 0;
  const kept = mixed & 0xffff;
  const next = bucket + 1;
  const start = (bases[bucket >> BLOCK_SHIFT] ?? 0) + (offsets[bucket] ?? 0);
  const end = (bases[next >> BLOCK_SHIFT] ?? 0) + (offsets[next] ?? 0);
  // Negative if one of them equals what is looked for, or the bucket goes on past them.
  const sign =
    compare(remainders[start], kept) |
    compare(remainders[start + 1], kept) |
    compare(remainders[start + 2], kept) |
    compare(remainders[start + 3], kept) |
    compare(remainders[start + 4], kept) |
    compare(remainders[start + 5], kept) |
    compare(remainders[start + 6], kept) |
    compare(remainders[start + 7], kept) |
    (start + WINDOW - end);
  return sign < 0 ? confirm(index, bucket, start, end, kept, text, from) : -1;
}

/** Negative if they are equal. */
function compare(remainder: number | undefined, kept: number): number {
  return ((remainder ?? 0) ^ kept) - 1;
}

/** Looks closer: which slot of the bucket, and is it by name? */
function confirm(
  index: HostIndex,
  bucket: number,
  start: number,
  end: number,
  kept: number,
  text: string,
  from: number,
): number {
  const { remainders, nameLengths, names } = index;
  const wanted = text.length - from;
  let at = (index.nameBases[bucket >> BLOCK_SHIFT] ?? 0) + (index.nameOffsets[bucket] ?? 0);
  for (let slot = start; slot < end; slot++) {
    const length = nameLengths[slot] ?? 0;
    if (remainders[slot] === kept && length === wanted) {
      let i = 0;
      while (i < length && names[at + i] === text.charCodeAt(from + i)) i++;
      if (i === length) return slot;
    }
    at += length;
  }
  return -1;
}
