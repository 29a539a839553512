import type { LocalArea } from './local-area.ts';

/** What pages read first: the head of the index, and what the reader chose. */
export interface StoredHead {
  readonly index?: unknown;
  readonly settings: HeadSettings;
  /** `list/entry` of the entries whose badge the reader hid on this machine. */
  readonly dismissed: readonly string[];
}

interface HeadSettings {
  readonly paused: boolean;
  readonly show: 'badge' | 'toolbar';
}

const DEFAULT_SETTINGS: HeadSettings = { paused: false, show: 'badge' };

/** The stored head, with defaults for what is missing or damaged. */
export async function readHead(local: LocalArea): Promise<StoredHead> {
  const { head } = await local.read(['head']);
  if (typeof head !== 'object' || head === null) {
    return { settings: DEFAULT_SETTINGS, dismissed: [] };
  }
  const { index, settings, dismissed } = head as Record<
    'index' | 'settings' | 'dismissed',
    unknown
  >;
  return {
    ...(index === undefined ? {} : { index }),
    settings: parseSettings(settings),
    dismissed: Array.isArray(dismissed) ? dismissed.filter((name) => typeof name === 'string') : [],
  };
}

function parseSettings(value: unknown): HeadSettings {
  if (typeof value !== 'object' || value === null) return DEFAULT_SETTINGS;
  const { paused, show } = value as Record<'paused' | 'show', unknown>;
  return { paused: paused === true, show: show === 'toolbar' ? 'toolbar' : 'badge' };
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
