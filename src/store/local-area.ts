/** `storage.local` as the worker needs it; tests pass one that fails on purpose. */
export interface LocalArea {
  readonly read: (keys: readonly string[]) => Promise<Record<string, unknown>>;
  /** All or none; rejects on a full disk or quota. */
  readonly write: (items: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly remove: (keys: readonly string[]) => Promise<void>;
  readonly readKeys: () => Promise<readonly string[]>;
}
