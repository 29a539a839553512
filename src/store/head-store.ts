import { parseReaderChoices, type ReaderChoices } from '../messages/stored-head.ts';
import type { LocalArea } from './local-area.ts';

/** What pages read first: the head of the index, and what the reader chose. */
export interface StoredHead extends ReaderChoices {
  readonly index?: unknown;
}

/** The stored head, with defaults for what is missing or damaged. */
export async function readHead(local: LocalArea): Promise<StoredHead> {
  const { head } = await local.read(['head']);
  const choices = parseReaderChoices(head);
  if (typeof head !== 'object' || head === null || !('index' in head)) return choices;
  return { ...choices, index: head.index };
}

/**
 * The only writer of `head`: changes run one after another, so that a setting made during a swap
 * is not lost.
 */
export class HeadWriter {
  readonly #local: LocalArea;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(local: LocalArea) {
    this.#local = local;
  }

  /** Replaces fields of the head; rejects when the browser cannot write. */
  change(update: (head: StoredHead) => StoredHead): Promise<void> {
    const turn = this.#queue.then(async () => {
      await this.#local.write({ head: update(await readHead(this.#local)) });
    });
    // A failed change must not block the ones behind it; its caller gets the error.
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}
