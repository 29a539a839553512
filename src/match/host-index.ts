import type { AddressRules, IndexInput } from './address-rules.ts';
import { buildCsr16, type Csr16, MAX_BUCKET_BITS } from './csr16.ts';
import { groupRecords, listPathHosts, type RecordRow } from './group-records.ts';
import { hashKey, mixHash } from './host-hash.ts';
import type { ConsultedList } from './verdict.ts';

/**
 * The whole index in one `ArrayBuffer`: worker, audit and command line use it. `buffer` may be
 * stored and given to `loadHostIndex` later, on a machine of the same byte order.
 */
export interface HostIndex extends Csr16 {
  readonly buffer: ArrayBuffer;
  readonly seed: number;
  readonly lists: readonly ConsultedList[];
  readonly rules: AddressRules;
  /** Hosts with path scopes, and those that an alias leads to one. */
  readonly pathHosts: ReadonlySet<string>;
  /** First byte of each bucket's names. */
  readonly nameStarts: Uint32Array;
  /** Length of the key in each slot. */
  readonly nameLengths: Uint8Array;
  readonly names: Uint8Array;
  /** Where in `records` the rows of each slot lie. */
  readonly recordStarts: Uint32Array;
  /** Rows as JSON, each set of rows once, ended by a line feed. */
  readonly records: Uint8Array;
}

const MAGIC = 0x36317263; // "cr16"
const FORMAT = 1;
/** Numbers at the start of the buffer: magic, format, seed, bucket bits, then byte lengths. */
const HEADER_NUMBERS = 12;

interface Meta {
  readonly lists: readonly ConsultedList[];
  readonly rules: AddressRules;
  readonly pathHosts: readonly string[];
}

/** Builds the whole index: same input, same bytes. */
export function buildHostIndex(input: IndexInput): HostIndex {
  const groups = groupRecords(input);
  const keys = [...groups.keys()];
  const mixed = Uint32Array.from(keys, (key) => mixHash(hashKey(key, input.seed)));
  const { filter, order } = buildCsr16(mixed);
  const encoder = new TextEncoder();
  const meta: Meta = { lists: input.lists, rules: input.rules, pathHosts: listPathHosts(keys) };
  const metaBytes = encoder.encode(JSON.stringify(meta));
  const rows = writeRows(keys, groups, order);
  const nameBytes = keys.reduce((sum, key) => sum + key.length, 0);
  const header = [
    ...[MAGIC, FORMAT, input.seed, filter.bucketBits, keys.length],
    ...[nameBytes, rows.bytes.length, metaBytes.length],
  ];
  const index = wrap(new ArrayBuffer(layOut(header).end), header, meta);
  new Uint32Array(index.buffer).set(header);
  index.starts.set(filter.starts);
  index.remainders.set(filter.remainders);
  index.recordStarts.set(rows.starts);
  index.records.set(rows.bytes);
  new Uint8Array(index.buffer, layOut(header).meta).set(metaBytes);
  writeNames(index, keys, order);
  return index;
}

/** Wraps a stored buffer without reading through it; undefined when it isn't such an index. */
export function loadHostIndex(buffer: ArrayBuffer): HostIndex | undefined {
  if (buffer.byteLength < HEADER_NUMBERS * 4) return undefined;
  const header = [...new Uint32Array(buffer, 0, HEADER_NUMBERS)];
  const [magic, format, , bucketBits = 0, , , , metaLength] = header;
  if (magic !== MAGIC || format !== FORMAT || bucketBits > MAX_BUCKET_BITS) return undefined;
  const layout = layOut(header);
  if (layout.end !== buffer.byteLength) return undefined;
  try {
    const text = new TextDecoder().decode(new Uint8Array(buffer, layout.meta, metaLength));
    // Written by buildHostIndex of the same format; the buffer never crosses a trust border.
    return wrap(buffer, header, JSON.parse(text) as Meta);
  } catch {
    return undefined; // cut or overwritten: the caller builds it anew
  }
}

/** Byte offsets of the sections; 4-byte numbers first, so that all views are aligned. */
function layOut(header: readonly number[]) {
  const [, , , bucketBits = 0, keys = 0, nameBytes = 0, recordBytes = 0, metaBytes = 0] = header;
  const starts = HEADER_NUMBERS * 4;
  const nameStarts = starts + 4 * (2 ** bucketBits + 1);
  const recordStarts = nameStarts + 4 * (2 ** bucketBits + 1);
  const remainders = recordStarts + 4 * keys;
  const nameLengths = remainders + 2 * keys;
  const names = nameLengths + keys;
  const records = names + nameBytes;
  const meta = records + recordBytes;
  const end = Math.ceil((meta + metaBytes) / 4) * 4;
  return { starts, nameStarts, recordStarts, remainders, nameLengths, names, records, meta, end };
}

function wrap(buffer: ArrayBuffer, header: readonly number[], meta: Meta): HostIndex {
  const [, , seed = 0, bucketBits = 0, keys = 0, nameBytes = 0, recordBytes = 0] = header;
  const at = layOut(header);
  const pathHosts = new Set(meta.pathHosts);
  if (pathHosts.size > 0) {
    for (const { from } of meta.rules.aliases) pathHosts.add(from.split('/', 1).join());
  }
  return {
    buffer,
    seed,
    bucketBits,
    lists: meta.lists,
    rules: meta.rules,
    pathHosts,
    starts: new Uint32Array(buffer, at.starts, 2 ** bucketBits + 1),
    nameStarts: new Uint32Array(buffer, at.nameStarts, 2 ** bucketBits + 1),
    recordStarts: new Uint32Array(buffer, at.recordStarts, keys),
    remainders: new Uint16Array(buffer, at.remainders, keys),
    nameLengths: new Uint8Array(buffer, at.nameLengths, keys),
    names: new Uint8Array(buffer, at.names, nameBytes),
    records: new Uint8Array(buffer, at.records, recordBytes),
  };
}

/** Names go beside the filter in slot order, so that a bucket's names share a cache line or two. */
function writeNames(index: HostIndex, keys: readonly string[], order: Uint32Array): void {
  let at = 0;
  for (let bucket = 0; bucket < index.nameStarts.length; bucket++) {
    index.nameStarts[bucket] = at;
    const end = index.starts[bucket + 1] ?? 0;
    for (let slot = index.starts[bucket] ?? 0; slot < end; slot++) {
      const key = keys[order[slot] ?? 0] ?? '';
      index.nameLengths[slot] = key.length;
      for (let i = 0; i < key.length; i++) index.names[at++] = key.charCodeAt(i);
    }
  }
}

/** A network's scopes share their rows but for the scope, which a host key implies: written once. */
function writeRows(
  keys: readonly string[],
  groups: ReadonlyMap<string, readonly RecordRow[]>,
  order: Uint32Array,
): { starts: Uint32Array; bytes: Uint8Array } {
  const encoder = new TextEncoder();
  const starts = new Uint32Array(order.length);
  const known = new Map<string, number>();
  const texts: string[] = [];
  let length = 0;
  for (let slot = 0; slot < order.length; slot++) {
    const key = keys[order[slot] ?? 0] ?? '';
    const rows = groups.get(key) ?? [];
    const text = JSON.stringify(rows.map((row) => (row[4] === key ? row.slice(0, 4) : row)));
    let start = known.get(text);
    if (start === undefined) {
      start = length;
      known.set(text, start);
      texts.push(text);
      length += encoder.encode(text).length + 1;
    }
    starts[slot] = start;
  }
  return { starts, bytes: encoder.encode(texts.map((text) => `${text}\n`).join('')) };
}
