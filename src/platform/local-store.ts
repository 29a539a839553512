import { browser } from './browser.ts';

/** Reads keys of `storage.local`; a missing key is missing in the reply. */
export function readLocal(keys: readonly string[]): Promise<Record<string, unknown>> {
  return browser.storage.local.get([...keys]);
}

/** Writes values in one call: all or none. Rejects on a full disk or quota. */
export function writeLocal(items: Readonly<Record<string, unknown>>): Promise<void> {
  return browser.storage.local.set({ ...items });
}

/** Removes keys; missing ones are no error. */
export function removeLocal(keys: readonly string[]): Promise<void> {
  return browser.storage.local.remove([...keys]);
}

/** The names of all keys, without reading the values where the browser can (Chromium 130 on). */
export async function readLocalKeys(): Promise<readonly string[]> {
  const area: { getKeys?: () => Promise<string[]> } = browser.storage.local as object;
  if (area.getKeys !== undefined) return area.getKeys();
  return Object.keys(await browser.storage.local.get(null));
}
