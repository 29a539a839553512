import { mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publishRelease, renewWithFolder } from '../../src/cli/publish/publish-release.ts';
import { rotateWithFolder } from '../../src/cli/publish/rotate-keys.ts';
import { refuseKeysInside } from '../../src/cli/refuse-keys-inside.ts';
import { generateKeyFolder } from '../../src/cli/signing/generate-key-folder.ts';
import { makeFolder } from '../support/list-folder.ts';
import { NOW, publishVersions } from '../support/publish-list.ts';
import { makeKeyFolder, TEST_SEAL } from '../support/test-key-folder.ts';

/** A folder of keys whose private ones lie in the repository, which no path says. */
async function hideKeys() {
  const [keysDir, repoDir] = [await makeKeyFolder(), makeFolder()];
  renameSync(join(keysDir, 'private'), join(repoDir, 'elsewhere'));
  symlinkSync(join(repoDir, 'elsewhere'), join(keysDir, 'private'));
  return { keysDir, repoDir, seal: TEST_SEAL, now: NOW };
}

test.each<[string, (options: Awaited<ReturnType<typeof hideKeys>>) => Promise<unknown>]>([
  ['publish', (options) => publishRelease({ ...options, today: '2026-11-25' })],
  ['renew', renewWithFolder],
  ['rotate', (options) => rotateWithFolder({ ...options, roles: ['timestamp'], revoke: [] })],
])('lets nobody %s with keys that a link puts into the repository', async (_, run) => {
  await expect(run(await hideKeys())).rejects.toThrow('which is for everybody to see');
});

test.each([
  ['the repository itself', '.', true],
  ['a folder in it', 'keys', true],
  ['a link to it', '../link', true],
  ['a folder beyond a link to it', '../link/keys/new', true],
  ['a folder beside it', '../repository-keys', false],
])('finds keys inside through %s: %s, %s', async (_, path, isInside) => {
  const folder = makeFolder();
  const repoDir = join(folder, 'repository');
  mkdirSync(repoDir);
  symlinkSync(repoDir, join(folder, 'link'));
  const asked = refuseKeysInside(repoDir, join(repoDir, path));
  if (isInside) await expect(asked).rejects.toThrow('keep them elsewhere');
  else await asked;
});

test.each(['public', 'private/public', '../link/public', '../link'])(
  'lets no repository lie among the keys, at %s',
  async (path) => {
    const folder = makeFolder();
    const keysDir = join(folder, 'keys');
    mkdirSync(join(keysDir, 'private'), { recursive: true });
    symlinkSync(join(keysDir, 'private'), join(folder, 'link'));
    const asked = refuseKeysInside(join(keysDir, path), keysDir);
    await expect(asked).rejects.toThrow(/inside .+, which is for (nobody else|everybody) to see/);
  },
);

test('makes no keys in a folder that was published', async () => {
  const repoDir = await publishVersions(1);
  const link = join(makeFolder(), 'link');
  symlinkSync(repoDir, link);
  for (const keysDir of [join(repoDir, 'keys'), join(link, 'deep/keys')]) {
    await expect(generateKeyFolder(keysDir, TEST_SEAL)).rejects.toThrow('keep them elsewhere');
  }
});
