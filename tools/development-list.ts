import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { publishRelease } from '../src/cli/publish/publish-release.ts';
import { type RepositoryServer, serveRepository } from '../src/cli/publish/serve-repository.ts';
import { writeFloor } from '../src/cli/publish/write-floor.ts';
import { generateKeyFolder } from '../src/cli/signing/generate-key-folder.ts';
import { renderPages } from '../src/site/render-pages.tsx';

/*
 * A plain build ships a list that is signed like any other, with keys that were made once on this
 * machine and sign nothing else; the product says "development list" then.
 */

/** Ignored by git. Keys and releases belong together: versions only rise. */
const FOLDER = '.development-list';
const KEYS = join(FOLDER, 'keys');
const REPOSITORY = join(FOLDER, 'repository');
/** No secret: whoever reads this machine's files can sign this machine's list. */
const SEAL = { passphrase: 'development', cost: 2 ** 10 };
const ONE_KEY = { count: 1, threshold: 1 };

/** Makes the keys of this machine once; what a build left that broke off meanwhile signed nothing. */
export async function prepareDevelopmentKeys(keysDir: string): Promise<void> {
  if (existsSync(join(keysDir, 'keys.json'))) return;
  rmSync(keysDir, { recursive: true, force: true });
  await generateKeyFolder(keysDir, SEAL, { root: ONE_KEY });
}

/** Publishes `lists/` as of `now` for this machine, and copies the release to be packed. */
export async function packDevelopmentList(
  outDir: string,
  { now, today, address }: { now: Date; today: string; address: string | undefined },
): Promise<void> {
  await prepareDevelopmentKeys(KEYS);
  const release = await publishRelease({
    listsDir: 'lists',
    keysDir: KEYS,
    seal: SEAL,
    repoDir: REPOSITORY,
    now,
    today,
    // A build as of an earlier day is one for itself.
    mayGoBack: true,
    renderPages,
  });
  await writeFloor(REPOSITORY, outDir, {
    rootDigest: release.rootDigest,
    isDevelopment: true,
    builtAt: now.toISOString(),
    ...(address !== undefined && { address }),
  });
}

/** Serves the releases of this machine's list on loopback, so that a build can ask for new ones. */
export function serveDevelopmentList(): Promise<RepositoryServer> {
  mkdirSync(REPOSITORY, { recursive: true });
  return serveRepository(REPOSITORY);
}
