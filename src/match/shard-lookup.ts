import { toCanonicalPath, withoutMobilePrefix } from './canonical-path.ts';
import { type AddressPlace, coversAddress } from './covers-address.ts';
import { type FilterShard, readFilterShard, shardMayHold } from './filter-shard.ts';
import { hashKey, mixHash, pickShard, stepHash } from './host-hash.ts';
import { type IndexHead, isObject, nameFilterShard, nameRecordShard } from './index-head.ts';
import type { Address } from './parse-address.ts';
import { MAX_HOST_LENGTH } from './parse-scope.ts';
import { toPathKeys, toShardPart } from './scope-key.ts';
import { unsealText } from './seal-text.ts';
import type { ScopeRecord } from './verdict.ts';

/** One key under which an address may be listed, and where that would stand. */
export interface Probe {
  readonly key: string;
  readonly mixed: number;
  /** Storage keys of the shard of filters and the shard of records. */
  readonly filterShard: string;
  readonly recordShard: string;
}

/** What to look up for an address: in at most two filter shards, three where paths matter. */
export interface LookupPlan {
  readonly place: AddressPlace;
  readonly probes: readonly Probe[];
}

export type StoredShards = Readonly<Record<string, unknown>>;

const DOT = 46;

/** Lists the keys under which `address` may be listed. */
export function planLookup(head: IndexHead, address: Address): LookupPlan {
  const { host, path, isIp } = address;
  if (isIp) return { place: { host, isIp, pathText: undefined }, probes: [] };
  const probes = planHostProbes(head, host);
  const at = mayHavePathScopes(head, host) ? toCanonicalPath(host, path, head) : undefined;
  if (at === undefined || head.pathHosts?.includes(at.host) === false) {
    return { place: { host, isIp, pathText: undefined }, probes };
  }
  for (const key of toPathKeys(at.host, at.path)) {
    const shard = mixHash(hashKey(toShardPart(key), head.seed));
    probes.push(makeProbe(head, key, mixHash(hashKey(key, head.seed)), shard));
  }
  return { place: { host, isIp, pathText: at.host + at.path }, probes };
}

/** Whether the path can decide on this host, so that moves within a document matter. */
export function mayHavePathScopes({ pathHosts, aliases }: IndexHead, host: string): boolean {
  if (pathHosts === undefined) return true;
  if (pathHosts.length === 0) return false;
  const bare = withoutMobilePrefix(host);
  return (
    pathHosts.includes(bare) ||
    aliases.some(({ from }) => from === bare || from.startsWith(`${bare}/`))
  );
}

/**
 * Which probes the filters let through; undefined when a shard is missing or damaged, which must
 * never pass for "not listed".
 */
export function probeFilters(
  probes: readonly Probe[],
  stored: StoredShards,
  opened = new Map<string, FilterShard>(),
): Probe[] | undefined {
  const hits: Probe[] = [];
  for (const probe of probes) {
    let shard = opened.get(probe.filterShard);
    if (shard === undefined) {
      const text = unsealText(probe.filterShard, stored[probe.filterShard]);
      shard = text === undefined ? undefined : readFilterShard(text);
      if (shard === undefined) return undefined;
      opened.set(probe.filterShard, shard);
    }
    if (shardMayHold(shard, probe.mixed)) hits.push(probe);
  }
  return hits;
}

/** The records of those hits that are real and cover the place; undefined when a shard is bad. */
export function readRecords(
  head: IndexHead,
  place: AddressPlace,
  hits: readonly Probe[],
  stored: StoredShards,
): ScopeRecord[] | undefined {
  const records: ScopeRecord[] = [];
  for (const { key, recordShard } of hits) {
    const text = unsealText(recordShard, stored[recordShard]);
    const groups = text === undefined ? undefined : parseJson(text);
    if (!isObject(groups)) return undefined;
    if (!Object.hasOwn(groups, key)) continue; // the filter's "maybe" was a no
    const rows = groups[key];
    if (!Array.isArray(rows)) return undefined;
    for (const row of rows) {
      const record = parseRow(head, row);
      if (record === undefined) return undefined;
      if (coversAddress(record.scope, place)) records.push(record);
    }
  }
  return records;
}

function planHostProbes(head: IndexHead, host: string): Probe[] {
  const probes: Probe[] = [];
  let hash = head.seed;
  let labels = 0;
  let shard = 0;
  for (let i = host.length; i-- > 0 && host.length - i <= MAX_HOST_LENGTH; ) {
    hash = stepHash(hash, host.charCodeAt(i));
    if (i > 0 && host.charCodeAt(i - 1) !== DOT) continue;
    const isLabel = host.charCodeAt(i) !== DOT;
    if (!isLabel || ++labels < 2) continue;
    const mixed = mixHash(hash);
    if (labels <= 3) shard = mixed;
    probes.push(makeProbe(head, host.slice(i), mixed, shard));
  }
  return probes;
}

function makeProbe(head: IndexHead, key: string, mixed: number, shard: number): Probe {
  const { generation, filterShards, recordShards } = head;
  return {
    key,
    mixed,
    filterShard: nameFilterShard(generation, pickShard(shard, filterShards)),
    recordShard: nameRecordShard(generation, pickShard(mixed, recordShards)),
  };
}

function parseRow(head: IndexHead, row: unknown): ScopeRecord | undefined {
  if (!Array.isArray(row)) return undefined;
  const [number, entry, state, until, scope]: unknown[] = row;
  const list = typeof number === 'number' ? head.lists[number]?.id : undefined;
  if (list === undefined || typeof entry !== 'string' || typeof scope !== 'string')
    return undefined;
  if (typeof until !== 'string') return undefined;
  if (state !== 'listed' && state !== 'appealed' && state !== 'decided') return undefined;
  return { list, entry, scope, state, until };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
