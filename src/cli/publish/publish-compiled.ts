import type { CompiledList } from '../../list/compiled-list.ts';
import type { ListDiff } from '../../list/diff-lists.ts';
import { UsageError } from '../errors.ts';
import { makeOutFolder } from '../out-folder.ts';
import { showText } from '../show-text.ts';
import type { KeyRing } from '../signing/key-ring.ts';
import type { Role } from '../signing/role.ts';
import type { SigningKeys } from '../signing/signing-keys.ts';
import { type WriteFile, writeDurably } from '../write-durably.ts';
import { buildMetadata } from './build-metadata.ts';
import { buildRelease, type ReleaseContent } from './build-release.ts';
import { CHANGELOG_FILE, formatChangelog, readChangelog } from './changelog.ts';
import { chooseRenewals } from './choose-renewals.ts';
import { buildNextRoot, chooseRoot } from './choose-root.ts';
import { BrokenRepositoryError } from './errors.ts';
import { withRepositoryLock } from './lock-repository.ts';
import { formatTime } from './metadata.ts';
import { openReleases } from './open-releases.ts';
import { KEPT_RELEASES, pruneRepository } from './prune-repository.ts';
import { readReleaseContext, readReleaseList } from './read-release.ts';
import { type PublishedRepository, readRepository } from './read-repository.ts';
import { refuseEarlier } from './refuse-earlier.ts';
import { refuseForeign } from './refuse-foreign.ts';
import { locateTarget, parseReleaseTargets } from './release-targets.ts';
import { type OpenList, updateChangelog } from './update-changelog.ts';
import { type WrittenFile, writeInOrder } from './write-in-order.ts';
import { planPages, type RenderPages, readWrittenPages, writePages } from './write-pages.ts';

/** What every publish needs. */
export interface PublishOptions {
  readonly keys: SigningKeys;
  readonly repoDir: string;
  /** What is signed is signed as of this moment. */
  readonly now: Date;
  readonly write?: WriteFile | undefined;
  /** Whether it may be signed as of a moment before what is there: nobody follows it. */
  readonly mayGoBack?: boolean | undefined;
  /** Makes the pages for people beside the release. */
  readonly renderPages?: RenderPages | undefined;
}

/** What is in force after a publish. */
export interface PublishedRelease {
  readonly list: string;
  readonly version: number;
  readonly publishedOn: string;
  /** Whether the version is a new one; else only signatures were renewed. */
  readonly isNew: boolean;
  readonly entries: number;
  readonly scopes: number;
  readonly files: readonly WrittenFile[];
  /** SHA-256 of `1.root.json`: by it and the address readers follow the list. */
  readonly rootDigest: string;
  /** What changed with this version, as far as the repository can tell. */
  readonly diff: ListDiff | undefined;
  /** The keys in force; others than those given when the repository had newer ones. */
  readonly ring: KeyRing;
  /** What people should hear, in sentences. */
  readonly notices: readonly string[];
}

/**
 * Publishes a list: as a new version where entries, list or context changed, else renewing what is
 * there. Whatever breaks off leaves the release before in force, and publishing again completes it.
 *
 * @throws BrokenRepositoryError when the repository is not as it was published
 * @throws BusyRepositoryError when somebody else writes to it
 * @throws WrongClockError when what is there was signed later
 * @throws MissingKeyError when a key that is needed is not here; nothing is written then
 */
export async function publishCompiled(
  options: PublishOptions & ReleaseContent,
): Promise<PublishedRelease> {
  await makeOutFolder(options.repoDir);
  return withRepositoryLock(options.repoDir, () => publish(options, options));
}

/**
 * Renews what is published, whatever the list has become since.
 *
 * @throws as `publishCompiled`, and UsageError when nothing was published yet
 */
export async function renewRelease(options: PublishOptions): Promise<PublishedRelease> {
  await makeOutFolder(options.repoDir);
  return withRepositoryLock(options.repoDir, () => publish(options, undefined));
}

/** A reader stops to believe the list before it could notice that nobody renews it. */
function describeLifetimes(
  { roles }: KeyRing,
  { list: { maxStaleDays } }: CompiledList,
): readonly string[] {
  const { expiryDays } = roles.timestamp;
  if (expiryDays < maxStaleDays) return [];
  return [
    `The timestamp holds for ${expiryDays} days and the list is believed for ${maxStaleDays} (maxStaleDays): let expiryDays of the timestamp in keys.json be less.`,
  ];
}

