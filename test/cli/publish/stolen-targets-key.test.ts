import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { rotateKeys } from '../../../src/cli/publish/rotate-keys.ts';
import type { Role } from '../../../src/cli/signing/role.ts';
import { makeFolder } from '../../support/list-folder.ts';
import { NOW, publishTestList, scopesOf, withScopes } from '../../support/publish-list.ts';
import { showRepository } from '../../support/show-repository.ts';
import { copyKeys, makeKeyFolder, openTestKeys } from '../../support/test-key-folder.ts';
import { openOwnClient, openReferenceClient } from '../../support/tuf-clients.ts';

vi.setConfig({ testTimeout: 60_000 });

const RIGHT = 'the right list';
const OLDER_TIMESTAMP = 'New timestamp version 3 is less than current version 7';
const OLDER_TARGETS =
  'Unable to load snapshot metadata error Error: New version 3 of targets.json is less than current version 7';

/**
 * A false list needs the targets, snapshot and timestamp keys, so whoever publishes one has all
 * three, and their versions ran ahead. What readers who took it make of the publisher's cure.
 */
async function cure(roles: readonly Role[]): Promise<Readonly<Record<string, string>>> {
  const [keysDir, repoDir, falseDir] = [await makeKeyFolder(), makeFolder(), makeFolder()];
  await publishTestList(repoDir, withScopes('right.test'), { keys: await openTestKeys(keysDir) });
  cpSync(repoDir, falseDir, { recursive: true });
  const thief = await openTestKeys(copyKeys(keysDir));
  for (let at = 2; at < 8; at++) {
    await publishTestList(falseDir, withScopes('false.test', ...scopesOf(at)), { keys: thief });
  }
  const root = readFileSync(join(repoDir, 'metadata/1.root.json'), 'utf8');
  const clients = { 'tuf-js': openReferenceClient(root), ours: openOwnClient(root) };
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  try {
    for (const client of Object.values(clients)) {
      expect(await client.update(showRepository(falseDir))).toMatchObject({ kind: 'accepted' });
    }
    const keys = await openTestKeys(keysDir);
    await rotateKeys({ roles, revoke: [], keys, repoDir, now: NOW });
    const right = withScopes('right.test', 'new.test');
    await publishTestList(repoDir, right, { keys: await openTestKeys(keysDir) });
    const found: Record<string, string> = {};
    for (const [name, client] of Object.entries(clients)) {
      const outcome = await client.update(showRepository(repoDir));
      found[name] = outcome.kind === 'accepted' ? RIGHT : outcome.why;
    }
    return found;
  } finally {
    vi.useRealTimers();
    for (const client of Object.values(clients)) client.close();
  }
}

/*
 * TUF §5.3.11: ours forgets timestamp and snapshot when the keys of either changed; tuf-js forgets what
 * the new root no longer accepts. Only all three cure both.
 */
test.each<[string, readonly Role[], string, string]>([
  ['targets alone', ['targets'], OLDER_TIMESTAMP, 'timestamp: rollback'],
  ['targets and timestamp', ['targets', 'timestamp'], OLDER_TARGETS, RIGHT],
  ['targets and snapshot', ['targets', 'snapshot'], OLDER_TIMESTAMP, RIGHT],
  ['all three', ['targets', 'snapshot', 'timestamp'], RIGHT, RIGHT],
])('after a stolen targets key, rotating %s', async (_, roles, reference, ours) => {
  expect(await cure(roles)).toEqual({ 'tuf-js': reference, ours });
});
