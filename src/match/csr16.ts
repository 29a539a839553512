/**
 * `csr16`: hash buckets laid end to end (compressed sparse rows) with 16 bits of each hash sorted
 * in them. A mixed hash's top bits name the bucket, its low 16 are kept. At 6 to 12 keys a bucket
 * a key costs 2.4 to 2.7 bytes, and a wrong "maybe" comes about once in 8,000 questions.
 */
export interface Csr16 {
  readonly bucketBits: number;
  /** First slot of each bucket, and one past the last: 2^bucketBits + 1 numbers. */
  readonly starts: Uint32Array;
  readonly remainders: Uint16Array;
}

const MIN_KEYS_PER_BUCKET = 5.8;
export const MAX_BUCKET_BITS = 22;

/** Bits of bucket number for so many keys; at least one, as a shift by 32 does nothing. */
export function pickBucketBits(keys: number): number {
  const bits = Math.floor(Math.log2(Math.max(1, keys) / MIN_KEYS_PER_BUCKET));
  return Math.min(MAX_BUCKET_BITS, Math.max(1, bits));
}

/** Builds the filter; `order[slot]` is the index in `mixed` of the key in that slot. */
export function buildCsr16(mixed: Uint32Array): { filter: Csr16; order: Uint32Array } {
  const bucketBits = pickBucketBits(mixed.length);
  const shift = 32 - bucketBits;
  const starts = new Uint32Array(2 ** bucketBits + 1);
  for (const hash of mixed) starts[(hash >>> shift) + 1] = (starts[(hash >>> shift) + 1] ?? 0) + 1;
  for (let b = 1; b < starts.length; b++) starts[b] = (starts[b] ?? 0) + (starts[b - 1] ?? 0);
  const order = new Uint32Array(mixed.length);
  const remainders = new Uint16Array(mixed.length);
  const next = starts.slice();
  for (let key = 0; key < mixed.length; key++) {
    const hash = mixed[key] ?? 0;
    const bucket = hash >>> shift;
    const remainder = hash & 0xffff;
    // Insertion sort within the bucket: it holds a dozen at most.
    let slot = next[bucket] ?? 0;
    next[bucket] = slot + 1;
    const first = starts[bucket] ?? 0;
    while (slot > first && (remainders[slot - 1] ?? 0) > remainder) {
      remainders[slot] = remainders[slot - 1] ?? 0;
      order[slot] = order[slot - 1] ?? 0;
      slot--;
    }
    remainders[slot] = remainder;
    order[slot] = key;
  }
  return { filter: { bucketBits, starts, remainders }, order };
}

/** Whether a key with this mixed hash may be in the filter; "no" is certain. */
export function mayHold(filter: Csr16, mixed: number): boolean {
  const bucket = mixed >>> (32 - filter.bucketBits);
  const remainder = mixed & 0xffff;
  const end = filter.starts[bucket + 1] ?? 0;
  for (let slot = filter.starts[bucket] ?? 0; slot < end; slot++) {
    if (filter.remainders[slot] === remainder) return true;
  }
  return false;
}
