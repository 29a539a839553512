import type { CheckedItem } from '../list/list-checker.ts';
import type { ListHeader } from '../list/list-header.ts';
import type { ListOrigin } from '../list/name-with-host.ts';
import { toConsultedList, toRecords } from '../list/to-index-input.ts';
import type { AddressRules } from '../match/address-rules.ts';
import type { Pause } from '../match/pause.ts';
import { type BuiltShards, ShardBuilder } from '../match/shard-builder.ts';

/** A list that the index is to hold. */
export interface IndexedList {
  readonly key: string;
  readonly header: ListHeader;
  readonly origin: ListOrigin;
}

/** What the index is made for. */
export interface IndexTerms {
  readonly rules: AddressRules;
  readonly language: 'en' | 'fr';
  readonly pause: Pause;
}

/** An index under construction, of the lists that will be in force; the first one names the seed. */
export class IndexBuild {
  readonly #builder: ShardBuilder;
  readonly #keys: ReadonlySet<string>;

  constructor(lists: readonly IndexedList[], { rules, language, pause }: IndexTerms) {
    const seed = lists[0]?.header.seed ?? 0;
    const consulted = lists.map(({ header, ...naming }) =>
      toConsultedList(header, { ...naming, language }),
    );
    this.#builder = new ShardBuilder({ lists: consulted, rules, seed }, pause);
    this.#keys = new Set(lists.map(({ key }) => key));
  }

  /**
   * Takes in what the list under `key` says of an entry's scopes; nothing of one set aside, and
   * nothing where the index is made without that list, because the reader switched it off.
   */
  async addItem(key: string, item: CheckedItem): Promise<void> {
    if (item.kind === 'set-aside' || !this.#keys.has(key)) return;
    await this.#builder.addRecords(toRecords(key, item.entry, item.scopes));
  }

  finish(generation: number): Promise<BuiltShards> {
    return this.#builder.finish(generation);
  }
}
