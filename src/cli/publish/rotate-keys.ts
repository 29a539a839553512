import { UsageError } from '../errors.ts';
import { refuseKeysInside } from '../refuse-keys-inside.ts';
import { showText } from '../show-text.ts';
import { generateKeyPair, type KeyPair } from '../signing/ed25519.ts';
import {
  addPrivateKey,
  type KeyFolder,
  openKeyFolder,
  writeKeyRing,
} from '../signing/key-folder.ts';
import type { Role } from '../signing/role.ts';
import { type WriteFile, writeDurably } from '../write-durably.ts';
import { buildMetadata, type PlannedFile } from './build-metadata.ts';
import { buildNextRoot, chooseRoot } from './choose-root.ts';
import { withRepositoryLock } from './lock-repository.ts';
import { applyRotation, type KeyChange, planRotation, type RotationPlan } from './plan-rotation.ts';
import { type PublishedRepository, readRepository } from './read-repository.ts';
import { maySign, openRole, trustsRing } from './role-keys.ts';
import { type WrittenFile, writeInOrder } from './write-in-order.ts';

/** A change of keys, and where it is made. */
export interface RotateOptions extends KeyChange {
  readonly keys: KeyFolder;
  readonly repoDir: string;
  readonly now: Date;
  readonly write?: WriteFile | undefined;
}

/** The roles whose metadata names what a role signs, so that they sign anew as well. */
const NAMED_BY: Readonly<Record<Role, readonly Role[]>> = {
  root: [],
  targets: ['snapshot', 'timestamp'],
  snapshot: ['timestamp'],
  timestamp: [],
};

/** What became of a rotation. */
export interface RotatedKeys {
  /** `caught-up`: another rotation was only finished, or learnt of, and nothing else was done. */
  readonly kind: 'rotated' | 'caught-up';
  readonly rootVersion: number;
  readonly added: readonly string[];
  readonly revoked: readonly string[];
  readonly files: readonly WrittenFile[];
}

/**
 * Changes the keys of a role: a new root, signed by the old root keys and the new ones, then what
 * the role signs, with a higher version. Readers who follow the list notice nothing.
 *
 * @throws as `publishCompiled`; UsageError when what is asked can't be
 */
export async function rotateKeys(options: RotateOptions): Promise<RotatedKeys> {
  return withRepositoryLock(options.repoDir, () => rotate(options));
}

async function rotate(options: RotateOptions): Promise<RotatedKeys> {
  const { keys, repoDir, now, role, write = writeDurably } = options;
  const repository = await readRepository(repoDir, keys.ring);
  if (repository.kind !== 'published') {
    const cure = 'make other keys with "demonitor list keygen" instead';
    throw new UsageError(`Nothing is published in ${showText(repoDir)} yet; ${cure}.`);
  }
  const { root: oldRoot } = repository.chain;
  if (repository.unsigned.size > 0 || !trustsRing(oldRoot, keys.ring)) {
    return catchUp(repository, options);
  }
  const plan = planRotation(keys.ring, options);
  // Whoever can't sign is told before a key is made.
  for (const signing of ['root', ...NAMED_BY[role]] as const) {
    await openRole(oldRoot, signing, keys);
  }
  const added = await makeKeys(plan, repository, keys);
  const ring = applyRotation(keys.ring, plan, added);
  const next = await buildNextRoot(oldRoot, ring, keys, now);
  const ordered: PlannedFile[] = [next.file];
  if (role !== 'root') {
    const resign = new Set<Role>([role]);
    const root = next.root;
    const { files } = await buildMetadata({ repository, root, ring, keys, now, resign, oldRoot });
    // Signed by old and new keys, it is taken under both roots, and there is no moment at which
    // readers find a root and a timestamp that don't fit. Where the old keys are lost there is one.
    const isBothSigned = await maySign(oldRoot, role, keys);
    const rest = files.slice(0, -1);
    const timestamp = files.slice(-1);
    ordered.unshift(...rest, ...(isBothSigned ? timestamp : []));
    if (!isBothSigned) ordered.push(...timestamp);
  }
  const files = await writeInOrder(repoDir, ordered, write);
  await writeKeyRing(keys.dir, ring);
  return {
    kind: 'rotated',
    rootVersion: next.root.signed.version,
    added: added.map(({ keyid }) => keyid),
    revoked: plan.revoked,
    files,
  };
}

/** Finishes a rotation that broke off, or learns the keys of one that was made elsewhere. */
async function catchUp(
  repository: PublishedRepository,
  { keys, repoDir, now, write = writeDurably }: RotateOptions,
): Promise<RotatedKeys> {
  const { root, ring } = await chooseRoot(repository, keys, now);
  const resign = repository.unsigned;
  const files =
    resign.size > 0
      ? (await buildMetadata({ repository, root, ring, keys, now, resign })).files
      : [];
  const written = await writeInOrder(repoDir, files, write);
  await writeKeyRing(keys.dir, ring);
  const rootVersion = root.signed.version;
  return { kind: 'caught-up', rootVersion, added: [], revoked: [], files: written };
}

/** New private keys; first those that a rotation made which broke off before anybody trusted them. */
async function makeKeys(
  { role, add }: RotationPlan,
  { chain }: PublishedRepository,
  keys: KeyFolder,
): Promise<readonly KeyPair[]> {
  const known = new Set(chain.roots.flatMap(({ signed }) => Object.keys(signed.keys)));
  const pairs = [...(await keys.openSpares(role, known))].slice(0, add);
  while (pairs.length < add) {
    const pair = generateKeyPair();
    await addPrivateKey(keys.dir, { ...pair, role }, keys.seal);
    pairs.push(pair);
  }
  return pairs;
}

/** Opens the folder of keys and rotates. */
export async function rotateWithFolder({
  keysDir,
  seal,
  ...rest
}: Omit<RotateOptions, 'keys'> & {
  readonly keysDir: string;
  readonly seal: KeyFolder['seal'];
}): Promise<RotatedKeys> {
  await refuseKeysInside(rest.repoDir, keysDir);
  return rotateKeys({ ...rest, keys: await openKeyFolder(keysDir, seal) });
}
