import { HeadWriter } from '../../src/store/head-store.ts';
import type { ListStore } from '../../src/store/list-store.ts';
import { parseSubscription, type Subscription } from '../../src/store/subscription.ts';
import { type SyncOutcome, syncList } from '../../src/store/sync-list.ts';
import type { SyncFailure } from '../../src/sync/failure.ts';
import { NEVER_LIST } from './list-files.ts';
import { ListRepository, type PublishOptions, TEST_CONTEXT } from './list-repository.ts';
import { ListServer } from './list-server.ts';
import { makeList } from './make-list.ts';
import { makeLock } from './make-lock.ts';
import type { Fields } from './signed-repository.ts';
import { TestMachine } from './test-machine.ts';

export const TRIAL_NOW = Date.parse('2026-11-25T10:00:00Z');
export const TRIAL_LIST = 'test-list';

export const LASTING = Array.from({ length: 12 }, (_, at) => `lasting-${at}.test`);
const FIRST = makeList(['leaving.test', ...LASTING]);
const SECOND = makeList(['coming.test', ...LASTING]);
const SECOND_CONTEXT: Fields = {
  ...TEST_CONTEXT,
  neverList: { ...NEVER_LIST, wellKnown: [{ host: 'famous.test', why: 'Read by many' }] },
};

/** What pages say of these hosts under each release. */
const ASKED = ['leaving.test', 'coming.test', 'lasting-0.test', 'lasting-11.test', 'unlisted.test'];
const RELEASES: Readonly<Record<string, string>> = {
  'listed not-listed listed listed not-listed': 'release 1',
  'not-listed listed listed listed not-listed': 'release 2',
  'no-list no-list no-list no-list no-list': 'no list',
};

/** A machine on which release 1 is in force, and a publisher who has release 2. */
export class SyncTrial {
  readonly repository: ListRepository;
  readonly server: ListServer;
  readonly machine: TestMachine;

  constructor() {
    this.repository = new ListRepository(TRIAL_NOW);
    this.repository.publishList(FIRST);
    this.server = new ListServer(this.repository.files);
    const { openAddress } = this.server;
    this.machine = new TestMachine({ floor: this.repository, now: TRIAL_NOW, openAddress });
  }

  /** The worker's first start; `publish` is what there is to be fetched then. */
  static async start(publish = (trial: SyncTrial) => trial.publishSecond()): Promise<SyncTrial> {
    const trial = new SyncTrial();
    await trial.machine.store.prepare();
    publish(trial);
    return trial;
  }

  /** With a new root and a new context, so that a sync asks for a file of every kind. */
  publishSecond(options: PublishOptions = {}, list = SECOND): void {
    this.repository.rotate('root');
    this.repository.publishList(list, { context: SECOND_CONTEXT, ...options });
  }

  sync(store: ListStore = this.machine.store): Promise<SyncOutcome> {
    return syncList(TRIAL_LIST, store, () => undefined);
  }

  /** The worker starts anew, with nothing of what the one before it held in memory. */
  restart(): ListStore {
    return this.machine.start({ head: new HeadWriter(this.machine.local, makeLock()) });
  }

  /** Which release pages decide by; a mixture comes back as the verdicts that make it one. */
  async readForce(): Promise<string> {
    const verdicts: string[] = [];
    for (const host of ASKED) verdicts.push((await this.machine.ask(`https://${host}/`)).kind);
    const all = verdicts.join(' ');
    return RELEASES[all] ?? `mixture: ${all}`;
  }

  async readSubscription(): Promise<Subscription | undefined> {
    const database = await this.machine.store.open();
    return parseSubscription(await database.get('subscriptions', TRIAL_LIST));
  }
}

/** Takes the deltas out of what is to be signed, so that the whole list is fetched. */
export function dropDeltas({ targets }: Fields): void {
  for (const name of Object.keys(targets)) if (name.startsWith('delta-')) delete targets[name];
}

/** What the dashboard makes its words of, in short: the reason, and the role or file it is about. */
export function formatFailure(failure: SyncFailure | undefined): string {
  if (failure === undefined) return 'fine';
  const { reason, role, file, status } = failure;
  const name = file?.replace(/^targets\/[0-9a-f]{64}\./, 'targets/');
  return [reason, status, role, name].filter((fact) => fact !== undefined).join(' ');
}