/** The id of the list, which stays the same as long as the repository. */
function nameList(
  repoDir: string,
  published: PublishedRepository | undefined,
  content: ReleaseContent | undefined,
): string {
  const [held, given] = [published?.newest.facts.list, content?.compiled.list.id];
  const id = held ?? given;
  if (id === undefined) {
    throw new UsageError(`Nothing is published in ${showText(repoDir)}, so nothing is to renew.`);
  }
  if (given !== undefined && given !== id) {
    const other = `"${given}", and ${showText(repoDir)} holds "${id}"`;
    throw new UsageError(`This list is ${other}: publish it into a folder of its own.`);
  }
  return id;
}

async function publish(
  { keys, repoDir, now, write = writeDurably, renderPages, mayGoBack }: PublishOptions,
  content: ReleaseContent | undefined,
): Promise<PublishedRelease> {
  const repository = await readRepository(repoDir, keys);
  const published = repository.kind === 'published' ? repository : undefined;
  const id = nameList(repoDir, published, content);
  if (published && !mayGoBack) refuseEarlier(published, now);
  const changelog = await readChangelog(repoDir, id);
  const oldPages = renderPages ? await readWrittenPages(repoDir) : [];

  // Everything is signed before anything is written: a missing key leaves no trace.
  const { root, ring, digest, file } = await chooseRoot(repository, keys, now);
  const renewals = published && (await chooseRenewals(published, ring, keys, now));
  const resign = renewals?.roles ?? new Set<Role>();
  const next = resign.has('root') ? await buildNextRoot(root, ring, keys, now) : { file };
  const release = content && (await buildRelease(content, published));
  const targets = release?.map(({ target }) => target);
  const signed = await buildMetadata({ repository, root, ring, keys, now, targets, resign });
  const newest = parseReleaseTargets(signed.targets);
  if (!newest) throw new BrokenRepositoryError('The release to be written publishes no list.');

  // So is what people are told: a file of others in its place leaves none either.
  const { version, publishedOn, entries } = newest.facts;
  const releases = new Map(published?.releases).set(version, newest);
  const openOld = openReleases(repoDir, releases);
  const made = release && { ...content.compiled, version };
  const openList: OpenList = async (each) => (each === version && made) || openOld(each);
  const list = made ?? (await readReleaseList(repoDir, newest));
  const newChangelog = await updateChangelog(changelog, version, openList);
  const context = content?.context ?? (await readReleaseContext(repoDir, newest));
  const [today, history] = [formatTime(now).slice(0, 10), newChangelog.releases];
  const forPages = { list, context, rootDigest: digest, changelog: history, today };
  const newPages = renderPages ? planPages(renderPages(forPages)) : [];
  await refuseForeign(repoDir, oldPages, newPages);

  const files = await writeInOrder(
    repoDir,
    [
      ...(release ?? []).map(({ target, content }) => ({ path: locateTarget(target), content })),
      ...signed.files.slice(0, -1),
      ...(next.file ? [next.file] : []),
      // The timestamp: until it is there, readers have the release before.
      ...signed.files.slice(-1),
    ],
    write,
  );
  const text = Buffer.from(formatChangelog(newChangelog));
  const told = await writeInOrder(repoDir, [{ path: CHANGELOG_FILE, content: text }], write);
  const pages = renderPages ? await writePages(repoDir, oldPages, newPages, write) : [];
  await pruneRepository(repoDir, {
    releases: [...releases].flatMap(([each, of]) => (each > version - KEPT_RELEASES ? [of] : [])),
    snapshotVersion: signed.snapshotVersion,
  });
  return {
    ...{ list: id, version, publishedOn, isNew: release !== undefined, entries },
    scopes: list.entries.reduce((sum, { scopes }) => sum + scopes.length, 0),
    files: [...files, ...told, ...pages],
    ...{ rootDigest: digest, ring },
    diff: newChangelog.releases.find((entry) => entry.version === version)?.diff,
    notices: [...(renewals?.notices ?? []), ...describeLifetimes(ring, list)],
  };
}
