import {
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  openDB,
  type StoreNames,
} from 'idb';
import { withTimeout } from './with-timeout.ts';

const DATABASE_NAME = 'demonitor';
const DATABASE_VERSION = 2;
/** Longer than any disk needs; a worker of an older version may hold it open for ever. */
const OPENING_MILLISECONDS = 10_000;

/** The database did not open in time: something else holds it, or the browser hangs. */
export class DatabaseTimeoutError extends Error {
  override readonly name = 'DatabaseTimeoutError';

  constructor() {
    super(`did not open within ${OPENING_MILLISECONDS / 1000} seconds`);
  }
}

/** Names a list on this machine; ids that publishers choose could be the same. */
export type ListKey = string;

/** What the extension keeps in IndexedDB. Values are parsed where they are read, not here. */
interface DemonitorSchema extends DBSchema {
  /**
   * Full entries, by list, edition and slug. The edition that counts stands in `lists`; another one
   * is being written, or was left behind.
   */
  entries: { key: [list: ListKey, edition: number, slug: string]; value: unknown };
  /** The lists in force without their entries. */
  lists: { key: ListKey; value: unknown };
  /** The lists that the reader follows: where they come from, and how the last sync went. */
  subscriptions: { key: ListKey; value: unknown };
  /** The signed metadata of each list, as it came. */
  trust: { key: ListKey; value: unknown };
  /** `context`: the Code, organisations and rules; `generation`: what the shards were made from. */
  state: { key: 'context' | 'generation'; value: unknown };
}

export type Database = IDBPDatabase<DemonitorSchema>;

/** A transaction over every store, as a swap needs it. */
export type WholeTransaction = IDBPTransaction<
  DemonitorSchema,
  StoreNames<DemonitorSchema>[],
  'readwrite'
>;

export const STORE_NAMES: StoreNames<DemonitorSchema>[] = [
  'entries',
  'lists',
  'subscriptions',
  'trust',
  'state',
];

/**
 * Opens the database, creating its stores on first use; rejects where the browser forbids it, and
 * when it does not come.
 *
 * @param onClosed called when the connection was lost or given up; it must be opened again
 */
export async function openDatabase(onClosed: () => void = () => undefined): Promise<Database> {
  const opening = openStores(onClosed);
  const database = await withTimeout(opening, OPENING_MILLISECONDS);
  if (database !== undefined) return database;
  // Should it open after all, nobody uses it, and it must not block others.
  void opening.then(
    (late) => late.close(),
    () => undefined,
  );
  throw new DatabaseTimeoutError();
}

function openStores(onClosed: () => void): Promise<Database> {
  return openDB<DemonitorSchema>(DATABASE_NAME, DATABASE_VERSION, {
    upgrade(database, oldVersion) {
      // What version 1 held, every package brings with it.
      for (const name of oldVersion === 1 ? database.objectStoreNames : []) {
        database.deleteObjectStore(name);
      }
      for (const name of STORE_NAMES) database.createObjectStore(name);
    },
    // Another version wants to upgrade, or the reader clears the data: let go, to block neither.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
}
