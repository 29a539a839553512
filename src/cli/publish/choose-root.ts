import type { Metadata, Root } from '@tufjs/models';
import type { KeyRing } from '../signing/key-ring.ts';
import type { SigningKeys } from '../signing/signing-keys.ts';
import type { PlannedFile } from './build-metadata.ts';
import { encodeMetadata, hashBytes } from './metadata.ts';
import type { Repository } from './read-repository.ts';
import { buildRoot, signForRole, toKeyRing, trustsRing } from './role-keys.ts';

/** The root under which a repository is written. */
export interface ChosenRoot {
  readonly root: Metadata<Root>;
  /** The keys that it trusts. */
  readonly ring: KeyRing;
  /** SHA-256 of `1.root.json`. */
  readonly digest: string;
  /** Where it is a new one. */
  readonly file?: PlannedFile | undefined;
}

function toRootFile(root: Metadata<Root>): PlannedFile {
  const path = `metadata/${root.signed.version}.root.json`;
  return { path, content: encodeMetadata(root) };
}

/** The newest root of a repository, else the first one. */
export async function chooseRoot(
  { chain }: Repository,
  keys: SigningKeys,
  now: Date,
): Promise<ChosenRoot> {
  if (chain) {
    const { root, rootDigest: digest } = chain;
    const ring = trustsRing(root, keys.ring) ? keys.ring : toKeyRing(root, keys.ring);
    return { root, ring, digest };
  }
  const root = buildRoot(keys.ring, 1, now);
  await signForRole(root, root, 'root', keys);
  const file = toRootFile(root);
  return { root, ring: keys.ring, digest: hashBytes(file.content), file };
}

/** The next root, of other keys or only of a later expiry, signed by both (TUF §5.3.4, §5.3.5). */
export async function buildNextRoot(
  before: Metadata<Root>,
  ring: KeyRing,
  keys: SigningKeys,
  now: Date,
): Promise<{ readonly root: Metadata<Root>; readonly file: PlannedFile }> {
  const root = buildRoot(ring, before.signed.version + 1, now);
  await signForRole(root, before, 'root', keys);
  await signForRole(root, root, 'root', keys);
  return { root, file: toRootFile(root) };
}
