import { createPublicKey, verify } from 'node:crypto';
import { fetchCandidate } from '../../src/store/fetch-candidate.ts';
import { followList, unfollowList } from '../../src/store/follow-list.ts';
import type { ListStore } from '../../src/store/list-store.ts';
import type { StoreParts } from '../../src/store/store-parts.ts';
import { LIST_INFO } from './list-files.ts';
import { ListRepository } from './list-repository.ts';
import { makeList } from './make-list.ts';
import { dropDeltas, SyncTrial, TRIAL_NOW } from './sync-trial.ts';
import { LIST_ADDRESS, serveRepository } from './test-machine.ts';

const OTHER_ADDRESS = 'https://other-list.test/';

/** Something that changes the lists in force, as far as it may be interrupted. */
export interface Scene {
  readonly name: string;
  /** A machine just before. */
  readonly open: () => Promise<Stage>;
  readonly run: (store: ListStore, stage: Stage) => Promise<unknown>;
  /** By what pages may decide after the interruption, once a worker has started again, and at last. */
  readonly during: readonly string[];
  readonly restarted: readonly string[];
  readonly arrived: string;
}

export interface Stage {
  readonly trial: SyncTrial;
  readonly other: ListRepository;
}

/** By Node's cryptography, which waits for no thread: a sweep checks some ten thousand signatures. */
const verifyAtOnce: StoreParts['verify'] = async (publicKey, signature, message) => {
  const x = Buffer.from(publicKey).toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, message, key, signature);
};

async function openStage({ isStarted = true, follows = false } = {}): Promise<Stage> {
  const trial = new SyncTrial();
  const other = new ListRepository(TRIAL_NOW);
  const info = { ...LIST_INFO, id: 'other-list' };
  other.publishList(makeList(['followed.test', 'also-followed.test'], { list: info }));
  trial.machine.verify = verifyAtOnce;
  // Without the fetcher, whose own faults have their own table.
  trial.machine.openAddress = (address) =>
    serveRepository(() => (address === LIST_ADDRESS ? trial.repository : other).files);
  if (isStarted) await trial.machine.store.prepare();
  if (follows) await follow(trial.machine.store, { trial, other });
  return { trial, other };
}

function follow(store: ListStore, { other }: Stage): Promise<unknown> {
  const location = { address: OTHER_ADDRESS, rootDigest: other.rootDigest };
  return store.run(async (open) => {
    const candidate = await fetchCandidate(location, open);
    return candidate.kind === 'failed' ? candidate : followList(candidate, open);
  });
}

function keyOf({ other }: Stage): string {
  return `other-list~${other.rootDigest}`;
}

/** The release of the own list that decides, and whether the other list does. */
export async function readForce({ trial }: Stage): Promise<string> {
  const own = await trial.readForce();
  const { kind } = await trial.machine.ask('https://followed.test/');
  return kind === 'listed' ? `${own} and the other list` : own;
}

const sync: Scene['run'] = (store, { trial }) => trial.sync(store);
const EITHER = ['release 1', 'release 2'];
const BOTH = 'release 1 and the other list';

export const SCENES: readonly Scene[] = [
  {
    name: 'a sync by a delta',
    open: async () => {
      const stage = await openStage();
      stage.trial.publishSecond();
      return stage;
    },
    run: sync,
    during: EITHER,
    restarted: EITHER,
    arrived: 'release 2',
  },
  {
    name: 'a sync of the whole list',
    open: async () => {
      const stage = await openStage();
      stage.trial.publishSecond({ changes: { targets: dropDeltas } });
      return stage;
    },
    run: sync,
    during: EITHER,
    restarted: EITHER,
    arrived: 'release 2',
  },
  {
    name: 'a first start',
    open: () => openStage({ isStarted: false }),
    run: (store) => store.prepare(),
    during: ['no list', 'release 1'],
    restarted: ['release 1'],
    arrived: 'release 1',
  },
  {
    name: 'an update of the extension with a newer list',
    open: async () => {
      const stage = await openStage();
      const { machine, repository } = stage.trial;
      stage.trial.publishSecond();
      machine.pack('2.0.0', repository);
      machine.version = '2.0.0';
      return stage;
    },
    run: (store) => store.prepare(),
    during: EITHER,
    restarted: ['release 2'],
    arrived: 'release 2',
  },
  {
    name: 'following a list',
    open: () => openStage(),
    run: follow,
    during: ['release 1', BOTH],
    restarted: ['release 1', BOTH],
    arrived: BOTH,
  },
  {
    name: 'following a list no more',
    open: () => openStage({ follows: true }),
    run: (store, stage) => store.run((open) => unfollowList(keyOf(stage), open)),
    during: ['release 1', BOTH],
    restarted: ['release 1', BOTH],
    arrived: 'release 1',
  },
];
