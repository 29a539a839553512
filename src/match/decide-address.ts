import { assessLists, type ListStanding } from './assess-lists.ts';
import { toCanonicalPath, withoutMobilePrefix } from './canonical-path.ts';
import { type AddressPlace, coversAddress } from './covers-address.ts';
import { decide } from './decide.ts';
import { findHostSlots, findKeySlot, makeFoundSlots } from './find-slots.ts';
import type { RecordRow } from './group-records.ts';
import { hashKey, mixHash } from './host-hash.ts';
import type { HostIndex } from './host-index.ts';
import { type Address, parseAddress } from './parse-address.ts';
import { toPathKeys } from './scope-key.ts';
import type { ScopeRecord, Verdict } from './verdict.ts';

/** Slots of the lookup under way; filled and read before anything else can run. */
const slots = makeFoundSlots();
const decoder = new TextDecoder();
const LINE_FEED = 10;

/**
 * What the lists in `index` say about an address on a day (an ISO day).
 *
 * - `https://www.example.com/a` with `example.com` listed → listed
 * - `https://example.com.evil.test/`, `https://notexample.com/` → not listed
 *
 * @param standing of the index's lists on that day, where the caller asks about many addresses
 */
export function decideAddress(
  index: HostIndex,
  input: string,
  today: string,
  standing: ListStanding = assessLists(index.lists, today),
): Verdict {
  const address = parseAddress(input);
  if (address.kind === 'not-checkable') return address;
  return decide(findRecords(index, address), standing, today);
}

function findRecords(index: HostIndex, address: Address): ScopeRecord[] {
  const records: ScopeRecord[] = [];
  const { host, path, isIp } = address;
  if (isIp) return records;
  const found = findHostSlots(index, host, slots);
  const hasPaths = index.pathHosts.size > 0 && index.pathHosts.has(withoutMobilePrefix(host));
  if (found === 0 && !hasPaths) return records;
  const at = hasPaths ? toCanonicalPath(host, path, index.rules) : undefined;
  const place: AddressPlace = { host, isIp, pathText: at && at.host + at.path };
  for (let i = 0; i < found; i++) {
    addRecords(records, index, slots[2 * i] ?? 0, host.slice(slots[2 * i + 1]), place);
  }
  if (at === undefined) return records;
  for (const key of toPathKeys(at.host, at.path)) {
    const slot = findKeySlot(index, mixHash(hashKey(key, index.seed)), key);
    if (slot >= 0) addRecords(records, index, slot, key, place);
  }
  return records;
}

function addRecords(
  to: ScopeRecord[],
  index: HostIndex,
  slot: number,
  key: string,
  place: AddressPlace,
): void {
  const start = index.recordStarts[slot] ?? 0;
  const text = decoder.decode(
    index.records.subarray(start, index.records.indexOf(LINE_FEED, start)),
  );
  // Written by buildHostIndex; a row leaves its scope out where it is the key.
  const rows = JSON.parse(text) as (RecordRow | [number, string, ScopeRecord['state'], string])[];
  for (const [number, entry, state, until, scope = key] of rows) {
    const list = index.lists[number]?.id;
    if (list === undefined || !coversAddress(scope, place)) continue;
    to.push({ list, entry, scope, state, until });
  }
}
