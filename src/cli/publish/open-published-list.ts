import type { CompiledList } from '../../list/compiled-list.ts';
import { UsageError } from '../errors.ts';
import { isFolder } from '../is-folder.ts';
import { showText } from '../show-text.ts';
import { readReleaseList } from './read-release.ts';
import { readRepository } from './read-repository.ts';

/** A repository and, where it is said, a version: `public@3`. */
interface ReleaseName {
  readonly repoDir: string;
  readonly version?: number;
}

/** Reads `REPO` or `REPO@VERSION`; `undefined` when no repository is there. */
export async function parseReleaseName(text: string): Promise<ReleaseName | undefined> {
  if (await isFolder(`${text}/metadata`)) return { repoDir: text };
  const [, repoDir, version] = /^(.+)@(\d{1,9})$/.exec(text) ?? [];
  if (repoDir === undefined || !(await isFolder(`${repoDir}/metadata`))) return undefined;
  return { repoDir, version: Number(version) };
}

/**
 * The list of a release in a repository, checked against the repository's own root.
 *
 * @throws BrokenRepositoryError when the repository is not as it was published
 * @throws UsageError when it holds no such version
 */
export async function openPublishedList({ repoDir, version }: ReleaseName): Promise<CompiledList> {
  const repository = await readRepository(repoDir);
  if (repository.kind !== 'published') {
    throw new UsageError(`Nothing is published in ${showText(repoDir)} yet.`);
  }
  const release = repository.releases.get(version ?? repository.newest.facts.version);
  if (release) return readReleaseList(repoDir, release);
  const held = [...repository.releases.keys()].sort((a, b) => a - b).join(', ');
  throw new UsageError(`${showText(repoDir)} holds no version ${version}, only ${held}.`);
}
