import type { ListsStatus, SyncProgress } from '../messages/list-status.ts';
import type { Browser } from '../platform/browser.ts';
import { classifyError } from '../store/classify-error.ts';
import { type FollowedList, readFollowedLists } from '../store/followed-list.ts';
import { readHead } from '../store/head-store.ts';
import type { ListStore } from '../store/list-store.ts';
import { type SyncStep, syncList } from '../store/sync-list.ts';
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
  /** By key: whoever asks for a list that is being synced shares in that. */
  readonly #running = new Map<string, Promise<void>>();
  /** By key. */
  readonly #progress = new Map<string, SyncProgress>();

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
    const next = this.#findNextTime(await this.#readLists());
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
    const running = this.#progress.size === 0 ? {} : { running: [...this.#progress.values()] };
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

  /** Side by side: a list whose server drips keeps neither the others waiting nor who asks later. */
  async #sync(isMeant: (list: FollowedList) => boolean): Promise<void> {
    const { browser, lists } = this.#parts;
    const awake = setInterval(
      () => void browser.runtime.getPlatformInfo(),
      KEEP_AWAKE_MILLISECONDS,
    );
    try {
      // In the lists' own turn: right after the install the shipped one is still being put in force.
      const followed = await lists.run(({ database }) => readFollowedLists(database));
      const meant = followed.filter((each) => isSyncable(each) && isMeant(each)).map(toKey);
      // The alarm that woke the worker is spent, and nothing else may wake the next one today.
      this.#plan(followed, meant);
      await Promise.all(meant.map((key) => this.#syncShared(key)));
    } catch (error) {
      // The database cannot be opened: the status says so, and the next start tries again.
      console.error('Demonitor:', error);
    } finally {
      clearInterval(awake);
      this.#plan(await this.#readLists());
    }
  }

  #syncShared(key: string): Promise<void> {
    const running =
      this.#running.get(key) ??
      this.#syncOne(key).finally(() => {
        this.#running.delete(key);
        this.#progress.delete(key);
      });
    this.#running.set(key, running);
    return running;
  }

  async #syncOne(key: string): Promise<void> {
    const onStep = (step: SyncStep) => {
      this.#progress.set(key, { key, ...step });
    };
    try {
      const { kind } = await syncList(key, this.#parts.lists, onStep);
      if (kind === 'updated') void this.#parts.announceChange();
    } catch (error) {
      // Its database cannot be read; the other lists have theirs to say.
      console.error('Demonitor:', error);
    }
  }

  /** Sets the alarm for the list that comes next; `starting` are about to be synced. */
  #plan(lists: readonly FollowedList[], starting: readonly string[] = []): void {
    const next = this.#findNextTime(lists, starting);
    const soonest = this.#parts.now() + LEAST_PAUSE_MILLISECONDS;
    if (next !== undefined) this.#wakeAt(Math.max(next, soonest));
  }

  #wakeAt(when: number): void {
    this.#parts.browser.alarms.create(SYNC_ALARM, { when });
  }

  /** None where no list has an address to be fetched from. */
  #findNextTime(
    lists: readonly FollowedList[],
    starting: readonly string[] = [],
  ): number | undefined {
    const now = this.#parts.now();
    const isUnderWay = (key: string) => starting.includes(key) || this.#running.has(key);
    const times = lists
      .filter(isSyncable)
      .map((list) =>
        isUnderWay(toKey(list)) ? now + CUT_OFF_MILLISECONDS : readDueTime(list, now),
      );
    return times.length === 0 ? undefined : Math.min(...times);
  }

  /** None where the database cannot be opened. */
  async #readLists(): Promise<readonly FollowedList[]> {
    try {
      return await readFollowedLists(await this.#parts.lists.open());
    } catch (error) {
      console.error('Demonitor:', error);
      return [];
    }
  }
}

function toKey({ subscription: { key } }: FollowedList): string {
  return key;
}

function isSyncable({ subscription: { isEnabled, address } }: FollowedList): boolean {
  return isEnabled && address !== undefined;
}

/** When a list is to be asked again. A clock that was ahead must not put that off until its date. */
function readDueTime({ subscription: { nextAttempt } }: FollowedList, now: number): number {
  return nextAttempt === undefined || nextAttempt > now + MAX_WAIT_MILLISECONDS ? now : nextAttempt;
}
