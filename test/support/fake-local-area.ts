import type { LocalArea } from '../../src/store/local-area.ts';

/** `storage.local` in memory; may be told to fail as a full disk or a closed area does. */
export class FakeLocalArea implements LocalArea {
  readonly items = new Map<string, unknown>();
  failOnWrite: ((items: Readonly<Record<string, unknown>>) => boolean) | undefined;
  failOnRead = false;

  readonly read = async (keys: readonly string[]): Promise<Record<string, unknown>> => {
    if (this.failOnRead) throw new Error('storage is closed');
    const found = keys.flatMap((key) =>
      this.items.has(key) ? [[key, sortKeys(this.items.get(key))] as const] : [],
    );
    return Object.fromEntries(found);
  };

  readonly write = async (items: Readonly<Record<string, unknown>>): Promise<void> => {
    if (this.failOnWrite?.(items) === true) throw new Error('QuotaExceededError');
    for (const [key, value] of Object.entries(items)) this.items.set(key, structuredClone(value));
  };

  readonly remove = async (keys: readonly string[]): Promise<void> => {
    for (const key of keys) this.items.delete(key);
  };

  readonly readKeys = async (): Promise<readonly string[]> => [...this.items.keys()];
}

/** A copy with the keys of every object sorted: so Chromium gives values back. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, item]) => [key, sortKeys(item)]));
}
