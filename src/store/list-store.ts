import { parseIndexHead } from '../match/index-head.ts';
import type { Database } from '../platform/database.ts';
import { digestStoredShards } from './digest-stored-shards.ts';
import { findDamagedLists } from './find-damaged-lists.ts';
import { readFollowedLists } from './followed-list.ts';
import { type GenerationState, parseGenerationState } from './generation-state.ts';
import { readHead } from './head-store.ts';
import { installFloor } from './install-floor.ts';
import { forgetLists, rebuildSoundIndex } from './rebuild-index.ts';
import type { OpenStore, StoreParts } from './store-parts.ts';

/** `unchanged`: all was sound; `mended`: pages see another generation now. */
export type RepairOutcome = 'unchanged' | 'mended';

/**
 * The lists in force. IndexedDB holds the entries and says which generation counts; pages read the
 * shards of that generation. Whatever changes either runs one after another, in this worker and in
 * any other: two writers at once could leave the database with one list and the pages with another,
 * or pages with shards of both.
 */
export class ListStore {
  readonly #parts: StoreParts;
  #database: Promise<Database> | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(parts: StoreParts) {
    this.#parts = parts;
  }

  /**
   * For each start of the worker, and cheap: do database and pages speak of the same generation? A
   * worker that died in the middle of a swap left them apart.
   */
  prepare(): Promise<RepairOutcome> {
    return this.#enqueue((store) => this.#reconcile(store, false));
  }

  /** Looks at every shard and every entry, and mends what is damaged or missing, or rejects. */
  repair(): Promise<RepairOutcome> {
    return this.#enqueue((store) => this.#reconcile(store, true));
  }

  /** Considers the shipped release, for instance after an update of the extension. */
  installFloor(): Promise<void> {
    return this.#enqueue(installFloor);
  }

  /**
   * Runs what changes lists once all that was asked for before has ended. Where the product's own
   * list was found to be damaged meanwhile, the shipped one takes its place.
   */
  run<Value>(job: (store: OpenStore) => Promise<Value>): Promise<Value> {
    return this.#enqueue((store) => job(store).finally(() => restoreOwnList(store)));
  }

  #enqueue<Value>(job: (store: OpenStore) => Promise<Value>): Promise<Value> {
    const work = async () => job(await this.openStore());
    const turn = this.#queue.then(() => this.#parts.runAlone(work));
    // Each caller gets its own error; the jobs behind it run all the same.
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** For what only reads, or fetches: it must not keep others waiting. */
  async openStore(): Promise<OpenStore> {
    return { ...this.#parts, database: await this.open() };
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

  async #reconcile(store: OpenStore, isThorough: boolean): Promise<RepairOutcome> {
    const { database, floor } = store;
    const state = parseGenerationState(await database.get('state', 'generation'));
    const lists = await readFollowedLists(database);
    const own = lists.find(({ subscription }) => subscription.isOwn);
    // After an update whose own installation failed, the next start is here to make up for it.
    const hasFloor = state?.floorVersion === floor.version && own?.stored !== undefined;
    if (!hasFloor) {
      await installFloor(store);
      return 'mended';
    }
    const damaged = await findDamagedLists(lists, isThorough, store);
    if (damaged.length === 0 && (await isReadable(state, isThorough, store))) return 'unchanged';
    await forgetLists(damaged, store);
    const forgotten = [...damaged, ...(await rebuildSoundIndex(store))];
    if (forgotten.includes(own.subscription.key)) await installFloor(store);
    return 'mended';
  }
}

/** Pages would else hear "not listed" of what only the product's own list knows. */
async function restoreOwnList(store: OpenStore): Promise<void> {
  try {
    const lists = await readFollowedLists(store.database);
    const isLost = lists.some(({ subscription, stored }) => subscription.isOwn && !stored);
    if (isLost) await installFloor(store);
  } catch (error) {
    // The job has its own outcome, and the next start of the worker tries again.
    console.error('Demonitor: the list cannot be used:', error);
  }
}

/** Do pages see the generation that counts, in a form they understand, and undamaged? */
async function isReadable(
  state: GenerationState,
  isThorough: boolean,
  store: OpenStore,
): Promise<boolean> {
  const head = parseIndexHead((await readHead(store.local)).index);
  if (head?.generation !== state.generation) return false;
  return !isThorough || (await digestStoredShards(store, head)) === state.digest;
}
