import { parseReaderChoices, type ReaderSettings } from '../messages/stored-head.ts';

/** What a page goes by besides its own address. */
export interface PageSettings extends ReaderSettings {
  /** Differs whenever another list, another setting or another day is in force. */
  readonly mark: string;
}

/** The reader's settings in a stored head, and a mark to compare them by. */
export function readPageSettings(head: unknown, today: string): PageSettings {
  const choices = parseReaderChoices(head);
  const generation = readGeneration(head);
  return { ...choices.settings, mark: JSON.stringify([today, generation, choices]) };
}

function readGeneration(head: unknown): unknown {
  if (typeof head !== 'object' || head === null || !('index' in head)) return undefined;
  const { index } = head;
  if (typeof index !== 'object' || index === null || !('generation' in index)) return undefined;
  return index.generation;
}
