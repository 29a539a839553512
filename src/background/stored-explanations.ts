import type { Database } from '../platform/database.ts';
import { withTimeout } from '../platform/with-timeout.ts';
import { readRow } from '../store/entry-rows.ts';
import { parseStoredList, type StoredList } from '../store/stored-list.ts';
import { parseSubscription, type Subscription } from '../store/subscription.ts';

/** Another version of the extension that holds the database can keep it closed for ever. */
const OPEN_MILLISECONDS = 2_000;

/** What the database tells of a verdict; undefined for what is not there or cannot be read. */
export interface StoredExplanations {
  readonly readList: (key: string) => Promise<StoredList | undefined>;
  /** Where it comes from, and whose signatures count for it. */
  readonly readSubscription: (key: string) => Promise<Subscription | undefined>;
  readonly readEntry: (key: string, slug: string) => Promise<unknown>;
  /** The context of the product's own list. */
  readonly readContext: () => Promise<unknown>;
}

/**
 * Reads what only explains: a database that fails or hangs must not take a verdict with it. It is
 * opened when the first value is asked for.
 */
export function openStoredExplanations(openDatabase: () => Promise<Database>): StoredExplanations {
  let opened: Promise<Database | undefined> | undefined;
  async function read<Value>(
    from: (database: Database) => Promise<Value>,
  ): Promise<Value | undefined> {
    try {
      opened ??= withTimeout(openDatabase(), OPEN_MILLISECONDS);
      const database = await opened;
      return database && (await from(database));
    } catch {
      // Forbidden, closed or damaged: the caller says that it could not be read.
      return undefined;
    }
  }
  const readList = (key: string) =>
    read(async (database) => parseStoredList(await database.get('lists', key)));
  return {
    readList,
    readSubscription: (key) =>
      read(async (database) => parseSubscription(await database.get('subscriptions', key))),
    readContext: () => read((database) => database.get('state', 'context')),
    async readEntry(key, slug) {
      const list = await readList(key);
      return list && read((database) => readRow(database, { key, edition: list.edition }, slug));
    },
  };
}
