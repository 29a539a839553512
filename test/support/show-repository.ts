import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOW } from './publish-list.ts';
import type { ShownRepository } from './tuf-clients.ts';

/** The signed files of a folder as a host shows them, to clients that ask in memory. */
export function showRepository(repoDir: string): ShownRepository {
  const paths = ['metadata', 'targets'].flatMap((folder) =>
    readdirSync(join(repoDir, folder)).map((name) => `${folder}/${name}`),
  );
  const files = new Map(paths.map((path) => [path, readFileSync(join(repoDir, path))]));
  return { files, now: NOW.getTime() };
}
