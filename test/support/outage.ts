import type { Database } from '../../src/platform/database.ts';
import { HeadWriter } from '../../src/store/head-store.ts';
import type { LocalArea } from '../../src/store/local-area.ts';
import type { StoreParts } from '../../src/store/store-parts.ts';
import type { FetchFile } from '../../src/sync/fetch-file.ts';
import { makeLock } from './make-lock.ts';

/** What a worker asks of the world outside; each answer is something it waits for. */
export type Outside = 'network' | 'database' | 'storage' | 'pause';

const READS: readonly unknown[] = ['get', 'getAll', 'getAllKeys', 'count'];
const WRITES: readonly unknown[] = ['put', 'delete', 'clear'];
const ERRORS = {
  network: new Error('Failed to fetch'),
  database: new DOMException('Internal error', 'UnknownError'),
  storage: new Error('QuotaExceededError'),
  pause: new Error('never'),
};

/**
 * Counts whatever a worker waits for, and lets the n-th go wrong. `dies`: the worker is gone from
 * there on, so nothing that it still waits for ever comes, and a transaction under way is undone, as
 * browsers do. `rejects`: this one thing fails, and the worker goes on.
 */
export class Outage {
  readonly #at: number;
  readonly #how: 'dies' | 'rejects';
  readonly #meant: readonly Outside[];
  /** Resolves when the worker is gone. */
  readonly gone: Promise<void>;
  #die: () => void = () => undefined;
  #calls = 0;
  #isGone = false;

  constructor(at: number, how: 'dies' | 'rejects', meant: readonly Outside[]) {
    this.#at = at;
    this.#how = how;
    this.#meant = meant;
    this.gone = new Promise((resolve) => {
      this.#die = resolve;
    });
  }

  /** Whether the n-th call came at all. */
  get hasHappened(): boolean {
    return this.#calls >= this.#at;
  }

  /** The world as this worker has it. */
  wrap(parts: StoreParts): StoreParts {
    const { read, write, remove, readKeys } = parts.local;
    const local: LocalArea = {
      read: (keys) => this.#call('storage', () => read(keys)),
      write: (items) => this.#call('storage', () => write(items)),
      remove: (keys) => this.#call('storage', () => remove(keys)),
      readKeys: () => this.#call('storage', () => readKeys()),
    };
    return {
      ...parts,
      local,
      head: new HeadWriter(local, makeLock()),
      openDatabase: (onClosed) =>
        this.#call('database', async () => this.#wrapDatabase(await parts.openDatabase(onClosed))),
      pause: () => this.#call('pause', () => parts.pause()),
      floor: { ...parts.floor, fetchFile: this.#wrapPackage(parts.floor.fetchFile) },
      openAddress: (address) => this.#wrapFetch(parts.openAddress(address)),
    };
  }

  /** True for the n-th call, which is not made. */
  #isStruck(what: Outside): boolean {
    if (!this.#meant.includes(what)) return false;
    this.#calls += 1;
    if (this.#calls !== this.#at) return false;
    if (this.#how === 'dies') {
      this.#isGone = true;
      this.#die();
    }
    return true;
  }

  #call<Value>(what: Outside, work: () => Promise<Value>): Promise<Value> {
    if (this.#isGone) return new Promise(() => undefined);
    if (!this.#isStruck(what)) return this.#follow(work());
    if (this.#isGone) return new Promise(() => undefined);
    return Promise.reject(ERRORS[what]);
  }

  /** What was asked for before the worker went never comes either. */
  #follow<Value>(work: Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      work.then(
        (value) => (this.#isGone ? undefined : resolve(value)),
        (error: unknown) => (this.#isGone ? undefined : reject(error)),
      );
    });
  }

  #wrapFetch(fetchFile: FetchFile): FetchFile {
    return async (path, limits) => {
      try {
        return await this.#call('network', () => fetchFile(path, limits));
      } catch (error) {
        // It never rejects (src/sync/fetch-file.ts).
        return {
          kind: 'failed',
          failure: { reason: 'unreachable', file: path, detail: `${error}` },
        };
      }
    };
  }

  /** The package lies on this machine: it is there or it is not, and never fails once. */
  #wrapPackage(fetchFile: FetchFile): FetchFile {
    return this.#how === 'dies' ? this.#wrapFetch(fetchFile) : fetchFile;
  }

  #wrapDatabase(database: Database): Database {
    return new Proxy(database, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        const call = (...args: unknown[]) => Reflect.apply(value, target, args);
        if (name === 'transaction') {
          return (...args: unknown[]) => this.#wrapTransaction(call(...args));
        }
        const isAsked = READS.includes(name) || WRITES.includes(name);
        return isAsked ? (...args: unknown[]) => this.#call('database', () => call(...args)) : call;
      },
    });
  }

  /** Of a transaction that writes, its end counts: what it writes goes out in one turn. */
  #wrapTransaction(transaction: IDBTransaction & { readonly done: Promise<void> }): object {
    const isRead = transaction.mode === 'readonly';
    return new Proxy(transaction, {
      get: (target, name) => {
        if (name === 'done' && !isRead) {
          if (!this.#isGone && this.#isStruck('database')) target.abort();
          return this.#follow(target.done);
        }
        const value: unknown = Reflect.get(target, name);
        if (name === 'store') return this.#wrapStore(value as object, isRead);
        if (name !== 'objectStore') return value;
        return (...args: unknown[]) =>
          this.#wrapStore(Reflect.apply(value as () => object, target, args), isRead);
      },
    });
  }

  #wrapStore(store: object, isRead: boolean): object {
    return new Proxy(store, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          const call = () => Reflect.apply(value, target, args) as Promise<unknown>;
          return isRead ? this.#call('database', call) : this.#follow(call());
        };
      },
    });
  }
}
