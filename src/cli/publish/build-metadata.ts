import { Metadata, type Root, Snapshot, type TargetFile, Targets, Timestamp } from '@tufjs/models';
import type { KeyRing } from '../signing/key-ring.ts';
import type { Role } from '../signing/role.ts';
import type { SigningKeys } from '../signing/signing-keys.ts';
import { addDays, describeFile, encodeMetadata, formatTime } from './metadata.ts';
import type { OnlineRole, Repository } from './read-repository.ts';
import { addOldSignatures, SPEC_VERSION, signForRole } from './role-keys.ts';

/** A file that is to be written, at a path below the repository. */
export interface PlannedFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** What is to be signed, by whom, for which root. */
export interface MetadataPlan {
  readonly repository: Repository;
  /** The root that must accept what is signed. */
  readonly root: Metadata<Root>;
  /** How long signatures hold. */
  readonly ring: KeyRing;
  readonly keys: SigningKeys;
  readonly now: Date;
  /** What a new release consists of; the old one stays without it. */
  readonly targets?: readonly TargetFile[] | undefined;
  /** What is signed anew all the same. */
  readonly resign: ReadonlySet<Role>;
  /** A root that is still in force: its keys sign as well, as far as they are here. */
  readonly oldRoot?: Metadata<Root> | undefined;
}

/** Signed metadata in the order in which it has to be written; the timestamp comes last. */
export interface BuiltMetadata {
  readonly targets: Metadata<Targets>;
  readonly snapshotVersion: number;
  readonly timestamp: Metadata<Timestamp>;
  readonly files: readonly PlannedFile[];
}

/**
 * One more than the newest and than any that a publish left that broke off: a name is never used
 * for two contents, because caches keep what has a version in its name for ever.
 */
function chooseVersion(names: readonly string[], role: OnlineRole, current: number): number {
  const pattern = new RegExp(`^(\\d{1,9})\\.${role}\\.json$`);
  const taken = names.map((name) => Number(pattern.exec(name)?.[1] ?? 0));
  return taken.reduce((most, version) => Math.max(most, version), current) + 1;
}

/**
 * Signs what a release or a renewal needs, and nothing more.
 *
 * @throws MissingKeyError when keys for that are not here
 */
export async function buildMetadata(plan: MetadataPlan): Promise<BuiltMetadata> {
  const { repository, root, ring, keys, now, resign, oldRoot } = plan;
  const published = repository.kind === 'published' ? repository : undefined;
  const files: PlannedFile[] = [];
  const head = (role: OnlineRole, version: number) => ({
    specVersion: SPEC_VERSION,
    version,
    expires: formatTime(addDays(now, ring.roles[role].expiryDays)),
  });
  async function sign(
    role: OnlineRole,
    metadata: Metadata<Targets> | Metadata<Snapshot> | Metadata<Timestamp>,
  ): Promise<Buffer> {
    await signForRole(metadata, root, role, keys);
    if (oldRoot) await addOldSignatures(metadata, oldRoot, role, keys);
    const bytes = encodeMetadata(metadata);
    const { version } = metadata.signed;
    const name = role === 'timestamp' ? 'timestamp.json' : `${version}.${role}.json`;
    files.push({ path: `metadata/${name}`, content: bytes });
    return bytes;
  }

  let targets = published?.newest.metadata;
  let targetsMeta = published?.snapshot.signed.meta['targets.json'];
  if (!targets || !targetsMeta || plan.targets || resign.has('targets')) {
    const version = chooseVersion(repository.names, 'targets', targets?.signed.version ?? 0);
    const all = plan.targets ?? Object.values(targets?.signed.targets ?? {});
    const byPath = Object.fromEntries(all.map((target) => [target.path, target]));
    targets = new Metadata(new Targets({ ...head('targets', version), targets: byPath }));
    targetsMeta = describeFile(version, await sign('targets', targets));
  }

  let snapshotMeta = published?.timestamp.signed.snapshotMeta;
  const isOther = targets !== published?.newest.metadata;
  if (!snapshotMeta || isOther || resign.has('snapshot')) {
    const version = chooseVersion(repository.names, 'snapshot', snapshotMeta?.version ?? 0);
    const meta = { 'targets.json': targetsMeta };
    const snapshot = new Metadata(new Snapshot({ ...head('snapshot', version), meta }));
    snapshotMeta = describeFile(version, await sign('snapshot', snapshot));
  }

  // Always: it says that the publisher is alive, and when.
  const timestamp = new Metadata(
    new Timestamp({
      ...head('timestamp', (published?.timestamp.signed.version ?? 0) + 1),
      snapshotMeta,
      unrecognizedFields: { issued: formatTime(now) },
    }),
  );
  await sign('timestamp', timestamp);
  return { targets, snapshotVersion: snapshotMeta.version, timestamp, files };
}
