import { type Csr16, MAX_BUCKETS, pickBucket } from './csr16.ts';

/** A `csr16` as a page reads it: the bytes as they came from base64, looked at where needed. */
export interface FilterShard {
  readonly bytes: string;
  /** Bytes of a start: 2, or 4 in a shard with very many keys. */
  readonly width: number;
  readonly buckets: number;
}

const HEADER_BYTES = 5;

/** Base64 of: width of starts (1 byte), buckets (4), starts, remainders (2 each); little-endian. */
export function writeFilterShard({ buckets, starts, remainders }: Csr16): string {
  const width = remainders.length > 0xffff ? 4 : 2;
  const bytes = [String.fromCharCode(width), toBytes(buckets, 4)];
  for (const start of starts) bytes.push(toBytes(start, width));
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
  const width = bytes.charCodeAt(0);
  const buckets = readNumber(bytes, 1, 4);
  if ((width !== 2 && width !== 4) || !(buckets >= 1 && buckets <= MAX_BUCKETS)) return undefined;
  const shard: FilterShard = { bytes, width, buckets };
  return bytes.length === offsetOf(shard, readStart(shard, buckets)) ? shard : undefined;
}

/** Whether a key with this mixed hash may be in the shard; "no" is certain. */
export function shardMayHold(shard: FilterShard, mixed: number): boolean {
  const bucket = pickBucket(mixed, shard.buckets);
  const end = readStart(shard, bucket + 1);
  for (let slot = readStart(shard, bucket); slot < end; slot++) {
    if (readNumber(shard.bytes, offsetOf(shard, slot), 2) === (mixed & 0xffff)) return true;
  }
  return false;
}

function readStart({ bytes, width }: FilterShard, bucket: number): number {
  return readNumber(bytes, HEADER_BYTES + width * bucket, width);
}

/** Where the remainder in a slot begins. */
function offsetOf({ width, buckets }: FilterShard, slot: number): number {
  return HEADER_BYTES + width * (buckets + 1) + 2 * slot;
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
