import type { AddressRules, IndexInput } from './address-rules.ts';
import { buildCsr16, MAX_BUCKETS } from './csr16.ts';
import { IndexInputError } from './errors.ts';
import { groupRecords, listPathHosts } from './group-records.ts';
import { hashKey, mixHash } from './host-hash.ts';
import type { ConsultedList } from './verdict.ts';
import { writeRows } from './write-rows.ts';

/**
 * The whole index in one `ArrayBuffer`: worker, audit and command line use it. `buffer` may be
 * stored and given to `loadHostIndex` later, on a machine of the same byte order.
 *
 * It is a `csr16` whose starts are kept in two steps, a base for every 32 buckets and 16 bits for
 * each: what is read for a "no" then fits the processor's caches at a million hosts.
 */
export interface HostIndex {
  readonly buffer: ArrayBuffer;
  readonly seed: number;
  /** Buckets / 2^32: times a mixed hash it gives the bucket. */
  readonly scale: number;
  readonly lists: readonly ConsultedList[];
  readonly rules: AddressRules;
  /** Hosts with path scopes, and those that an alias may lead to one. */
  readonly pathHosts: ReadonlySet<string>;
  readonly bases: Uint32Array;
  readonly offsets: Uint16Array;
  /** Of each slot; `WINDOW` more at the end, so that none is read past it. */
  readonly remainders: Uint16Array;
  /** First byte of each bucket's names, as bases and offsets. */
  readonly nameBases: Uint32Array;
  readonly nameOffsets: Uint16Array;
  /** Of each bucket the lengths of its keys, a byte each, then the keys: they share cache lines. */
  readonly names: Uint8Array;
  /** Where in `records` the rows of each slot lie. */
  readonly recordStarts: Uint32Array;
  /** Rows as JSON, each set of rows once, ended by a line feed. */
  readonly records: Uint8Array;
}

/** Slots that are compared at once. */
export const WINDOW = 8;
/** Buckets that share a base, as a power of two. */
export const BLOCK_SHIFT = 5;

const MAGIC = 0x36317263; // "cr16"
const FORMAT = 1;
/** Numbers at the start of the buffer: magic, format, seed, buckets, keys, then byte lengths. */
const HEADER_NUMBERS = 8;
/** Only hosts made to fall into few buckets need a second seed. */
const MAX_SEEDS = 16;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

interface Meta {
  readonly lists: readonly ConsultedList[];
  readonly rules: AddressRules;
  readonly pathHosts: readonly string[];
}

/** Builds the whole index: same input, same bytes. */
export function buildHostIndex(input: IndexInput): HostIndex {
  const groups = groupRecords(input);
  const keys = [...groups.keys()];
  const meta: Meta = { lists: input.lists, rules: input.rules, pathHosts: listPathHosts(keys) };
  const metaBytes = encoder.encode(JSON.stringify(meta));
  const nameBytes = keys.reduce((sum, key) => sum + 1 + key.length, 0);
  for (let seed = input.seed; seed < input.seed + MAX_SEEDS; seed++) {
    const mixed = Uint32Array.from(keys, (key) => mixHash(hashKey(key, seed >>> 0)));
    const { filter, order } = buildCsr16(mixed);
    const rows = writeRows(keys, groups, order);
    const sizes = [filter.buckets, keys.length, nameBytes, rows.bytes.length, metaBytes.length];
    const header = [MAGIC, FORMAT, seed >>> 0, ...sizes];
    const index = wrap(new ArrayBuffer(layOut(header).end), header, meta);
    new Uint32Array(index.buffer).set(header);
    new Uint8Array(index.buffer, layOut(header).meta).set(metaBytes);
    index.remainders.set(filter.remainders);
    index.recordStarts.set(rows.starts);
    index.records.set(rows.bytes);
    const nameStarts = writeNames(index.names, keys, filter.starts, order);
    const fits =
      writeStarts(filter.starts, index.bases, index.offsets) &&
      writeStarts(nameStarts, index.nameBases, index.nameOffsets);
    if (fits) return index;
  }
  throw new IndexInputError('the scopes crowd into few buckets under any seed');
}

