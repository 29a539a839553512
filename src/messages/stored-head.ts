/**
 * What lies in storage under `head` beside the index: what the reader chose. Written by the worker
 * alone, read by pages, popup and worker with the same defaults.
 */
export interface ReaderChoices {
  readonly settings: ReaderSettings;
  /** `list/entry` of the entries whose badge the reader hid on this machine. */
  readonly dismissed: readonly string[];
}

export interface ReaderSettings {
  readonly paused: boolean;
  readonly show: 'badge' | 'toolbar';
}

/** The reader's choices in a stored head; defaults for what is missing or damaged. */
export function parseReaderChoices(head: unknown): ReaderChoices {
  const { settings, dismissed } = asRecord(head);
  const { paused, show } = asRecord(settings);
  return {
    settings: { paused: paused === true, show: show === 'toolbar' ? 'toolbar' : 'badge' },
    dismissed: Array.isArray(dismissed) ? dismissed.filter((name) => typeof name === 'string') : [],
  };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  // An object may be read by name; its values stay unknown.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
