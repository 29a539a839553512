import type { CompiledList } from '../../list/compiled-list.ts';
import { readReleaseList } from './read-release.ts';
import type { ReleaseTargets } from './release-targets.ts';
import type { OpenList } from './update-changelog.ts';

/** Opens the lists of releases, each read once. */
export function openReleases(
  repoDir: string,
  releases: ReadonlyMap<number, ReleaseTargets>,
): OpenList {
  const opened = new Map<number, Promise<CompiledList>>();
  return async (version) => {
    const release = releases.get(version);
    if (!release) return undefined;
    const list = opened.get(version) ?? readReleaseList(repoDir, release);
    opened.set(version, list);
    return list;
  };
}
