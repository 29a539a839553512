import { UsageError } from '../errors.ts';
import { showText } from '../show-text.ts';
import { type KeyFolder, writeKeyRing } from '../signing/key-folder.ts';
import type { WriteFile } from '../write-durably.ts';
import { buildMetadata } from './build-metadata.ts';
import { chooseRoot } from './choose-root.ts';
import { type PublishedRepository, readRepository } from './read-repository.ts';
import { refuseEarlier } from './refuse-earlier.ts';
import { trustsRing } from './role-keys.ts';
import { type WrittenFile, writeInOrder } from './write-in-order.ts';

/** A repository and a folder of keys, each as it is. */
interface KeysAndRepository {
  readonly keys: KeyFolder;
  readonly repoDir: string;
  readonly now: Date;
  /** Whether it may be signed as of a moment before what is there. */
  readonly mayGoBack: boolean;
  readonly write: WriteFile;
}

/** The same once the two fit. */
export interface CaughtUp {
  readonly keys: KeyFolder;
  readonly repository: PublishedRepository;
  readonly files: readonly WrittenFile[];
}

async function readPublished({ keys, repoDir }: KeysAndRepository): Promise<PublishedRepository> {
  const repository = await readRepository(repoDir, keys);
  if (repository.kind === 'published') return repository;
  const cure = 'make other keys with "demonitor list keygen" instead';
  throw new UsageError(`Nothing is published in ${showText(repoDir)} yet; ${cure}.`);
}

/**
 * Finishes a rotation that broke off and learns the keys of one that was made elsewhere; where there
 * was neither, nothing is written and the ring stays the same object.
 *
 * @throws UsageError where nothing was published; WrongClockError when what is there was signed later
 */
export async function catchUp(options: KeysAndRepository): Promise<CaughtUp> {
  const { keys, repoDir, now, write } = options;
  const repository = await readPublished(options);
  if (!options.mayGoBack) refuseEarlier(repository, now);
  const resign = repository.unsigned;
  if (resign.size === 0 && trustsRing(repository.chain.root, keys.ring)) {
    return { keys, repository, files: [] };
  }
  const { root, ring: newest } = await chooseRoot(repository, keys, now);
  // Another object also where only signatures were missing: there was something to catch up with.
  const ring = { ...newest };
  const planned =
    resign.size > 0
      ? (await buildMetadata({ repository, root, ring, keys, now, resign })).files
      : [];
  const files = await writeInOrder(repoDir, planned, write);
  await writeKeyRing(keys.dir, ring);
  const fitting = { ...options, keys: { ...keys, ring } };
  return { keys: fitting.keys, repository: await readPublished(fitting), files };
}
