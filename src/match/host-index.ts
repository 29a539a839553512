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
  /** First byte of each slot's key, and one past the last, as bases and offsets. */
  readonly nameBases: Uint32Array;
  readonly nameOffsets: Uint16Array;
  /** The keys, slot by slot. */
  readonly names: Uint8Array;
  /** Where in `records` the rows of each slot lie. */
  readonly recordStarts: Uint32Array;
  /** Rows as JSON, each set of rows once, ended by a line feed. */
  readonly records: Uint8Array;
}

/** Slots that are compared at once. */
export const WINDOW = 8;
/** Buckets that share a base, as a power of two. */
export const BUCKET_SHIFT = 5;
/** Slots whose names share a base: of 255 characters each, they stay below 2^16. */
export const NAME_SHIFT = 8;

const MAGIC = 0x36317263; // "cr16"
const FORMAT = 2;
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
  const nameBytes = keys.reduce((sum, key) => sum + key.length, 0);
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
    const nameStarts = writeNames(index.names, keys, order);
    const fits =
      writeStarts(filter.starts, BUCKET_SHIFT, index.bases, index.offsets) &&
      writeStarts(nameStarts, NAME_SHIFT, index.nameBases, index.nameOffsets);
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
  const bases = HEADER_NUMBERS * 4;
  const nameBases = bases + 4 * countBlocks(buckets, BUCKET_SHIFT);
  const recordStarts = nameBases + 4 * countBlocks(keys, NAME_SHIFT);
  const offsets = recordStarts + 4 * keys;
  const remainders = offsets + 2 * (buckets + 1);
  const nameOffsets = remainders + 2 * (keys + WINDOW);
  const names = nameOffsets + 2 * (keys + 1);
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
    bases: new Uint32Array(buffer, at.bases, countBlocks(buckets, BUCKET_SHIFT)),
    nameBases: new Uint32Array(buffer, at.nameBases, countBlocks(keys, NAME_SHIFT)),
    recordStarts: new Uint32Array(buffer, at.recordStarts, keys),
    offsets: new Uint16Array(buffer, at.offsets, buckets + 1),
    remainders: new Uint16Array(buffer, at.remainders, keys + WINDOW),
    nameOffsets: new Uint16Array(buffer, at.nameOffsets, keys + 1),
    names: new Uint8Array(buffer, at.names, nameBytes),
    records: new Uint8Array(buffer, at.records, recordBytes),
  };
}

/** Bases that `count` starts, and the end after the last of them, need. */
function countBlocks(count: number, shift: number): number {
  return (count >> shift) + 1;
}

/** Cuts starts into bases and offsets; false when an offset doesn't fit its 16 bits. */
function writeStarts(
  starts: Uint32Array,
  shift: number,
  bases: Uint32Array,
  offsets: Uint16Array,
): boolean {
  for (const [i, start] of starts.entries()) {
    const block = i >> shift;
    if (i % (1 << shift) === 0) bases[block] = start;
    const offset = start - (bases[block] ?? 0);
    if (offset > 0xffff) return false;
    offsets[i] = offset;
  }
  return true;
}

/** Writes the names slot by slot; returns where each begins, and one past the last. */
function writeNames(names: Uint8Array, keys: readonly string[], order: Uint32Array): Uint32Array {
  const starts = new Uint32Array(order.length + 1);
  let at = 0;
  for (const [slot, number] of order.entries()) {
    const key = keys[number] ?? '';
    for (let i = 0; i < key.length; i++) names[at++] = key.charCodeAt(i);
    starts[slot + 1] = at;
  }
  return starts;
}
