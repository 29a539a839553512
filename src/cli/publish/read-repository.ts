import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Metadata, MetadataKind, type Root, type Snapshot, type Timestamp } from '@tufjs/models';
import { showText } from '../show-text.ts';
import { deriveKeyId, type PublicKey } from '../signing/ed25519.ts';
import type { KeyRing } from '../signing/key-ring.ts';
import type { Role } from '../signing/role.ts';
import { BrokenRepositoryError } from './errors.ts';
import { hashBytes } from './metadata.ts';
import { locateTarget, parseReleaseTargets, type ReleaseTargets } from './release-targets.ts';
import { accepts, trustsRing } from './role-keys.ts';

/** JSON as the models take it; they check it field by field. */
type Json = Parameters<typeof Metadata.fromJSON>[1];
export type OnlineRole = Exclude<Role, 'root'>;

const RESTORE = 'restore REPO from a copy of what was published, then publish again';

/** Root metadata 1 to N, each checked against the one before. */
interface RootChain {
  readonly roots: readonly Metadata<Root>[];
  /** The newest. */
  readonly root: Metadata<Root>;
  /** SHA-256 of `1.root.json`: by it readers follow the list. */
  readonly rootDigest: string;
}

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

export type Repository = NewRepository | PublishedRepository;

class RepositoryReader {
  readonly #dir: string;
  constructor(dir: string) {
    this.#dir = dir;
  }

  refuse(what: string, cure: string = RESTORE): BrokenRepositoryError {
    return new BrokenRepositoryError(
      `${showText(this.#dir)} is not as it was published: ${what}. Nothing was written; ${cure}.`,
    );
  }

