import type { ListSession } from './list-session.ts';

/** Where the extension keeps a value in its database. */
interface Place {
  readonly store: string;
  readonly key: string;
}

/** Reads a value of the extension's database, from a page of it. */
export function readStored(session: ListSession, { store, key }: Place): Promise<unknown> {
  return withStore(session, store, `return ask(store.get('${key}'))`);
}

/** Changes fields of a value in the extension's database, as time or another version would. */
export async function changeStored(
  session: ListSession,
  { store, key }: Place,
  fields: Readonly<Record<string, unknown>>,
): Promise<void> {
  const change = `{ ...(await ask(store.get('${key}'))), ...${JSON.stringify(fields)} }`;
  await withStore(session, store, `await ask(store.put(${change}, '${key}'))`);
}

function withStore(session: ListSession, name: string, work: string): Promise<unknown> {
  return session.evaluate(`(async () => {
    const ask = (request) => new Promise((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
    const database = await ask(indexedDB.open('demonitor'));
    const transaction = database.transaction('${name}', 'readwrite');
    const store = transaction.objectStore('${name}');
    const ended = new Promise((done) => { transaction.oncomplete = done; });
    const value = await (async () => { ${work} })();
    await ended;
    database.close();
    return value;
  })()`);
}
