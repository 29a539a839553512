import type { AddressRules } from './address-rules.ts';
import type { ConsultedList } from './verdict.ts';

/** What a page must know of an index before it reads a shard; lies in storage under `head.index`. */
export interface IndexHead extends AddressRules {
  readonly format: typeof INDEX_FORMAT;
  readonly generation: number;
  readonly seed: number;
  readonly filterShards: number;
  readonly recordShards: number;
  readonly lists: readonly ConsultedList[];
  /**
   * The hosts that have path scopes, sorted; on others the path isn't looked at. Missing where they are
   * too many for a head that every page reads: then it is looked at on any host.
   */
  readonly pathHosts?: readonly string[];
  /** The only filter shard where there is but one: it saves an unlisted page its second read. */
  readonly filter?: string;
}

export const INDEX_FORMAT = 1;
/** The hash is of 32 bits: a larger seed would be cut, and mean another one. */
export const MAX_SEED = 0xffff_ffff;
const MAX_SHARDS = 65_536;

/** The head as stored, if it is one that this code understands. */
export function parseIndexHead(value: unknown): IndexHead | undefined {
  if (!isObject(value)) return undefined;
  const { format, generation, seed, filterShards, recordShards, lists } = value;
  const { aliases, foldPathHosts, pathHosts, filter } = value;
  const isSound =
    format === INDEX_FORMAT &&
    isCount(generation, Number.MAX_SAFE_INTEGER) &&
    isCount(seed, MAX_SEED) &&
    isCount(filterShards, MAX_SHARDS) &&
    isCount(recordShards, MAX_SHARDS) &&
    filterShards * recordShards > 0 &&
    isArrayOf(lists, isList) &&
    (pathHosts === undefined || isArrayOf(pathHosts, isText)) &&
    isArrayOf(foldPathHosts, isText) &&
    isArrayOf(aliases, isAlias) &&
    (filter === undefined || isText(filter));
  // Every field of the type was looked at above.
  return isSound ? (value as unknown as IndexHead) : undefined;
}

/** Key in storage of a shard of filters. */
export function nameFilterShard(generation: number, shard: number): string {
  return `s${generation}.${shard}`;
}

/** Key in storage of a shard of records. */
export function nameRecordShard(generation: number, shard: number): string {
  return `r${generation}.${shard}`;
}

/** Keys in storage of all shards of an index, in the order in which they are written and read. */
export function* listShardNames({
  generation,
  filterShards,
  recordShards,
}: Pick<IndexHead, 'generation' | 'filterShards' | 'recordShards'>): Generator<string> {
  for (let shard = 0; shard < filterShards; shard++) yield nameFilterShard(generation, shard);
  for (let shard = 0; shard < recordShards; shard++) yield nameRecordShard(generation, shard);
}

function isList(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { id, title, version, publishedOn, maxStaleDays } = value;
  return (
    [id, title, publishedOn].every(isText) &&
    isCount(version, Number.MAX_SAFE_INTEGER) &&
    isCount(maxStaleDays, Number.MAX_SAFE_INTEGER)
  );
}

function isAlias(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { from, to } = value;
  return isText(from) && isText(to);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isCount(value: unknown, max: number): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= max;
}

function isArrayOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}
