import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { refuseOlder } from '../../../src/cli/publish/refuse-older.ts';
import { rotateKeys } from '../../../src/cli/publish/rotate-keys.ts';
import { serveRepository } from '../../../src/cli/publish/serve-repository.ts';
import { runCommand } from '../../support/list-files.ts';
import { makeFolder } from '../../support/list-folder.ts';
import {
  digestFolder,
  followIndependently,
  NOW,
  publishTestList,
  withScopes,
} from '../../support/publish-list.ts';
import { makeKeyFolder, openTestKeys, TEST_SEAL } from '../../support/test-key-folder.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A host and a copy of it; `publish` makes a next version in either. */
async function start() {
  const keysDir = await makeKeyFolder();
  const [host, copy] = [makeFolder(), makeFolder()];
  const publish = async (repoDir: string, ...scopes: string[]) =>
    publishTestList(repoDir, withScopes(...scopes), { keys: await openTestKeys(keysDir) });
  await publish(host, 'first.test');
  cpSync(host, copy, { recursive: true });
  const rotate = async (repoDir: string) => {
    const keys = await openTestKeys(keysDir);
    await rotateKeys({ roles: ['root'], revoke: [], keys, repoDir, now: NOW });
  };
  return { keysDir, host, copy, publish, rotate };
}
const BACK = 'copy metadata/, targets/ and changelog.json back from there first';

test('goes on from what the host has, and from what is newer', async () => {
  const { host, copy, publish } = await start();
  await refuseOlder(copy, host);
  await publish(copy, 'second.test');
  await refuseOlder(copy, host);
});

test('refuses a copy that the host has left behind by one version', async () => {
  const { host, copy, publish } = await start();
  await publish(host, 'second.test');
  await expect(refuseOlder(copy, host)).rejects.toThrow(
    `${host} has version 2 of the timestamp and ${copy} version 1: readers would refuse what is published here. Nothing was written; ${BACK}.`,
  );
});

test('refuses a copy from which another release of the same version was made', async () => {
  const { host, copy, publish } = await start();
  await publish(host, 'second.test');
  await publish(copy, 'other.test');
  await expect(refuseOlder(copy, host)).rejects.toThrow('another of the same version');
});

test('publishes what readers take from a copy that was copied back over other releases', async () => {
  const { host, copy, publish } = await start();
  const client = await followIndependently(host);
  for (const scope of ['other.test', 'another.test']) await publish(copy, scope);
  await publish(host, 'second.test');
  expect((await client.update()).version).toBe(2);
  cpSync(host, copy, { recursive: true });
  await refuseOlder(copy, host);
  expect((await publish(copy, 'third.test')).version).toBe(3);
  cpSync(copy, host, { recursive: true });
  expect((await client.update()).version).toBe(3);
});

test('refuses a copy without the newest root, and one with another', async () => {
  const { host, copy, rotate } = await start();
  await rotate(host);
  await expect(refuseOlder(copy, host)).rejects.toThrow(
    `${host} has metadata/2.root.json, which ${copy} lacks. Nothing was written; ${BACK}.`,
  );
  const other = await start();
  await expect(refuseOlder(other.copy, host)).rejects.toThrow(
    `metadata/1.root.json of ${host} is another than that of ${other.copy}`,
  );
});

test.each<[string, (host: string) => string, string]>([
  ['nothing', () => makeFolder(), 'holds no metadata/timestamp.json'],
  ['no place', (host) => join(host, 'none'), 'is neither an address nor a folder'],
  ['no address', () => 'https://me:key@list.test/', 'is neither an address nor a folder'],
  ['nobody', () => 'http://127.0.0.1:9/', 'can’t be read'],
])('does not take %s for an older host', async (_, place, words) => {
  const { host, copy } = await start();
  await expect(refuseOlder(copy, place(host))).rejects.toThrow(words);
});

test('refuses a timestamp without a version, or longer than any', async () => {
  const { host, copy } = await start();
  writeFileSync(join(host, 'metadata/timestamp.json'), '{}');
  await expect(refuseOlder(copy, host)).rejects.toThrow('readers would refuse');
  writeFileSync(join(host, 'metadata/timestamp.json'), ' '.repeat(1_000_000));
  await expect(refuseOlder(copy, host)).rejects.toThrow('can’t be read (more than');
});

test.each([
  ['publish', '--renew'],
  ['rotate', 'timestamp'],
])('list %s asks an address with --newer-than and changes nothing', async (command, word) => {
  vi.stubEnv('DEMONITOR_PASSPHRASE', TEST_SEAL.passphrase);
  const { keysDir, host, copy, publish } = await start();
  const server = await serveRepository(host);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await server.close();
  });
  const args = ['list', command, word, '--keys', keysDir, '--out', copy, '--newer-than'];
  const at = ['--at', '2026-11-25T10:00:00Z'];
  await publish(host, 'second.test');
  const before = digestFolder(copy);
  const older = await runCommand([...args, server.url, ...at]);
  expect({ code: older.code, err: older.err }).toEqual({
    code: 1,
    err: [expect.stringContaining(`${server.url} has version 2 of the timestamp`)],
  });
  expect(digestFolder(copy)).toEqual(before);
  cpSync(host, copy, { recursive: true });
  expect((await runCommand([...args, server.url, ...at])).code).toBe(0);
  const timestamp = readFileSync(join(copy, 'metadata/timestamp.json'), 'utf8');
  expect(JSON.parse(timestamp).signed.version).toBe(3);
});
