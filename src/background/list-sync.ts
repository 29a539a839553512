import type { ListsStatus, SyncProgress } from '../messages/list-status.ts';
import type { Browser } from '../platform/browser.ts';
import { classifyError } from '../store/classify-error.ts';
import { type FollowedList, readFollowedLists } from '../store/followed-list.ts';
import { readHead } from '../store/head-store.ts';
import type { ListStore } from '../store/list-store.ts';
import { type SyncOutcome, type SyncStep, syncList } from '../store/sync-list.ts';
import { failSync } from '../sync/failure.ts';
import { describeFollowedList } from './describe-followed-list.ts';

const SYNC_ALARM = 'sync';
/** Browsers stop a worker that calls none of their functions for half a minute. */
const KEEP_AWAKE_MILLISECONDS = 20_000;
/** They may stop it all the same: a sync that was cut off is tried again after so long. */
const CUT_OFF_MILLISECONDS = 5 * 60_000;
/** Never sooner: where nothing can be written down, a list would stay due and be asked for ever. */
const LEAST_PAUSE_MILLISECONDS = 60_000;
/** Longer than any plan of ours, which are a day at most: what lies later was set by a wrong clock. */
const MAX_WAIT_MILLISECONDS = 25 * 60 * 60_000;

export interface ListSyncParts {
  readonly browser: Pick<Browser, 'alarms' | 'runtime'>;
  readonly lists: Pick<ListStore, 'open' | 'openStore' | 'run'>;
  /** Pages see other lists now. */
  readonly announceChange: () => Promise<void>;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Brings lists up to date: on their alarm, at a start that comes too late for it, and on demand. */
export class ListSync {
  readonly #parts: ListSyncParts;
  #progress: SyncProgress | undefined;
  #running: Promise<void> | undefined;

  constructor(parts: ListSyncParts) {
    this.#parts = parts;
  }

  /**
   * For each start of the worker, since Firefox forgets alarms with the session, and for each change
   * of the lists: one that was switched on again may be due before the alarm of the others.
   */
  async ensureAlarm(): Promise<void> {
    const { browser, now } = this.#parts;
    const alarm = await browser.alarms.get(SYNC_ALARM);
    const next = await this.#findNextTime();
    if (next === undefined) return;
    // One that is near stays: it may be that of a sync that runs, or was cut off.
    const latest = Math.max(next, now() + CUT_OFF_MILLISECONDS);
    if (alarm !== undefined && alarm.scheduledTime <= latest) return;
    if (next <= now()) await this.syncDue();
    else this.#wakeAt(next);
  }

  /** Whether an alarm is the one of these lists. */
  isOwnAlarm({ name }: { readonly name: string }): boolean {
    return name === SYNC_ALARM;
  }

  /** Every list whose time has come. */
  syncDue(): Promise<void> {
    const now = this.#parts.now();
    return this.#sync((list) => readDueTime(list, now) <= now);
  }

  /** One list, or all, at once. */
  syncNow(key?: string): Promise<void> {
    return this.#sync(({ subscription }) => key === undefined || subscription.key === key);
  }

  /** What the reader follows and how it stands; also while a sync is running. */
  async readStatus(): Promise<ListsStatus> {
    const running = this.#progress === undefined ? {} : { running: this.#progress };
    try {
      const { database, local } = await this.#parts.lists.openStore();
      const lists = await readFollowedLists(database);
      const { paused } = (await readHead(local)).settings;
      return {
        lists: lists.map((each) => describeFollowedList(each, this.#parts.now())),
        ...running,
        ...(paused && { isPaused: true }),
      };
    } catch (error) {
      console.error('Demonitor:', error);
      return { lists: [], ...running, failure: classifyError(error) };
    }
  }

  /** One sync at a time: whoever asks meanwhile gets the next one. */
  async #sync(isMeant: (list: FollowedList) => boolean): Promise<void> {
    while (this.#running !== undefined) await this.#running;
    this.#running = this.#syncAll(isMeant).finally(() => {
      this.#running = undefined;
      this.#progress = undefined;
    });
    await this.#running;
  }

  async #syncAll(isMeant: (list: FollowedList) => boolean): Promise<void> {
    const { browser, lists, announceChange } = this.#parts;
    const awake = setInterval(
      () => void browser.runtime.getPlatformInfo(),
      KEEP_AWAKE_MILLISECONDS,
    );
    try {
      // In the lists' own turn: right after the install the shipped one is still being put in force.
      const followed = await lists.run(({ database }) => readFollowedLists(database));
      const meant = followed.filter((each) => isSyncable(each) && isMeant(each));
      // The alarm that woke the worker is spent, and nothing else may wake the next one today.
      if (meant.length > 0) this.#wakeAt(this.#parts.now() + CUT_OFF_MILLISECONDS);
      // Side by side: a list whose server drips must not keep the others waiting.
      await Promise.all(
        meant.map(async ({ subscription }) => {
          if ((await this.#syncOne(subscription.key)).kind === 'updated') void announceChange();
        }),
      );
    } catch (error) {
      // The database cannot be opened: the status says so, and the next start tries again.
      console.error('Demonitor:', error);
    } finally {
      clearInterval(awake);
      await this.#planNext();
    }
  }

  async #syncOne(key: string): Promise<SyncOutcome> {
    const onStep = (step: SyncStep) => {
      this.#progress = { key, ...step };
    };
    try {
      return await syncList(key, this.#parts.lists, onStep);
    } catch (error) {
      // Its database cannot be read; the other lists of this turn have theirs to say.
      console.error('Demonitor:', error);
      return failSync(classifyError(error));
    }
  }

  async #planNext(): Promise<void> {
    const next = await this.#findNextTime();
    const soonest = this.#parts.now() + LEAST_PAUSE_MILLISECONDS;
    if (next !== undefined) this.#wakeAt(Math.max(next, soonest));
  }

  #wakeAt(when: number): void {
    this.#parts.browser.alarms.create(SYNC_ALARM, { when });
  }

  /** None where no list has an address to be fetched from. */
  async #findNextTime(): Promise<number | undefined> {
    try {
      const lists = await readFollowedLists(await this.#parts.lists.open());
      const now = this.#parts.now();
      const times = lists.filter(isSyncable).map((list) => readDueTime(list, now));
      return times.length === 0 ? undefined : Math.min(...times);
    } catch (error) {
      console.error('Demonitor:', error);
      return undefined;
    }
  }
}

function isSyncable({ subscription: { isEnabled, address } }: FollowedList): boolean {
  return isEnabled && address !== undefined;
}

/** When a list is to be asked again. A clock that was ahead must not put that off until its date. */
function readDueTime({ subscription: { nextAttempt } }: FollowedList, now: number): number {
  return nextAttempt === undefined || nextAttempt > now + MAX_WAIT_MILLISECONDS ? now : nextAttempt;
}
