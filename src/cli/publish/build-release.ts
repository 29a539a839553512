import type { CompiledList } from '../../list/compiled-list.ts';
import type { Context } from '../../list/context.ts';
import {
  type BuiltTarget,
  buildDeltaTarget,
  buildWholeTargets,
  describeContext,
  describeList,
} from './build-targets.ts';
import { readReleaseList } from './read-release.ts';
import type { PublishedRepository } from './read-repository.ts';

/** From so many releases one arrives at the newest by a delta. */
const DELTA_RELEASES = 10;

/** What a release is made of; version, and what follows from it, is the repository's to say. */
export interface ReleaseContent {
  readonly compiled: CompiledList;
  readonly context: Context;
}

async function isPublished(
  { compiled, context }: ReleaseContent,
  { dir, newest }: PublishedRepository,
): Promise<boolean> {
  const { facts, contextFacts } = newest;
  if (describeContext(context, facts.list).facts.digest !== contextFacts.digest) return false;
  // The seed says nothing by itself: another one for the same list would be a release for nothing.
  const { version, publishedOn, seed } = await readReleaseList(dir, newest);
  const same = describeList({ ...compiled, version, publishedOn, seed });
  return same.facts.digest === facts.digest;
}

/** The targets of the next version; `undefined` where the newest one says the same. */
export async function buildRelease(
  content: ReleaseContent,
  repository: PublishedRepository | undefined,
): Promise<readonly BuiltTarget[] | undefined> {
  if (repository && (await isPublished(content, repository))) return undefined;
  const version = (repository?.newest.facts.version ?? 0) + 1;
  const list = { ...content.compiled, version };
  const described = describeList(list);
  const targets = [...buildWholeTargets(described, describeContext(content.context, list.list.id))];
  for (let from = Math.max(version - DELTA_RELEASES, 1); from < version; from++) {
    const release = repository?.releases.get(from);
    if (!repository || !release) continue;
    // One at a time: each may be as large as memory allows.
    const old = await readReleaseList(repository.dir, release);
    const delta = buildDeltaTarget(old, list, described.facts);
    if (delta) targets.push(delta);
  }
  return targets;
}
