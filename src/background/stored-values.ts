import type { Database } from '../platform/database.ts';

/** Values of the database, undefined where there is none or where it cannot be read. */
export type StoredValues = Pick<Database, 'get'>['get'];

/** Reads values that only explain: a database that fails must not take a verdict with it. */
export async function openStoredValues(
  openDatabase: () => Promise<Pick<Database, 'get'>>,
): Promise<StoredValues> {
  const database = await openDatabase().catch(() => undefined);
  return async (store, key) => {
    try {
      return await database?.get(store, key);
    } catch {
      // Closed or damaged: the caller says that it could not be read.
      return undefined;
    }
  };
}
