import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isTemporaryName } from '../write-durably.ts';
import { locateTarget, type ReleaseTargets } from './release-targets.ts';

/** Two more than deltas lead from: a reader in the middle of an update still finds its files. */
export const KEPT_RELEASES = 12;
/** A reader asks for the newest snapshot only; older ones are for those who asked just before. */
const KEPT_SNAPSHOTS = 12;

const TARGET_NAME = /^[0-9a-f]{64}\.(sources|context|delta-\d+-\d+)\.bin$/;

/** What of a repository is in force. */
export interface KeptFiles {
  readonly releases: Iterable<ReleaseTargets>;
  readonly snapshotVersion: number;
}

/**
 * Deletes what no reader asks for any more, and what publishing left that broke off. Files that it
 * doesn't know stay.
 */
export async function pruneRepository(
  repoDir: string,
  { releases, snapshotVersion }: KeptFiles,
): Promise<void> {
  const kept = [...releases];
  const targetsVersions = new Set(kept.map(({ metadata }) => metadata.signed.version));
  const targets = new Set(
    kept.flatMap(({ metadata }) => Object.values(metadata.signed.targets).map(locateTarget)),
  );
  function isLeft(name: string): boolean {
    const [, number, role] = /^(\d+)\.(targets|snapshot)\.json$/.exec(name) ?? [];
    if (role === 'targets') return !targetsVersions.has(Number(number));
    const age = snapshotVersion - Number(number);
    return role === 'snapshot' && (age < 0 || age >= KEPT_SNAPSHOTS);
  }
  // Metadata first: it never names what is gone.
  for (const name of await readdir(join(repoDir, 'metadata'))) {
    if (isLeft(name)) await rm(join(repoDir, 'metadata', name), { force: true });
  }
  for (const name of await readdir(join(repoDir, 'targets'))) {
    if (TARGET_NAME.test(name) && !targets.has(`targets/${name}`)) {
      await rm(join(repoDir, 'targets', name), { force: true });
    }
  }
  for (const path of await readdir(repoDir, { recursive: true })) {
    if (isTemporaryName(basename(path))) await rm(join(repoDir, path), { force: true });
  }
}
