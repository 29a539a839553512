import type { AddressRules, IndexInput } from '../../src/match/address-rules.ts';
import type { ReadKeys } from '../../src/match/check-address.ts';
import type { ConsultedList, ScopeRecord } from '../../src/match/verdict.ts';
import { buildShards } from '../support/build-shards.ts';
import { HOSTILE_LIST, HOSTILE_RULES } from './hostile-addresses.ts';

export const TODAY = '2026-11-25';
const NO_RULES: AddressRules = { aliases: [], foldPathHosts: [] };

/** A list published a day ago that is believed for 90 days. */
export function makeList(id: string, change: Partial<ConsultedList> = {}): ConsultedList {
  const list = { id, title: id, version: 1, publishedOn: '2026-11-24', maxStaleDays: 90 };
  return { ...list, ...change };
}

/** A record of list `main` that holds today. */
export function makeRecord(scope: string, change: Partial<ScopeRecord> = {}): ScopeRecord {
  return { list: 'main', entry: 'one', scope, state: 'listed', until: '2027-11-24', ...change };
}

/** One list `main` with these scopes, or records. */
export function makeInput(
  records: readonly (string | ScopeRecord)[],
  change: Partial<IndexInput> = {},
): IndexInput {
  return {
    lists: [makeList('main')],
    records: records.map((one) => (typeof one === 'string' ? makeRecord(one) : one)),
    rules: NO_RULES,
    seed: 7,
    ...change,
  };
}

/** The list of the hostile table. */
export function makeHostileInput(): IndexInput {
  const records = HOSTILE_LIST.flatMap(({ entry, state, scopes }) =>
    scopes.map((scope) =>
      makeRecord(scope, { entry, state: state === 'listed' ? 'listed' : 'decided' }),
    ),
  );
  return makeInput(records, { rules: HOSTILE_RULES });
}

/** Shards in a store that counts what is read from it. */
export class CountingStore {
  readonly values = new Map<string, unknown>();
  /** Keys of each read. */
  readonly reads: (readonly string[])[] = [];

  /** A store with the shards of an index. */
  static async hold(input: IndexInput, generation = 3): Promise<CountingStore> {
    const store = new CountingStore();
    const { head, shards } = await buildShards(input, generation);
    for (const [key, text] of Object.entries(shards)) store.values.set(key, text);
    store.values.set('head', { index: head, settings: { paused: false } });
    return store;
  }

  readonly read: ReadKeys = async (keys) => {
    this.reads.push(keys);
    return Object.fromEntries(
      keys.filter((key) => this.values.has(key)).map((key) => [key, this.values.get(key)]),
    );
  };
}
