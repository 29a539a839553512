export const STEP_FACTOR = 0x9e3779b1;
export const MIX_FACTOR = 0x2c1b3c6d;

/**
 * One step of the hash, over one UTF-16 unit: FNV-1a's shape (RFC 9923) with a denser multiplier.
 * Run over a host from right to left it has, at each dot, hashed the parent to the right of it.
 */
export function stepHash(hash: number, code: number): number {
  return Math.imul(hash ^ code, STEP_FACTOR);
}

/**
 * Spreads what the steps left in the high bits over all 32 (one round of a murmur finaliser). Signed,
 * as engines keep such numbers without a box.
 */
export function mixHash(hash: number): number {
  const folded = Math.imul(hash ^ (hash >>> 15), MIX_FACTOR);
  return folded ^ (folded >>> 16);
}

/** Hash of a scope key, before mixing: the host right to left, then the path left to right. */
export function hashKey(key: string, seed: number): number {
  const slash = key.indexOf('/');
  const end = slash < 0 ? key.length : slash;
  let hash = seed;
  for (let i = end - 1; i >= 0; i--) hash = stepHash(hash, key.charCodeAt(i));
  for (let i = end; i < key.length; i++) hash = stepHash(hash, key.charCodeAt(i));
  return hash;
}

/** Which of `count` shards a mixed hash falls into, by other bits than a filter's own. */
export function pickShard(mixed: number, count: number): number {
  const spread = Math.imul(mixed ^ (mixed >>> 13), 0x846ca68b);
  return ((spread ^ (spread >>> 16)) >>> 0) % count;
}
