import { refuseKeysInside } from '../refuse-keys-inside.ts';
import { generateKeyPair, type KeyPair } from '../signing/ed25519.ts';
import {
  addPrivateKey,
  type KeyFolder,
  openKeyFolder,
  writeKeyRing,
} from '../signing/key-folder.ts';
import type { KeyRing } from '../signing/key-ring.ts';
import type { Role } from '../signing/role.ts';
import { type WriteFile, writeDurably } from '../write-durably.ts';
import { buildMetadata, type PlannedFile } from './build-metadata.ts';
import { catchUp } from './catch-up.ts';
import { buildNextRoot } from './choose-root.ts';
import { withRepositoryLock } from './lock-repository.ts';
import {
  applyRotation,
  isInForce,
  type KeyChange,
  planRotation,
  type RotationPlan,
} from './plan-rotation.ts';
import type { PublishedRepository } from './read-repository.ts';
import { maySign, openRole } from './role-keys.ts';
import { type WrittenFile, writeInOrder } from './write-in-order.ts';

/** A change of keys, and where it is made. */
export interface RotateOptions extends Omit<KeyChange, 'role'> {
  /** Whose keys change, all with one new root. What else is said of the change holds for each. */
  readonly roles: readonly Role[];
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
  /** `caught-up`: what was asked was done already, before it broke off or elsewhere. */
  readonly kind: 'rotated' | 'caught-up';
  readonly rootVersion: number;
  readonly added: readonly string[];
  readonly revoked: readonly string[];
  readonly files: readonly WrittenFile[];
}

/**
 * Changes the keys of roles: a new root, signed by the old root keys and the new ones, then what the
 * roles sign, with a higher version. Readers who follow the list notice nothing. A rotation that broke
 * off, or was made elsewhere, is caught up with first.
 *
 * @throws as `publishCompiled`; UsageError when what is asked can't be
 */
export async function rotateKeys(options: RotateOptions): Promise<RotatedKeys> {
  return withRepositoryLock(options.repoDir, () => rotate(options));
}

async function rotate(options: RotateOptions): Promise<RotatedKeys> {
  const { now, repoDir, roles, write = writeDurably, ...change } = options;
  const before = options.keys.ring;
  // Whoever stole a timestamp key may have signed as of any moment; that mustn't keep it in force.
  const mayGoBack = roles.includes('timestamp');
  const { keys, repository, files: caughtUp } = await catchUp({ ...options, write, mayGoBack });
  const plans = roles
    .map((role) => ({ ...change, role }))
    .filter((each) => !isInForce(keys.ring, each, before))
    .map((each) => planRotation(keys.ring, each, before));
  const done =
    plans.length > 0 ? await carryOut(plans, repository, { ...options, keys }) : undefined;
  const ring = done?.ring ?? keys.ring;
  const files = done ? await writeInOrder(repoDir, done.files, write) : [];
  if (done) await writeKeyRing(keys.dir, ring);
  const listKeys = (each: KeyRing) => roles.flatMap((role) => each.roles[role].keyids);
  const [were, are] = [listKeys(before), listKeys(ring)];
  return {
    kind: done ? 'rotated' : 'caught-up',
    rootVersion: done?.rootVersion ?? repository.chain.root.signed.version,
    added: are.filter((keyid) => !were.includes(keyid)),
    revoked: were.filter((keyid) => !are.includes(keyid)),
    files: [...caughtUp, ...files],
  };
}

/** Makes the new keys and signs with them; nothing of the repository is written yet. */
async function carryOut(
  plans: readonly RotationPlan[],
  repository: PublishedRepository,
  { keys, now }: Pick<RotateOptions, 'keys' | 'now'>,
) {
  const { root: oldRoot } = repository.chain;
  const changing = new Set(plans.map(({ role }) => role));
  // Whoever can't sign is told before a key is made.
  const signing = new Set<Role>(['root', ...plans.flatMap(({ role }) => NAMED_BY[role])]);
  for (const role of signing) {
    if (role === 'root' || !changing.has(role)) await openRole(oldRoot, role, keys);
  }
  let ring = keys.ring;
  for (const plan of plans) {
    ring = applyRotation(ring, plan, await makeKeys(plan, repository, keys));
  }
  const next = await buildNextRoot(oldRoot, ring, keys, now);
  const ordered: PlannedFile[] = [next.file];
  const resign = new Set([...changing].filter((role) => role !== 'root'));
  if (resign.size > 0) {
    const root = next.root;
    const { files } = await buildMetadata({ repository, root, ring, keys, now, resign, oldRoot });
    // Signed by old and new keys, it is taken under both roots, and there is no moment at which
    // readers find a root and a timestamp that don't fit. Where old keys are lost there is one.
    const signed = await Promise.all([...resign].map((role) => maySign(oldRoot, role, keys)));
    const isBothSigned = signed.every(Boolean);
    const rest = files.slice(0, -1);
    const timestamp = files.slice(-1);
    ordered.unshift(...rest, ...(isBothSigned ? timestamp : []));
    if (!isBothSigned) ordered.push(...timestamp);
  }
  return { ring, rootVersion: next.root.signed.version, files: ordered };
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
