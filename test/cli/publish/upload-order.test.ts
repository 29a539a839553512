import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rotateKeys } from '../../../src/cli/publish/rotate-keys.ts';
import type { Role } from '../../../src/cli/signing/role.ts';
import { makeFolder } from '../../support/list-folder.ts';
import { NOW, publishTestList, withScopes } from '../../support/publish-list.ts';
import { showRepository } from '../../support/show-repository.ts';
import { makeKeyFolder, openTestKeys } from '../../support/test-key-folder.ts';
import { openOwnClient, openReferenceClient } from '../../support/tuf-clients.ts';

vi.setConfig({ testTimeout: 60_000 });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

const RECIPE = `  --exclude '.*' --exclude timestamp.json --exclude '*.root.json' public/ host:list/ &&
  rsync -a public/metadata/timestamp.json host:list/metadata/ &&
  rsync -a --delete --exclude '.*' public/ host:list/`;

/** What a pass copies. */
type Pass = (path: string) => boolean;
const isRoot: Pass = (path) => path.endsWith('.root.json');
const isTimestamp: Pass = (path) => path === 'metadata/timestamp.json';

const AS_IN_README: readonly Pass[] = [
  (path) => !isRoot(path) && !isTimestamp(path),
  isTimestamp,
  () => true,
];
const ROOTS_FIRST: readonly Pass[] = [(path) => !isTimestamp(path), () => true];

function copy(from: string, to: string, isCopied: Pass): void {
  const names = readdirSync(from, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((each) => /^(metadata|targets)\/./.test(each))) {
    if (!isCopied(name)) continue;
    mkdirSync(dirname(join(to, name)), { recursive: true });
    cpSync(join(from, name), join(to, name));
  }
}

/** What readers make of the host after each pass in which a rotation goes up. */
async function upload(role: Role, passes: readonly Pass[]): Promise<readonly string[]> {
  const [keysDir, repoDir, host] = [await makeKeyFolder(), makeFolder(), makeFolder()];
  await publishTestList(repoDir, withScopes('a.test'), { keys: await openTestKeys(keysDir) });
  copy(repoDir, host, () => true);
  const root = readFileSync(join(repoDir, 'metadata/1.root.json'), 'utf8');
  const open = () => [openReferenceClient(root), openOwnClient(root)];
  const faithful = open();
  const read = async () => {
    const fresh = open();
    const kinds: string[] = [];
    for (const client of [...faithful, ...fresh]) {
      const outcome = await client.update(showRepository(host));
      kinds.push(outcome.kind);
    }
    for (const client of fresh) client.close();
    return kinds;
  };
  const kinds = await read();
  const keys = await openTestKeys(keysDir);
  await rotateKeys({ roles: [role], revoke: [], keys, repoDir, now: NOW });
  for (const pass of passes) {
    copy(repoDir, host, pass);
    kinds.push(...(await read()));
  }
  for (const client of faithful) client.close();
  return kinds;
}

test('the README copies in this order', () => {
  expect(readFileSync('README.md', 'utf8')).toContain(`rsync -a${RECIPE.slice(1)}`);
});

test.each<[Role]>([['root'], ['targets'], ['snapshot'], ['timestamp']])(
  'no reader is refused while a rotation of %s keys is copied in that order',
  async (role) => {
    expect(new Set(await upload(role, AS_IN_README))).toEqual(new Set(['accepted']));
  },
);

test('with the roots before the timestamp readers are refused meanwhile', async () => {
  expect(await upload('timestamp', ROOTS_FIRST)).toContain('refused');
});
