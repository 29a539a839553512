import { Metadata, MetadataKind, type Snapshot, type Timestamp } from '@tufjs/models';
import { showText } from '../show-text.ts';
import type { Role } from '../signing/role.ts';
import type { SigningKeys } from '../signing/signing-keys.ts';
import { hashBytes } from './metadata.ts';
import { readReleases } from './read-releases.ts';
import { type RootChain, readRootChain } from './read-root-chain.ts';
import { locateTarget, parseReleaseTargets, type ReleaseTargets } from './release-targets.ts';
import { RepositoryFiles } from './repository-files.ts';
import { accepts, trustsRing } from './role-keys.ts';

/** The roles that sign what changes; root signs only who they are. */
export type OnlineRole = Exclude<Role, 'root'>;

/** A repository that was never published: empty, or left by a first publish that broke off. */
interface NewRepository {
  readonly kind: 'new';
  readonly chain?: RootChain | undefined;
  readonly names: readonly string[];
}

/** A repository whose newest release is whole. */
export interface PublishedRepository {
  readonly kind: 'published';
  readonly dir: string;
  readonly chain: RootChain;
  readonly timestamp: Metadata<Timestamp>;
  readonly snapshot: Metadata<Snapshot>;
  readonly newest: ReleaseTargets;
  /** The releases that it still holds, the newest included, by the list's version. */
  readonly releases: ReadonlyMap<number, ReleaseTargets>;
  /** What only the root before the newest accepts: a rotation broke off. */
  readonly unsigned: ReadonlySet<OnlineRole>;
  /** The names of the files in metadata/. */
  readonly names: readonly string[];
}

/** A repository as far as it has come. */
export type Repository = NewRepository | PublishedRepository;

/**
 * Reads a repository and checks it as a reader of the list would, save expiry: signatures, versions,
 * lengths and hashes of all that the newest release names.
 *
 * @param keys where they are given, one of the roots must trust just those of their ring
 * @throws BrokenRepositoryError when anything is not as it was published
 */
export async function readRepository(dir: string, keys?: SigningKeys): Promise<Repository> {
  const files = new RepositoryFiles(dir);
  const names = await files.listMetadata();
  const chain = await readRootChain(files, names);
  if (chain && keys && !chain.roots.some((root) => trustsRing(root, keys.ring))) {
    throw await refuseKeys(files, chain, keys);
  }
  if (!names.includes('timestamp.json')) {
    const wasPublished = (chain?.roots.length ?? 0) > 1 || (await files.hasFile('changelog.json'));
    if (wasPublished) throw files.refuse('metadata/timestamp.json is missing');
    return { kind: 'new', chain, names };
  }
  if (!chain) throw files.refuse('metadata/1.root.json is missing');
  return { ...(await readNewest(files, names, chain)), kind: 'published', dir, chain, names };
}

/** Why no root trusts these keys: the repository is older than they are, or of another list. */
async function refuseKeys(files: RepositoryFiles, { root }: RootChain, keys: SigningKeys) {
  const { version, keys: trusted } = root.signed;
  const keyids = Object.keys(trusted);
  // A rotation leaves the other roles' keys in the ring, and those before it in the folder.
  const isSameList =
    keyids.some((keyid) => keyid in keys.ring.keys) || (await keys.openSigners(keyids)).length > 0;
  const name = showText(files.dir);
  if (isSameList) {
    return files.refuse(
      `${keys.name} is newer: its keys.json is of a root after metadata/${version}.root.json, the newest there`,
      `restore a newer copy of ${name}, with metadata/${version + 1}.root.json`,
    );
  }
  return files.refuse(
    `its root trusts other keys than those of ${keys.name}`,
    'name the folder of keys that belongs to it, or an empty folder for a new list',
  );
}

async function readNewest(files: RepositoryFiles, names: readonly string[], chain: RootChain) {
  const unsigned = new Set<OnlineRole>();
  const [before, root] = [chain.roots.at(-2), chain.root];
  function check(role: OnlineRole, name: string, metadata: Parameters<typeof accepts>[2]): void {
    if (accepts(root, role, metadata)) return;
    if (!before || !accepts(before, role, metadata)) throw files.refuse(`${name} lacks signatures`);
    unsigned.add(role);
  }

  const timestampName = 'metadata/timestamp.json';
  const timestampBytes = await files.read(timestampName);
  const timestamp = files.parse(timestampName, timestampBytes, (json) =>
    Metadata.fromJSON(MetadataKind.Timestamp, json),
  );
  check('timestamp', timestampName, timestamp);

  const { snapshotMeta } = timestamp.signed;
  const snapshotName = `metadata/${snapshotMeta.version}.snapshot.json`;
  const snapshotBytes = await files.readDescribed(snapshotName, snapshotMeta);
  const snapshot = files.parse(snapshotName, snapshotBytes, (json) =>
    Metadata.fromJSON(MetadataKind.Snapshot, json),
  );
  check('snapshot', snapshotName, snapshot);

  const targetsMeta = snapshot.signed.meta['targets.json'];
  const targetsName = `metadata/${targetsMeta?.version}.targets.json`;
  const targetsBytes = await files.readDescribed(targetsName, targetsMeta);
  const targets = files.parse(targetsName, targetsBytes, (json) =>
    Metadata.fromJSON(MetadataKind.Targets, json),
  );
  check('targets', targetsName, targets);
  const isNamedRight =
    snapshot.signed.version === snapshotMeta.version &&
    targets.signed.version === targetsMeta?.version;
  if (!isNamedRight) throw files.refuse('a file is of another version than its name says');

  const newest = parseReleaseTargets(targets);
  if (!newest) throw files.refuse(`${targetsName} publishes no list`);
  for (const target of Object.values(targets.signed.targets)) {
    const name = locateTarget(target);
    const bytes = await files.read(name);
    if (bytes.length !== target.length || hashBytes(bytes) !== target.hashes['sha256']) {
      throw files.refuse(`${name} is not the file that was signed`);
    }
  }
  const releases = await readReleases(files, names, newest, chain);
  return { timestamp, snapshot, newest, releases, unsigned };
}
