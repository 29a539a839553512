import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { rotateKeys } from '../../../src/cli/publish/rotate-keys.ts';
import { generateKeyPair } from '../../../src/cli/signing/ed25519.ts';
import { addPrivateKey } from '../../../src/cli/signing/key-folder.ts';
import { makeFolder } from '../../support/list-folder.ts';
import { NOW, publishTestList } from '../../support/publish-list.ts';
import { makeKeyFolder, openTestKeys, TEST_SEAL } from '../../support/test-key-folder.ts';

/** Notes whether a file or a folder is synced, and lets it be synced. */
async function watchSyncs(notes: string[]): Promise<void> {
  const handle = await open(makeFolder(), 'r');
  const prototype: FileHandle = Object.getPrototypeOf(handle);
  await handle.close();
  const { sync } = prototype;
  vi.spyOn(prototype, 'sync').mockImplementation(async function (this: FileHandle) {
    notes.push((await this.stat()).isDirectory() ? 'sync folder' : 'sync file');
    return sync.call(this);
  });
}

test.skipIf(process.platform === 'win32')(
  'keeps a new private key, name and all, before anything that trusts it is written',
  async () => {
    const [keysDir, repoDir] = [await makeKeyFolder(), makeFolder()];
    const keys = await openTestKeys(keysDir);
    await publishTestList(repoDir, {}, { keys });
    const notes: string[] = [];
    await watchSyncs(notes);
    const write = async (path: string) => {
      notes.push(path);
    };
    await rotateKeys({ roles: ['root'], revoke: [], add: 1, keys, repoDir, now: NOW, write });
    vi.restoreAllMocks();
    const root = join(repoDir, 'metadata/2.root.json');
    expect(notes.slice(0, 3)).toEqual(['sync file', 'sync folder', root]);
  },
);

test('is not kept from its keys by half a key that a loss of power left', async () => {
  const keysDir = await makeKeyFolder();
  writeFileSync(join(keysDir, 'private/.demonitor-1-root-0123abcd.json'), '{"demonitorPri');
  const keys = await openTestKeys(keysDir);
  expect(await keys.openSigners(keys.ring.roles.targets.keyids)).toHaveLength(1);
});

test('writes a private key for its owner only, never over another, and leaves no half', async () => {
  const keysDir = await makeKeyFolder();
  const pair = { ...generateKeyPair(), role: 'targets' as const };
  const path = await addPrivateKey(keysDir, pair, TEST_SEAL);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  await expect(addPrivateKey(keysDir, pair, TEST_SEAL)).rejects.toThrow('is there already');
  const names = readdirSync(join(keysDir, 'private'));
  expect(names.filter((name) => name.startsWith('.'))).toEqual([]);
});
