import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rotateKeys } from '../../../src/cli/publish/rotate-keys.ts';
import { createKeys } from '../../../src/cli/signing/create-keys.ts';
import type { Role } from '../../../src/cli/signing/role.ts';
import { makeFolder } from '../../support/list-folder.ts';
import {
  digestFolder,
  NOW,
  publishTestList,
  publishVersions,
  readMetadata,
  withScopes,
} from '../../support/publish-list.ts';
import { makeKeyFolder, openTestKeys } from '../../support/test-key-folder.ts';

const flip = (path: string) => {
  const bytes = readFileSync(path);
  const at = bytes.length >> 1;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
};
const find = (repoDir: string, ending: string) => {
  const name = readdirSync(join(repoDir, 'targets')).find((each) => each.endsWith(ending));
  return join(repoDir, 'targets', name ?? '');
};

const findOldList = (repoDir: string) => {
  const { hashes } = readMetadata(repoDir, '1.targets.json').signed.targets['sources.bin'];
  return find(repoDir, `${hashes.sha256}.sources.bin`);
};

test.each<[string, (repoDir: string) => void, string]>([
  ['a bit of the timestamp', (dir) => flip(join(dir, 'metadata/timestamp.json')), 'timestamp.json'],
  ['a bit of the snapshot', (dir) => flip(join(dir, 'metadata/2.snapshot.json')), 'snapshot.json'],
  ['a bit of the targets', (dir) => flip(join(dir, 'metadata/2.targets.json')), 'targets.json'],
  ['a bit of older targets', (dir) => flip(join(dir, 'metadata/1.targets.json')), 'delete it'],
  ['a bit of the root', (dir) => flip(join(dir, 'metadata/1.root.json')), '1.root.json'],
  ['a bit of the context', (dir) => flip(find(dir, 'context.bin')), 'not the file that was signed'],
  ['a bit of a delta', (dir) => flip(find(dir, 'delta-1-2.bin')), 'not the file that was signed'],
  [
    'its timestamp',
    (dir) => rmSync(join(dir, 'metadata/timestamp.json')),
    'timestamp.json is miss',
  ],
  ['its root', (dir) => rmSync(join(dir, 'metadata/1.root.json')), '1.root.json is missing'],
  ['a delta', (dir) => rmSync(find(dir, 'delta-1-2.bin')), 'is missing or can’t be read'],
  ['an older list', (dir) => rmSync(findOldList(dir)), 'is missing or not what was signed'],
  ['its changelog whole', (dir) => writeFileSync(join(dir, 'changelog.json'), '{'), 'Restore it'],
])('refuses a repository that lost %s, and writes nothing', async (_, damage, words) => {
  const repoDir = await publishVersions(2);
  damage(repoDir);
  const before = digestFolder(repoDir);
  await expect(publishTestList(repoDir, withScopes('new.test'))).rejects.toThrow(words);
  expect(digestFolder(repoDir)).toEqual(before);
});

test('refuses a repository that other keys signed', async () => {
  const repoDir = await publishVersions(1);
  const options = { keys: createKeys() };
  await expect(publishTestList(repoDir, {}, options)).rejects.toThrow(
    'its root trusts other keys than those of memory',
  );
});

test.each<[readonly Role[]]>([[['timestamp']], [['root', 'targets', 'snapshot', 'timestamp']]])(
  'says that keys are newer than a repository of before %j were rotated',
  async (roles) => {
    const [keysDir, repoDir, older] = [await makeKeyFolder(), makeFolder(), makeFolder()];
    const first = await openTestKeys(keysDir);
    await publishTestList(repoDir, {}, { keys: first });
    cpSync(repoDir, older, { recursive: true });
    await rotateKeys({ roles, revoke: [], keys: first, repoDir, now: NOW });
    const keys = await openTestKeys(keysDir);
    const before = digestFolder(older);
    await expect(publishTestList(older, {}, { keys })).rejects.toThrow(
      `${older} is not as it was published: ${keysDir} is newer: its keys.json is of a root after metadata/1.root.json, the newest there. Nothing was written; restore a newer copy of ${older}, with metadata/2.root.json.`,
    );
    expect(digestFolder(older)).toEqual(before);
  },
);
