import { parseReaderChoices, type ReaderChoices } from '../messages/stored-head.ts';
import type { RunAlone } from '../platform/create-lock.ts';
import type { LocalArea } from './local-area.ts';

/** What pages read first: the head of the index, and what the reader chose. */
export interface StoredHead extends ReaderChoices {
  readonly index?: unknown;
  /** Day on which each list was last signed as current, by its key; changes without the index. */
  readonly confirmed?: Readonly<Record<string, string>>;
  /** The index holds no list, and that is as the reader wants it: nothing is missing. */
  readonly isSwitchedOff?: boolean;
}

/** The stored head, with defaults for what is missing or damaged. */
export async function readHead(local: LocalArea): Promise<StoredHead> {
  const { head } = await local.read(['head']);
  const choices = parseReaderChoices(head);
  if (typeof head !== 'object' || head === null || !('index' in head)) return choices;
  const confirmed = 'confirmed' in head ? parseConfirmed(head.confirmed) : undefined;
  const isSwitchedOff = 'isSwitchedOff' in head && head.isSwitchedOff === true;
  return { ...choices, index: head.index, isSwitchedOff, ...(confirmed && { confirmed }) };
}

function parseConfirmed(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.fromEntries(
    Object.entries(value).filter((each): each is [string, string] => typeof each[1] === 'string'),
  );
}

/**
 * The only writer of `head`: changes run one after another, in this worker and in any other, so that
 * neither a setting made during a swap is lost nor a swap that another worker made meanwhile.
 */
export class HeadWriter {
  readonly #local: LocalArea;
  readonly #runAlone: RunAlone;
  #queue: Promise<unknown> = Promise.resolve();

  /** @param runAlone keeps other workers out; another lock than that of the lists, which may be held */
  constructor(local: LocalArea, runAlone: RunAlone) {
    this.#local = local;
    this.#runAlone = runAlone;
  }

  /** Replaces fields of the head; rejects when the browser cannot write. */
  change(update: (head: StoredHead) => StoredHead): Promise<void> {
    const write = async () => {
      await this.#local.write({ head: update(await readHead(this.#local)) });
    };
    const turn = this.#queue.then(() => this.#runAlone(write));
    // A failed change must not block the ones behind it; its caller gets the error.
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}
