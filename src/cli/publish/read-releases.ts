import { Metadata, MetadataKind } from '@tufjs/models';
import type { RootChain } from './read-root-chain.ts';
import { parseReleaseTargets, type ReleaseTargets } from './release-targets.ts';
import type { RepositoryFiles } from './repository-files.ts';
import { accepts } from './role-keys.ts';

/**
 * The releases that a repository still holds, by the list's version: the newest, and those of older
 * targets metadata, signed with the keys of any of its roots.
 *
 * @throws BrokenRepositoryError when one of them is damaged
 */
export async function readReleases(
  files: RepositoryFiles,
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
    const bytes = await files.read(name);
    const metadata = files.parse(name, bytes, (json) =>
      Metadata.fromJSON(MetadataKind.Targets, json),
    );
    const cure = 'restore it from a copy, or delete it: then no delta leads from it';
    if (!roots.some((root) => accepts(root, 'targets', metadata))) {
      throw files.refuse(`${name} lacks signatures`, cure);
    }
    const release = parseReleaseTargets(metadata);
    if (!release) throw files.refuse(`${name} publishes no list`, cure);
    // Where two publish one version, the first broke off before anybody was told of it.
    if (release.facts.version < newest.facts.version) {
      releases.set(release.facts.version, release);
    }
  }
  return releases.set(newest.facts.version, newest);
}