/** Wraps a stored buffer without reading through it; undefined when it isn't such an index. */
export function loadHostIndex(buffer: ArrayBuffer): HostIndex | undefined {
  if (buffer.byteLength < HEADER_NUMBERS * 4) return undefined;
  const header = [...new Uint32Array(buffer, 0, HEADER_NUMBERS)];
  const [magic, format, , buckets = 0] = header;
  if (magic !== MAGIC || format !== FORMAT || buckets > MAX_BUCKETS) return undefined;
  const layout = layOut(header);
  if (layout.end !== buffer.byteLength) return undefined;
  try {
    const text = decoder.decode(new Uint8Array(buffer, layout.meta, header.at(-1)));
    // Written by buildHostIndex of the same format; the buffer never crosses a trust border.
    return wrap(buffer, header, JSON.parse(text) as Meta);
  } catch {
    return undefined; // cut or overwritten: the caller builds it anew
  }
}

/** Byte offsets of the sections: numbers of 4 bytes, of 2, of 1, so that all views are aligned. */
function layOut(header: readonly number[]) {
  const [, , , buckets = 0, keys = 0, nameBytes = 0, recordBytes = 0, metaBytes = 0] = header;
  const blockBytes = 4 * ((buckets >> BLOCK_SHIFT) + 1);
  const bases = HEADER_NUMBERS * 4;
  const nameBases = bases + blockBytes;
  const recordStarts = nameBases + blockBytes;
  const offsets = recordStarts + 4 * keys;
  const remainders = offsets + 2 * (buckets + 1);
  const nameOffsets = remainders + 2 * (keys + WINDOW);
  const names = nameOffsets + 2 * (buckets + 1);
  const records = names + nameBytes;
  const meta = records + recordBytes;
  const end = Math.ceil((meta + metaBytes) / 4) * 4;
  return {
    ...{ bases, nameBases, recordStarts, offsets, remainders, nameOffsets },
    ...{ names, records, meta, end },
  };
}

function wrap(buffer: ArrayBuffer, header: readonly number[], meta: Meta): HostIndex {
  const [, , seed = 0, buckets = 0, keys = 0, nameBytes = 0, recordBytes = 0] = header;
  const at = layOut(header);
  const blocks = (buckets >> BLOCK_SHIFT) + 1;
  const pathHosts = new Set(meta.pathHosts);
  if (pathHosts.size > 0) {
    for (const { from } of meta.rules.aliases) pathHosts.add(from.split('/', 1).join());
  }
  return {
    buffer,
    seed,
    scale: buckets / 2 ** 32,
    lists: meta.lists,
    rules: meta.rules,
    pathHosts,
    bases: new Uint32Array(buffer, at.bases, blocks),
    nameBases: new Uint32Array(buffer, at.nameBases, blocks),
    recordStarts: new Uint32Array(buffer, at.recordStarts, keys),
    offsets: new Uint16Array(buffer, at.offsets, buckets + 1),
    remainders: new Uint16Array(buffer, at.remainders, keys + WINDOW),
    nameOffsets: new Uint16Array(buffer, at.nameOffsets, buckets + 1),
    names: new Uint8Array(buffer, at.names, nameBytes),
    records: new Uint8Array(buffer, at.records, recordBytes),
  };
}

/** Cuts starts into bases and offsets; false when an offset doesn't fit its 16 bits. */
function writeStarts(starts: Uint32Array, bases: Uint32Array, offsets: Uint16Array): boolean {
  for (const [bucket, start] of starts.entries()) {
    const block = bucket >> BLOCK_SHIFT;
    if (bucket % (1 << BLOCK_SHIFT) === 0) bases[block] = start;
    const offset = start - (bases[block] ?? 0);
    if (offset > 0xffff) return false;
    offsets[bucket] = offset;
  }
  return true;
}

/** Writes lengths and names, bucket by bucket; returns where each bucket's begin. */
function writeNames(
  names: Uint8Array,
  keys: readonly string[],
  starts: Uint32Array,
  order: Uint32Array,
): Uint32Array {
  const nameStarts = new Uint32Array(starts.length);
  let at = 0;
  for (let bucket = 0; bucket < starts.length; bucket++) {
    nameStarts[bucket] = at;
    const inBucket: string[] = [];
    const end = starts[bucket + 1] ?? 0;
    for (let slot = starts[bucket] ?? 0; slot < end; slot++) {
      inBucket.push(keys[order[slot] ?? 0] ?? '');
    }
    for (const key of inBucket) names[at++] = key.length;
    for (const key of inBucket) {
      for (let i = 0; i < key.length; i++) names[at++] = key.charCodeAt(i);
    }
  }
  return nameStarts;
}
