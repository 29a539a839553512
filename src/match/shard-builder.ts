import type { IndexFrame } from './address-rules.ts';
import { countFilters } from './build-filters.ts';
import { buildCsr16 } from './csr16.ts';
import { writeFilterShard } from './filter-shard.ts';
import { findFirstRecords } from './find-first-records.ts';
import { pickShard } from './host-hash.ts';
import { INDEX_FORMAT, type IndexHead, nameFilterShard, nameRecordShard } from './index-head.ts';
import type { Pause } from './pause.ts';
import { RecordLog } from './record-log.ts';
import { toScopeKey } from './scope-key.ts';
import { sealText } from './seal-text.ts';
import { type ShardOrder, sortByShard } from './sort-by-shard.ts';
import type { ScopeRecord } from './verdict.ts';

/** Records are some 70 bytes of text each and read only on a hit. */
const KEYS_PER_RECORD_SHARD = 256;
const RECORDS_PER_PAUSE = 512;
/**
 * Of all lists together, some 1,500 hosts: every page reads them. Past this it costs each page one key
 * more, and its moves are watched, but no list can make the head larger than a few shards.
 */
const MAX_PATH_HOST_CHARS = 32_768;

/** A piece of an index as it lies in `storage.local`: its key, and its sealed text. */
export interface Shard {
  readonly name: string;
  readonly text: string;
}

/** An index cut up for `storage.local`: `shards` are written first, then `head` goes live. */
export interface BuiltShards {
  readonly head: IndexHead;
  /** In the order of `listShardNames`; each is made when it is asked for. */
  readonly shards: AsyncIterable<Shard>;
}

/**
 * Cuts an index into shards small enough for a page to read, in small steps and in little memory:
 * records come in as they are read, shards go out as they are written. All shards of a generation
 * exist, even if empty, so that a missing one means that it was swapped. Same input, same bytes.
 */
export class ShardBuilder {
  readonly #frame: IndexFrame;
  readonly #pause: Pause;
  readonly #log: RecordLog;
  readonly #pathHosts = new Set<string>();
  #pathHostChars = 0;

  /** @throws IndexInputError when two lists share an id */
  constructor(frame: IndexFrame, pause: Pause) {
    this.#frame = frame;
    this.#pause = pause;
    this.#log = new RecordLog(frame);
  }

  /** Takes in records, any number at a time; rejects with an IndexInputError at an unsound one. */
  async addRecords(records: Iterable<ScopeRecord>): Promise<void> {
    for (const record of records) {
      this.#log.add(record);
      this.#addPathHost(record.scope);
      if (this.#log.count % RECORDS_PER_PAUSE === 0) await this.#pause();
    }
  }

  #addPathHost(scope: string): void {
    const slash = scope.indexOf('/');
    if (slash < 0 || this.#pathHostChars > MAX_PATH_HOST_CHARS) return;
    const host = scope.slice(0, slash);
    if (this.#pathHosts.has(host)) return;
    this.#pathHosts.add(host);
    this.#pathHostChars += host.length;
  }

  /** Makes the index of what was added. */
  async finish(generation: number): Promise<BuiltShards> {
    const firsts = await findFirstRecords(this.#log, this.#pause);
    const filterShards = countFilters(firsts.length);
    const recordShards = Math.max(1, Math.ceil(firsts.length / KEYS_PER_RECORD_SHARD));
    const head: IndexHead = {
      format: INDEX_FORMAT,
      generation,
      seed: this.#frame.seed,
      filterShards,
      recordShards,
      lists: this.#frame.lists,
      aliases: this.#frame.rules.aliases,
      foldPathHosts: this.#frame.rules.foldPathHosts,
      ...(this.#pathHostChars <= MAX_PATH_HOST_CHARS && { pathHosts: [...this.#pathHosts].sort() }),
    };
    const shards = { [Symbol.asyncIterator]: () => this.#giveOut(head, firsts) };
    if (filterShards > 1) return { head, shards };
    const only = await this.#giveOutFilters(head, firsts).next();
    return only.done === true
      ? { head, shards }
      : { head: { ...head, filter: only.value.text }, shards };
  }

  async *#giveOut(head: IndexHead, firsts: Uint32Array): AsyncGenerator<Shard> {
    yield* this.#giveOutFilters(head, firsts);
    yield* this.#giveOutRecords(head);
  }

  async *#giveOutFilters(
    { generation, filterShards }: IndexHead,
    firsts: Uint32Array,
  ): AsyncGenerator<Shard> {
    const log = this.#log;
    const shardOf = (place: number) => pickShard(log.partHashOf(firsts[place] ?? 0), filterShards);
    const sorted = await sortByShard(firsts.length, filterShards, shardOf, this.#pause);
    for (let shard = 0; shard < filterShards; shard++) {
      const hashes = listShard(sorted, shard).map((place) => log.hashOf(firsts[place] ?? 0));
      const name = nameFilterShard(generation, shard);
      yield { name, text: sealText(name, writeFilterShard(buildCsr16(hashes).filter)) };
      await this.#pause();
    }
  }

  async *#giveOutRecords({ generation, recordShards }: IndexHead): AsyncGenerator<Shard> {
    const log = this.#log;
    const shardOf = (number: number) => pickShard(log.hashOf(number), recordShards);
    const sorted = await sortByShard(log.count, recordShards, shardOf, this.#pause);
    for (let shard = 0; shard < recordShards; shard++) {
      const name = nameRecordShard(generation, shard);
      yield { name, text: sealText(name, await this.#formatRecords(listShard(sorted, shard))) };
      await this.#pause();
    }
  }

  /**
   * As JSON of an object from keys to rows. Written by hand: an engine takes far longer to make an
   * object of so many fields than to write it.
   */
  async #formatRecords(numbers: Uint32Array): Promise<string> {
    const groups = new Map<string, string>();
    let added = 0;
    for (const number of numbers) {
      const key = toScopeKey(this.#log.readScope(number));
      const others = groups.get(key);
      const row = this.#log.formatRow(number);
      groups.set(key, others === undefined ? row : `${others},${row}`);
      if (++added % RECORDS_PER_PAUSE === 0) await this.#pause();
    }
    const fields = Array.from(groups, ([key, rows]) => `${JSON.stringify(key)}:[${rows}]`);
    return `{${fields.join(',')}}`;
  }
}

function listShard({ order, starts }: ShardOrder, shard: number): Uint32Array {
  return order.subarray(starts[shard], starts[shard + 1]);
}
