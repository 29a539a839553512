import { MIX_FACTOR, STEP_FACTOR } from './host-hash.ts';
import { BUCKET_SHIFT, type HostIndex, NAME_SHIFT, WINDOW } from './host-index.ts';

const DOT = 46;
// Copies: an engine reads what is imported anew each time, through several steps.
const STEP = STEP_FACTOR | 0;
const MIX = MIX_FACTOR | 0;
const BUCKETS = BUCKET_SHIFT | 0;
const NAMES = NAME_SHIFT | 0;
const COMPARED = WINDOW | 0;

/** A scope's host is at most 253 characters long (RFC 1035): so many labels at most. */
const MAX_FOUND = 128;

/** Room for what `findHostSlots` finds: of each key its slot, and where in the host it begins. */
export function makeFoundSlots(): Uint32Array {
  return new Uint32Array(2 * MAX_FOUND);
}

/**
 * Finds the host keys that cover a host, shortest first, in one pass from right to left and without
 * making a string; writes them to `out`, see `makeFoundSlots`, and returns how many there are.
 *
 * - with `example.com` and `a.example.com` indexed, `www.a.example.com` has both
 * - `notexample.com` has none; single labels are never asked about
 *
 * Nearly every question ends with "no". So the first slots of a bucket, and what follows it, are
 * compared without a branch between them: the processor goes on while the reads for this one are
 * under way, where a loop that may end early would stop it each time. `stepHash` and `mixHash` are
 * written out, because engines inline only so much, and a call a character costs more than the rest.
 */
export function findHostSlots(index: HostIndex, host: string, out: Uint32Array): number {
  const { bases, offsets, remainders, scale } = index;
  let hash = index.seed | 0;
  let found = 0;
  let i = host.length - 1;
  for (let code = 0; i >= 0 && code !== DOT; i--) {
    code = host.charCodeAt(i);
    hash = Math.imul(hash ^ code, STEP);
  }
  // Every round takes one more label, and then the dot before it.
  for (; i >= 0; i--) {
    let code = 0;
    while (i >= 0) {
      code = host.charCodeAt(i);
      if (code === DOT) break;
      hash = Math.imul(hash ^ code, STEP);
      i--;
    }
    const folded = Math.imul(hash ^ (hash >>> 15), MIX);
    const mixed = folded ^ (folded >>> 16);
    const bucket = ((mixed >>> 0) * scale) | 0;
    const next = bucket + 1;
    const start = (bases[bucket >> BUCKETS] ?? 0) + (offsets[bucket] ?? 0);
    const end = (bases[next >> BUCKETS] ?? 0) + (offsets[next] ?? 0);
    const kept = mixed & 0xffff;
    // Each is negative if equal; the last if the bucket goes on past what is compared.
    const sign =
      (((remainders[start] ?? 0) ^ kept) - 1) |
      (((remainders[start + 1] ?? 0) ^ kept) - 1) |
      (((remainders[start + 2] ?? 0) ^ kept) - 1) |
      (((remainders[start + 3] ?? 0) ^ kept) - 1) |
      (((remainders[start + 4] ?? 0) ^ kept) - 1) |
      (((remainders[start + 5] ?? 0) ^ kept) - 1) |
      (((remainders[start + 6] ?? 0) ^ kept) - 1) |
      (((remainders[start + 7] ?? 0) ^ kept) - 1) |
      (start + COMPARED - end);
    if (sign < 0) {
      const slot = confirmSlot(index, start, end, kept, host, i + 1);
      if (slot >= 0 && found < MAX_FOUND) {
        out[2 * found] = slot;
        out[2 * found + 1] = i + 1;
        found++;
      }
    }
    hash = Math.imul(hash ^ DOT, STEP);
  }
  return found;
}

/** The slot of a key with this mixed hash, or -1. */
export function findKeySlot(index: HostIndex, mixed: number, key: string): number {
  const { bases, offsets, scale } = index;
  const bucket = ((mixed >>> 0) * scale) | 0;
  const next = bucket + 1;
  const start = (bases[bucket >> BUCKETS] ?? 0) + (offsets[bucket] ?? 0);
  const end = (bases[next >> BUCKETS] ?? 0) + (offsets[next] ?? 0);
  return confirmSlot(index, start, end, mixed & 0xffff, key, 0);
}

/** The slot from `start` to `end` whose key is `text` from `from` on, by its full name, or -1. */
function confirmSlot(
  index: HostIndex,
  start: number,
  end: number,
  kept: number,
  text: string,
  from: number,
): number {
  const { remainders, nameBases, nameOffsets, names } = index;
  const wanted = text.length - from;
  for (let slot = start; slot < end; slot++) {
    if (remainders[slot] !== kept) continue;
    const next = slot + 1;
    const at = (nameBases[slot >> NAMES] ?? 0) + (nameOffsets[slot] ?? 0);
    const after = (nameBases[next >> NAMES] ?? 0) + (nameOffsets[next] ?? 0);
    if (after - at !== wanted) continue;
    let i = 0;
    while (i < wanted && names[at + i] === text.charCodeAt(from + i)) i++;
    if (i === wanted) return slot;
  }
  return -1;
}
