import type { IndexInput } from '../match/address-rules.ts';
import type { Database } from '../platform/database.ts';
import { type HeadWriter, readHead } from './head-store.ts';
import type { LocalArea } from './local-area.ts';
import { digestShards } from './shard-digest.ts';
import { type GenerationState, type NewLists, putInForce } from './swap-generation.ts';

/** Where lists come from and go to; everything outside the worker's own logic. */
export interface ListStoreParts {
  readonly openDatabase: (onClosed: () => void) => Promise<Database>;
  readonly local: LocalArea;
  readonly head: HeadWriter;
  /** The release that the extension ships. */
  readonly loadFloor: () => Promise<NewLists>;
  /** The index of what the database holds; undefined when that cannot be read any more. */
  readonly readIndexInput: (database: Database) => Promise<IndexInput | undefined>;
}

/**
 * The lists in force. IndexedDB holds the entries and says which generation counts; pages read the
 * shards of that generation. `prepare` brings the two together at every start of the worker.
 */
export class ListStore {
  readonly #parts: ListStoreParts;
  #database: Promise<Database> | undefined;
  #prepared: Promise<void> | undefined;

  constructor(parts: ListStoreParts) {
    this.#parts = parts;
  }

  /** Checks, once in the worker's life, that pages can read what is in force; mends it if not. */
  prepare(): Promise<void> {
    this.#prepared ??= this.#reconcile().catch((error: unknown) => {
      // A full disk may have room next time: the next caller tries again.
      this.#prepared = undefined;
      throw error;
    });
    return this.#prepared;
  }

  /** Puts the shipped release in force, for instance after an update of the extension. */
  async installFloor(): Promise<void> {
    const next = await this.#parts.loadFloor();
    const database = await this.open();
    await putInForce({ ...this.#parts, database }, await this.#nextGeneration(database), next);
    this.#prepared = Promise.resolve();
  }

  /** Looks again, also if this worker has looked before: a page found no usable index. */
  repair(): Promise<void> {
    this.#prepared = undefined;
    return this.prepare();
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

  async #reconcile(): Promise<void> {
    const database = await this.open();
    const state = parseGenerationState(await database.get('state', 'generation'));
    if (state !== undefined && (await this.#isReadable(state))) return;
    const index = state && (await this.#parts.readIndexInput(database));
    if (index === undefined) return this.installFloor();
    await putInForce({ ...this.#parts, database }, await this.#nextGeneration(database), { index });
  }

  /** Do pages see the generation that counts, undamaged? */
  async #isReadable({ generation, digest }: GenerationState): Promise<boolean> {
    const { index } = await readHead(this.#parts.local);
    if (readGeneration(index) !== generation) return false;
    const keys = (await this.#parts.local.readKeys()).filter((key) => isShardOf(key, generation));
    const shards = await this.#parts.local.read(keys);
    return (await digestShards({ ...shards, head: index })) === digest;
  }

  async #nextGeneration(database: Database): Promise<number> {
    const stored = parseGenerationState(await database.get('state', 'generation'));
    const { index } = await readHead(this.#parts.local);
    return Math.max(stored?.generation ?? 0, readGeneration(index) ?? 0) + 1;
  }
}

function isShardOf(key: string, generation: number): boolean {
  return key.startsWith(`s${generation}.`) || key.startsWith(`r${generation}.`);
}

function readGeneration(index: unknown): number | undefined {
  if (typeof index !== 'object' || index === null || !('generation' in index)) return undefined;
  return typeof index.generation === 'number' ? index.generation : undefined;
}

function parseGenerationState(value: unknown): GenerationState | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { generation, digest } = value as Record<keyof GenerationState, unknown>;
  if (typeof generation !== 'number' || typeof digest !== 'string') return undefined;
  return { generation, digest };
}
