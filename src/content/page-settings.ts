/** The part of `head` that the reader chose, as a page needs it. */
export interface PageSettings {
  readonly paused: boolean;
  readonly show: 'badge' | 'toolbar';
  /** Differs whenever another list or setting is in force. */
  readonly mark: string;
}

/** Reads the settings out of a stored head; defaults where something is missing or damaged. */
export function readPageSettings(head: unknown): PageSettings {
  const { index, settings, dismissed } = asRecord(head);
  const { paused, show } = asRecord(settings);
  const { generation } = asRecord(index);
  return {
    paused: paused === true,
    show: show === 'toolbar' ? 'toolbar' : 'badge',
    mark: JSON.stringify([generation, settings, dismissed]),
  };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  // An object may be read by name; its values stay unknown.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
