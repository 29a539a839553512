import type { IndexInput } from '../match/address-rules.ts';
import { parseIndexHead } from '../match/index-head.ts';
import type { Database } from '../platform/database.ts';
import { digestStoredShards } from './digest-stored-shards.ts';
import { type HeadWriter, readHead } from './head-store.ts';
import {
  type GenerationState,
  type IndexAnew,
  type NewLists,
  putInForce,
} from './swap-generation.ts';
import type { ShardStorage } from './write-shards.ts';

/** Where lists come from and go to; everything outside the worker's own logic. */
export interface ListStoreParts extends ShardStorage {
  readonly openDatabase: (onClosed: () => void) => Promise<Database>;
  readonly head: HeadWriter;
  /** Of the extension: another one ships another release, which must be put in force. */
  readonly floorVersion: string;
  /** The release that the extension ships. */
  readonly loadFloor: () => Promise<NewLists>;
  /** The index of what the database holds; undefined when that cannot be read any more. */
  readonly readIndexInput: (database: Database) => Promise<IndexInput | undefined>;
}

/** `unchanged`: all was sound; `mended`: pages see another generation now. */
export type RepairOutcome = 'unchanged' | 'mended';

/**
 * The lists in force. IndexedDB holds the entries and says which generation counts; pages read the
 * shards of that generation. Whatever changes either runs one after another: two writers at once
 * could leave the database with one list and the pages with another.
 */
export class ListStore {
  readonly #parts: ListStoreParts;
  #database: Promise<Database> | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(parts: ListStoreParts) {
    this.#parts = parts;
  }

  /**
   * For each start of the worker, and cheap: do database and pages speak of the same generation? A
   * worker that died in the middle of a swap left them apart.
   */
  prepare(): Promise<RepairOutcome> {
    return this.#enqueue(() => this.#reconcile(false));
  }

  /** Looks at every shard, and makes anew what is damaged or missing; rejects when it cannot. */
  repair(): Promise<RepairOutcome> {
    return this.#enqueue(() => this.#reconcile(true));
  }

  /** Puts the shipped release in force, for instance after an update of the extension. */
  installFloor(): Promise<void> {
    return this.#enqueue(() => this.#install());
  }

  /** The open database; a failed or closed one is opened again. */
  open(): Promise<Database> {
    const forget = () => {
      this.#database = undefined;
    };
    this.#database ??= this.#parts.openDatabase(forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return this.#database;
  }

  #enqueue<Value>(job: () => Promise<Value>): Promise<Value> {
    const turn = this.#queue.then(job);
    // Each caller gets its own error; the jobs behind it run all the same.
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #install(): Promise<void> {
    const next = await this.#parts.loadFloor();
    const database = await this.open();
    await this.#putInForce(database, next);
  }

  async #reconcile(isThorough: boolean): Promise<RepairOutcome> {
    const database = await this.open();
    const state = parseGenerationState(await database.get('state', 'generation'));
    const hasEntries =
      // After an update whose own installation failed, the next start is here to make up for it.
      state?.floorVersion === this.#parts.floorVersion &&
      (await database.count('entries')) === state.entries;
    if (hasEntries && (await this.#isReadable(state, isThorough))) return 'unchanged';
    const index = hasEntries ? await this.#parts.readIndexInput(database) : undefined;
    if (index === undefined) await this.#install();
    else await this.#putInForce(database, { index, entryCount: await database.count('entries') });
    return 'mended';
  }

  async #putInForce(database: Database, next: NewLists | IndexAnew): Promise<void> {
    const generation = await this.#nextGeneration(database);
    await putInForce({ ...this.#parts, database }, generation, next);
  }

  /** Do pages see the generation that counts, in a form they understand, and undamaged? */
  async #isReadable(state: GenerationState, isThorough: boolean): Promise<boolean> {
    const head = parseIndexHead((await readHead(this.#parts.local)).index);
    if (head?.generation !== state.generation) return false;
    return !isThorough || (await digestStoredShards(this.#parts, head)) === state.digest;
  }

  /** Above both, since either may have got further before the worker died. */
  async #nextGeneration(database: Database): Promise<number> {
    const stored = parseGenerationState(await database.get('state', 'generation'));
    const { index } = await readHead(this.#parts.local);
    return Math.max(stored?.generation ?? 0, parseIndexHead(index)?.generation ?? 0) + 1;
  }
}

function parseGenerationState(value: unknown): GenerationState | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { generation, digest, entries, floorVersion } = value as Record<
    keyof GenerationState,
    unknown
  >;
  if (typeof generation !== 'number' || typeof digest !== 'string') return undefined;
  if (typeof entries !== 'number' || typeof floorVersion !== 'string') return undefined;
  return { generation, digest, entries, floorVersion };
}
