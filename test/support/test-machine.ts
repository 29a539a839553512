import { IDBFactory } from 'fake-indexeddb';
import { checkAddress } from '../../src/match/check-address.ts';
import type { Verdict } from '../../src/match/verdict.ts';
import { type Database, openDatabase } from '../../src/platform/database.ts';
import { verifyEd25519 } from '../../src/platform/verify-ed25519.ts';
import { HeadWriter } from '../../src/store/head-store.ts';
import { ListStore } from '../../src/store/list-store.ts';
import type { StoreParts } from '../../src/store/store-parts.ts';
import type { FetchFile } from '../../src/sync/fetch-file.ts';
import { formatFloorFacts } from '../../src/sync/floor-facts.ts';
import { isPublicSuffix } from '../../src/sync/public-suffix.ts';
import { FakeLocalArea } from './fake-local-area.ts';
import { makeLock } from './make-lock.ts';
import { formatTime, type SignedRepository } from './signed-repository.ts';

export const LIST_ADDRESS = 'https://list.test/';

/** A server that has just the files of a repository; `fault` may answer in its place. */
export function serveRepository(
  read: () => ReadonlyMap<string, Uint8Array>,
  fault: (path: string) => ReturnType<FetchFile> | undefined = () => undefined,
): FetchFile {
  return async (path, { maxBytes, onProgress }) => {
    const broken = fault(path);
    if (broken !== undefined) return broken;
    const bytes = read().get(path);
    if (bytes === undefined) return { kind: 'missing' };
    if (bytes.length > maxBytes) return { kind: 'too-large' };
    onProgress?.(bytes.length);
    return { kind: 'bytes', bytes };
  };
}

/** What a machine needs to know of a repository. */
export type ServedRepository = Pick<SignedRepository, 'files' | 'rootDigest' | 'now'>;

export interface TestMachineOptions {
  /** What the package ships: a copy of the repository's files as they are now. */
  readonly floor: ServedRepository;
  readonly now: number;
  /** Files at the list's address; by default those of `floor` as they become. */
  readonly openAddress?: StoreParts['openAddress'];
  readonly version?: string;
  readonly address?: string;
  readonly listId?: string;
}

/**
 * A reader's machine without a browser: the lists' own logic with real signatures, an IndexedDB in
 * memory and a `storage.local` that may be told to fail.
 */
export class TestMachine {
  readonly local = new FakeLocalArea();
  readonly head = new HeadWriter(this.local, makeLock());
  readonly #packages = new Map<string, ReadonlyMap<string, Uint8Array>>();
  readonly #options: TestMachineOptions;
  now: number;
  version: string;
  openDatabase: (onClosed: () => void) => Promise<Database> = openDatabase;
  openAddress: StoreParts['openAddress'];
  verify: StoreParts['verify'] = verifyEd25519;
  store: ListStore;

  constructor(options: TestMachineOptions) {
    globalThis.indexedDB = new IDBFactory();
    this.#options = options;
    this.now = options.now;
    this.version = options.version ?? '1.0.0';
    this.openAddress = options.openAddress ?? (() => serveRepository(() => options.floor.files));
    this.pack(this.version, options.floor);
    this.store = this.start();
  }

  /** What the extension ships under a version: the files of a repository as they are now. */
  pack(version: string, repository: ServedRepository): void {
    const { address = LIST_ADDRESS, listId = 'test-list' } = this.#options;
    const facts = formatFloorFacts({
      list: listId,
      rootDigest: repository.rootDigest,
      address,
      isDevelopment: false,
      builtAt: formatTime(repository.now),
    });
    const files = new Map(repository.files).set('floor.json', Buffer.from(facts));
    this.#packages.set(version, files);
  }

  /** The worker starts: nothing that it held in memory is left. */
  start(change: Partial<StoreParts> = {}): ListStore {
    this.store = new ListStore({ ...this.parts(), ...change });
    return this.store;
  }

  parts(): StoreParts {
    return {
      openDatabase: (onClosed) => this.openDatabase(onClosed),
      // One worker at a time; tests of two pass a lock that both know.
      runAlone: (job) => job(),
      local: this.local,
      head: this.head,
      pause: async () => undefined,
      floor: {
        version: this.version,
        fetchFile: serveRepository(() => this.#packages.get(this.version) ?? new Map()),
      },
      language: 'en',
      verify: (...signature) => this.verify(...signature),
      isPublicSuffix,
      openAddress: (address) => this.openAddress(address),
      readToday: () => formatTime(this.now).slice(0, 10),
      now: () => this.now,
      random: () => 0.5,
    };
  }

  /** What a page says of an address. */
  async ask(address: string): Promise<Verdict> {
    const today = formatTime(this.now).slice(0, 10);
    return (await checkAddress(address, this.local.read, today)).verdict;
  }
}
