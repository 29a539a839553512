import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type FloorFacts, formatFloorFacts } from '../../sync/floor-facts.ts';
import type { MAX_METADATA_BYTES } from '../../trust/client.ts';
import { parseMetadata } from '../../trust/parse-metadata.ts';
import { BrokenRepositoryError } from './errors.ts';
import { CONTEXT_TARGET, SOURCES_TARGET } from './release-targets.ts';

type Facts = Omit<FloorFacts, 'list'>;

/**
 * Copies the newest release of a repository into the folder from which the extension is packed: the
 * whole chain of roots, the metadata, list and context. Deltas stay: a package brings the list.
 *
 * @throws BrokenRepositoryError when the repository holds no release
 */
export async function writeFloor(repoDir: string, outDir: string, facts: Facts): Promise<void> {
  const paths = await listRoots(repoDir);
  const timestamp = await readSigned(repoDir, 'timestamp', 'timestamp.json');
  const snapshotName = `${timestamp.meta['snapshot.json'].version}.snapshot.json`;
  const snapshot = await readSigned(repoDir, 'snapshot', snapshotName);
  const targetsName = `${snapshot.meta['targets.json']?.version}.targets.json`;
  const { targets } = await readSigned(repoDir, 'targets', targetsName);
  paths.push('metadata/timestamp.json', `metadata/${snapshotName}`, `metadata/${targetsName}`);
  for (const name of [SOURCES_TARGET, CONTEXT_TARGET]) {
    const target = targets[name];
    if (target === undefined) throw new BrokenRepositoryError(`${repoDir} publishes no ${name}.`);
    paths.push(`targets/${target.hashes.sha256}.${name}`);
  }
  for (const path of paths) {
    await mkdir(dirname(join(outDir, path)), { recursive: true });
    await copyFile(join(repoDir, path), join(outDir, path));
  }
  const list = String(targets[SOURCES_TARGET]?.custom?.['list']);
  await writeFile(join(outDir, 'floor.json'), formatFloorFacts({ ...facts, list }));
}

async function listRoots(repoDir: string): Promise<string[]> {
  const names = await readdir(join(repoDir, 'metadata')).catch((cause: unknown) => {
    throw new BrokenRepositoryError(`${repoDir} holds no release.`, { cause });
  });
  return names.filter((name) => /^\d+\.root\.json$/.test(name)).map((name) => `metadata/${name}`);
}

async function readSigned<Role extends keyof typeof MAX_METADATA_BYTES>(
  repoDir: string,
  role: Role,
  name: string,
) {
  const path = join(repoDir, 'metadata', name);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new BrokenRepositoryError(`${path} cannot be read.`, { cause });
  });
  const read = parseMetadata(role, bytes);
  if (read.kind === 'metadata') return read.signed;
  throw new BrokenRepositoryError(`${path} is no ${role} metadata.`);
}
