import { addConfirmedDays, assessLists } from './assess-lists.ts';
import { decide } from './decide.ts';
import { isObject, nameFilterShard, parseIndexHead } from './index-head.ts';
import { type Address, parseAddress } from './parse-address.ts';
import { mayHavePathScopes, planLookup, probeFilters, readRecords } from './shard-lookup.ts';
import type { Verdict } from './verdict.ts';

/** Reads keys of `storage.local`; what is not there is left out of the answer. */
export type ReadKeys = (keys: readonly string[]) => Promise<Readonly<Record<string, unknown>>>;

export interface CheckedAddress {
  readonly verdict: Verdict;
  /** The whole value of `head` that the verdict rests on, as it was stored: not validated. */
  readonly head?: unknown;
  /** Whether another path on this host could get another verdict. */
  readonly dependsOnPath: boolean;
}

/**
 * What the stored lists say about an address on a day; a page calls this for itself.
 *
 * Costs an unlisted page at most two reads and three keys (four where its host has path scopes).
 * Whatever goes wrong gives `no-list`, never `not-listed`; a shard that is gone may have been
 * swapped, so the head is read once more first.
 *
 * @param head the value of `head`, where the caller has just read it
 */
export async function checkAddress(
  input: string,
  read: ReadKeys,
  today: string,
  head?: unknown,
): Promise<CheckedAddress> {
  const address = parseAddress(input);
  let stored = head;
  try {
    if (stored === undefined) ({ head: stored } = await read(['head']));
    // What can't be looked up still brings the head: the caller's settings are in it.
    const once = () =>
      address.kind === 'address'
        ? checkOnce(address, read, today, stored)
        : { verdict: address, head: stored, dependsOnPath: false };
    const first = await once();
    if (first !== undefined) return first;
    ({ head: stored } = await read(['head']));
    return (await once()) ?? refuse('broken', stored);
  } catch {
    // Storage is closed, full or gone: nothing can be said.
    if (address.kind === 'not-checkable') return { verdict: address, dependsOnPath: false };
    return refuse('broken', stored);
  }
}

/** Undefined when head or a shard is damaged, missing or of another generation. */
async function checkOnce(
  address: Address,
  read: ReadKeys,
  today: string,
  stored: unknown,
): Promise<CheckedAddress | undefined> {
  if (stored === undefined) return refuse('missing', stored);
  const { index, confirmed, isSwitchedOff } = isObject(stored) ? stored : { index: null };
  if (index === undefined) return refuse('missing', stored);
  const head = parseIndexHead(index);
  if (head === undefined) return undefined;
  const lists = addConfirmedDays(head.lists, confirmed);
  const standing = assessLists(lists, today, isSwitchedOff === true);
  const dependsOnPath = !address.isIp && mayHavePathScopes(head, address.host);
  const { place, probes } = planLookup(head, address);
  if (standing.refusal !== undefined || probes.length === 0) {
    return { verdict: decide([], standing, today), head: stored, dependsOnPath };
  }
  const filters =
    head.filter === undefined
      ? await read([...new Set(probes.map((probe) => probe.filterShard))])
      : { [nameFilterShard(head.generation, 0)]: head.filter };
  const hits = probeFilters(probes, filters);
  if (hits === undefined) return undefined;
  const shards = hits.length === 0 ? {} : await read([...new Set(hits.map((h) => h.recordShard))]);
  const records = readRecords(head, place, hits, shards);
  if (records === undefined) return undefined;
  return { verdict: decide(records, standing, today), head: stored, dependsOnPath };
}

function refuse(reason: 'missing' | 'broken', head: unknown): CheckedAddress {
  return { verdict: { kind: 'no-list', reason, staleLists: [] }, head, dependsOnPath: false };
}
