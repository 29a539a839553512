import type { Csr16 } from './csr16.ts';
import { MAX_BUCKET_BITS } from './csr16.ts';

/** A `csr16` as a page reads it: the bytes as they came from base64, looked at where needed. */
export interface FilterShard {
  readonly bytes: string;
  readonly bucketBits: number;
}

const START_BYTES = 4;

/** Base64 of: bucket bits (1 byte), starts (4 bytes each), remainders (2 each), little-endian. */
export function writeFilterShard(filter: Csr16): string {
  const { bucketBits, starts, remainders } = filter;
  const bytes = [String.fromCharCode(bucketBits)];
  for (const start of starts) bytes.push(toBytes(start, START_BYTES));
  for (const remainder of remainders) bytes.push(toBytes(remainder, 2));
  return btoa(bytes.join(''));
}

/** Undefined when the text is no filter shard. */
export function readFilterShard(text: string): FilterShard | undefined {
  let bytes: string;
  try {
    bytes = atob(text);
  } catch {
    return undefined;
  }
  const bucketBits = bytes.charCodeAt(0);
  if (!(bucketBits >= 1 && bucketBits <= MAX_BUCKET_BITS)) return undefined;
  const shard: FilterShard = { bytes, bucketBits };
  const keys = readStart(shard, 2 ** bucketBits);
  return bytes.length === offsetOf(shard, keys) ? shard : undefined;
}

/** Whether a key with this mixed hash may be in the shard; "no" is certain. */
export function shardMayHold(shard: FilterShard, mixed: number): boolean {
  const bucket = mixed >>> (32 - shard.bucketBits);
  const end = readStart(shard, bucket + 1);
  for (let slot = readStart(shard, bucket); slot < end; slot++) {
    if (readNumber(shard.bytes, offsetOf(shard, slot), 2) === (mixed & 0xffff)) return true;
  }
  return false;
}

function readStart(shard: FilterShard, bucket: number): number {
  return readNumber(shard.bytes, 1 + START_BYTES * bucket, START_BYTES);
}

/** Where the remainder in a slot begins. */
function offsetOf(shard: FilterShard, slot: number): number {
  return 1 + START_BYTES * (2 ** shard.bucketBits + 1) + 2 * slot;
}

function readNumber(bytes: string, at: number, length: number): number {
  let number = 0;
  for (let i = length - 1; i >= 0; i--) number = number * 256 + bytes.charCodeAt(at + i);
  return number;
}

function toBytes(number: number, length: number): string {
  let bytes = '';
  for (let i = 0; i < length; i++) bytes += String.fromCharCode((number >>> (8 * i)) & 0xff);
  return bytes;
}
