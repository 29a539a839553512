import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

const DATABASE_NAME = 'demonitor';
const DATABASE_VERSION = 1;

/** What the extension keeps in IndexedDB. Values are parsed where they are read, not here. */
interface DemonitorSchema extends DBSchema {
  /** Full entries, by list and slug. */
  entries: { key: [list: string, slug: string]; value: unknown };
  /** The compiled lists without their entries, by id. */
  lists: { key: string; value: unknown };
  /** `context`: the Code, organisations and rules; `generation`: what the shards were made from. */
  state: { key: 'context' | 'generation'; value: unknown };
}

export type Database = IDBPDatabase<DemonitorSchema>;

/**
 * Opens the database, creating its stores on first use; rejects where the browser forbids it.
 *
 * @param onClosed called when the connection was lost or given up; it must be opened again
 */
export function openDatabase(onClosed: () => void = () => undefined): Promise<Database> {
  return openDB<DemonitorSchema>(DATABASE_NAME, DATABASE_VERSION, {
    upgrade(database) {
      database.createObjectStore('entries');
      database.createObjectStore('lists');
      database.createObjectStore('state');
    },
    // Another version wants to upgrade, or the reader clears the data: let go, to block neither.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
}