  async listMetadata(): Promise<readonly string[]> {
    try {
      return (await readdir(join(this.#dir, 'metadata'))).sort();
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    }
  }

  async hasFile(name: string): Promise<boolean> {
    try {
      await readFile(join(this.#dir, name));
      return true;
    } catch {
      return false; // what can't be read is missed later, where it is needed
    }
  }

  async readBytes(name: string): Promise<Buffer> {
    try {
      return await readFile(join(this.#dir, name));
    } catch {
      throw this.refuse(`${name} is missing or can’t be read`);
    }
  }

  /** What `parse` makes of a metadata file; the models throw for whatever they don't like. */
  parse<Kind>(name: string, bytes: Buffer, parse: (json: Json) => Kind): Kind {
    try {
      return parse(JSON.parse(bytes.toString()));
    } catch (error) {
      throw this.refuse(`${name} is damaged (${error instanceof Error ? error.message : error})`);
    }
  }

  async readRoots(names: readonly string[]): Promise<RootChain | undefined> {
    const count = names.filter((name) => /^[1-9]\d*\.root\.json$/.test(name)).length;
    const roots: Metadata<Root>[] = [];
    let rootDigest = '';
    for (let version = 1; version <= count; version++) {
      const name = `metadata/${version}.root.json`;
      const bytes = await this.readBytes(name);
      const root = this.parse(name, bytes, (json) => Metadata.fromJSON(MetadataKind.Root, json));
      // TUF §5.3.4 and §5.3.5: signed by the one before and by itself, and one version further.
      const trusting = [...roots.slice(-1), root];
      if (!trusting.every((each) => accepts(each, 'root', root))) {
        throw this.refuse(`${name} lacks signatures`);
      }
      if (root.signed.version !== version) throw this.refuse(`${name} is of another version`);
      for (const [keyid, { keyVal }] of Object.entries(root.signed.keys)) {
        const key: PublicKey = {
          keytype: 'ed25519',
          scheme: 'ed25519',
          keyval: { public: keyVal['public'] ?? '' },
        };
        if (deriveKeyId(key) !== keyid) throw this.refuse(`${name} names a key by a false id`);
      }
      if (version === 1) rootDigest = hashBytes(bytes);
      roots.push(root);
    }
    const root = roots.at(-1);
    return root && { roots, root, rootDigest };
  }

  /** The releases of older targets metadata. */
  async readReleases(
    names: readonly string[],
    newest: ReleaseTargets,
    { roots }: RootChain,
  ): Promise<ReadonlyMap<number, ReleaseTargets>> {
    const current = newest.metadata.signed.version;
    const versions = names
      .flatMap((name) => /^([1-9]\d*)\.targets\.json$/.exec(name)?.[1] ?? [])
      .map(Number)
      // Later ones are what a publish left that broke off: nobody was told of them.
      .filter((version) => version < current)
      .sort((a, b) => a - b);
    const releases = new Map<number, ReleaseTargets>();
    for (const version of versions) {
      const name = `metadata/${version}.targets.json`;
      const bytes = await this.readBytes(name);
      const metadata = this.parse(name, bytes, (json) =>
        Metadata.fromJSON(MetadataKind.Targets, json),
      );
      const cure = `restore it from a copy, or delete it: then no delta leads from it`;
      if (!roots.some((root) => accepts(root, 'targets', metadata))) {
        throw this.refuse(`${name} lacks signatures`, cure);
      }
      const release = parseReleaseTargets(metadata);
      if (!release) throw this.refuse(`${name} publishes no list`, cure);
      // Where two publish one version, the first broke off before anybody was told of it.
      if (release.facts.version < newest.facts.version) {
        releases.set(release.facts.version, release);
      }
    }
    return releases.set(newest.facts.version, newest);
  }
}

/**
 * Reads a repository and checks it as a reader of the list would, save expiry: signatures, versions,
 * lengths and hashes of all that the newest release names.
 *
 * @param ring where it is given, one of the roots must trust just its keys
 * @throws BrokenRepositoryError when anything is not as it was published
 */
export async function readRepository(dir: string, ring?: KeyRing): Promise<Repository> {
  const reader = new RepositoryReader(dir);
  const names = await reader.listMetadata();
  const chain = await reader.readRoots(names);
  if (chain && ring && !chain.roots.some((root) => trustsRing(root, ring))) {
    const cure = 'name the folder of keys that belongs to it, or an empty folder for a new list';
    throw reader.refuse('its root trusts other keys than those of KEYS', cure);
  }
  if (!names.includes('timestamp.json')) {
    const wasPublished = (chain?.roots.length ?? 0) > 1 || (await reader.hasFile('changelog.json'));
    if (wasPublished) throw reader.refuse('metadata/timestamp.json is missing');
    return { kind: 'new', chain, names };
  }
  if (!chain) throw reader.refuse('metadata/1.root.json is missing');
  const unsigned = new Set<OnlineRole>();
  const [last, root] = [chain.roots.at(-2), chain.root];
  function check(role: OnlineRole, name: string, metadata: Parameters<typeof accepts>[2]): void {
    if (accepts(root, role, metadata)) return;
    if (!last || !accepts(last, role, metadata)) throw reader.refuse(`${name} lacks signatures`);
    unsigned.add(role);
  }
  async function readListed(name: string, of: { verify(bytes: Buffer): void } | undefined) {
    const bytes = await reader.readBytes(name);
    try {
      of?.verify(bytes);
    } catch {
      throw reader.refuse(`${name} is not the file that was signed`);
    }
    if (!of) throw reader.refuse(`nothing names ${name}`);
    return bytes;
  }

  const timestampName = 'metadata/timestamp.json';
  const timestampBytes = await reader.readBytes(timestampName);
  const timestamp = reader.parse(timestampName, timestampBytes, (json) =>
    Metadata.fromJSON(MetadataKind.Timestamp, json),
  );
  check('timestamp', timestampName, timestamp);

  const { snapshotMeta } = timestamp.signed;
  const snapshotName = `metadata/${snapshotMeta.version}.snapshot.json`;
  const snapshotBytes = await readListed(snapshotName, snapshotMeta);
  const snapshot = reader.parse(snapshotName, snapshotBytes, (json) =>
    Metadata.fromJSON(MetadataKind.Snapshot, json),
  );
  check('snapshot', snapshotName, snapshot);

  const targetsMeta = snapshot.signed.meta['targets.json'];
  const targetsName = `metadata/${targetsMeta?.version}.targets.json`;
  const targetsBytes = await readListed(targetsName, targetsMeta);
  const targets = reader.parse(targetsName, targetsBytes, (json) =>
    Metadata.fromJSON(MetadataKind.Targets, json),
  );
  check('targets', targetsName, targets);
  if (
    snapshot.signed.version !== snapshotMeta.version ||
    targets.signed.version !== targetsMeta?.version
  ) {
    throw reader.refuse('a file is of another version than its name says');
  }

  const newest = parseReleaseTargets(targets);
  if (!newest) throw reader.refuse(`${targetsName} publishes no list`);
  for (const target of Object.values(targets.signed.targets)) {
    const name = locateTarget(target);
    const bytes = await reader.readBytes(name);
    if (bytes.length !== target.length || hashBytes(bytes) !== target.hashes['sha256']) {
      throw reader.refuse(`${name} is not the file that was signed`);
    }
  }
  const releases = await reader.readReleases(names, newest, chain);
  return { kind: 'published', dir, chain, timestamp, snapshot, newest, releases, unsigned, names };
}
