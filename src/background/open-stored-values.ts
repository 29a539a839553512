import type { Database } from '../platform/database.ts';
import { withTimeout } from '../platform/with-timeout.ts';

/** Values of the database, undefined where there is none or where it cannot be read. */
export type StoredValues = Pick<Database, 'get'>['get'];

/** Another version of the extension that holds the database can keep it closed for ever. */
const OPEN_MILLISECONDS = 2_000;

/**
 * Reads values that only explain: a database that fails or hangs must not take a verdict with it.
 * It is opened when the first value is asked for.
 */
export function openStoredValues(openDatabase: () => Promise<Pick<Database, 'get'>>): StoredValues {
  let opened: Promise<Pick<Database, 'get'> | undefined> | undefined;
  return async (store, key) => {
    try {
      opened ??= withTimeout(openDatabase(), OPEN_MILLISECONDS);
      return await (await opened)?.get(store, key);
    } catch {
      // Forbidden, closed or damaged: the caller says that it could not be read.
      return undefined;
    }
  };
}
