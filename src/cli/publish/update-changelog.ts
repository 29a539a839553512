import type { CompiledList } from '../../list/compiled-list.ts';
import { diffLists } from '../../list/diff-lists.ts';
import type { ReleaseRecord } from '../../site/public-release.ts';
import type { Changelog } from './changelog.ts';

/** Where lists of releases come from; `undefined` for one that the repository no longer holds. */
export type OpenList = (version: number) => Promise<CompiledList | undefined>;

/**
 * The changelog with every release up to this version that can be told: also of one after which
 * publishing broke off. What it says of later ones was never published and goes.
 */
export async function updateChangelog(
  { list, releases }: Changelog,
  upTo: number,
  openList: OpenList,
): Promise<Changelog> {
  const known = new Map(releases.map((entry) => [entry.version, entry]));
  const all: ReleaseRecord[] = [];
  for (let version = upTo; version > 0; version--) {
    const entry = known.get(version) ?? (await describeRelease(version, openList));
    if (entry) all.push(entry);
  }
  return { list, releases: all };
}

async function describeRelease(
  version: number,
  openList: OpenList,
): Promise<ReleaseRecord | undefined> {
  const to = await openList(version);
  const from = version === 1 ? to && { ...to, entries: [] } : await openList(version - 1);
  if (!from || !to) return undefined;
  return { version, publishedOn: to.publishedOn, diff: diffLists(from, to) };
}
