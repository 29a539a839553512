import { Metadata, MetadataKind, type Root } from '@tufjs/models';
import { deriveKeyId } from '../../trust/check-key-ids.ts';
import type { PublicKey } from '../signing/ed25519.ts';
import { hashBytes } from './metadata.ts';
import type { RepositoryFiles } from './repository-files.ts';
import { accepts } from './role-keys.ts';

/** Root metadata 1 to N, each checked against the one before. */
export interface RootChain {
  readonly roots: readonly Metadata<Root>[];
  /** The newest. */
  readonly root: Metadata<Root>;
  /** SHA-256 of `1.root.json`: by it readers follow the list. */
  readonly rootDigest: string;
}

function hasFalseId(root: Metadata<Root>): boolean {
  return Object.entries(root.signed.keys).some(([keyid, { keyVal }]) => {
    const hex = keyVal['public'] ?? '';
    const key: PublicKey = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: hex } };
    return deriveKeyId(key) !== keyid;
  });
}

/**
 * The roots of a repository; `undefined` where there is none.
 *
 * @throws BrokenRepositoryError when one doesn't follow from the one before
 */
export async function readRootChain(
  files: RepositoryFiles,
  names: readonly string[],
): Promise<RootChain | undefined> {
  const count = names.filter((name) => /^[1-9]\d*\.root\.json$/.test(name)).length;
  const roots: Metadata<Root>[] = [];
  let rootDigest = '';
  for (let version = 1; version <= count; version++) {
    const name = `metadata/${version}.root.json`;
    const bytes = await files.read(name);
    const root = files.parse(name, bytes, (json) => Metadata.fromJSON(MetadataKind.Root, json));
    // TUF §5.3.4 and §5.3.5: signed by the one before and by itself, and one version further.
    const trusting = [...roots.slice(-1), root];
    if (!trusting.every((each) => accepts(each, 'root', root))) {
      throw files.refuse(`${name} lacks signatures`);
    }
    if (root.signed.version !== version) throw files.refuse(`${name} is of another version`);
    if (hasFalseId(root)) throw files.refuse(`${name} names a key by a false id`);
    if (version === 1) rootDigest = hashBytes(bytes);
    roots.push(root);
  }
  const root = roots.at(-1);
  return root && { roots, root, rootDigest };
}
