import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Metadata, MetadataKind, Signature } from '@tufjs/models';
import { expect, test, vi } from 'vitest';
import { renewWithFolder } from '../../../src/cli/publish/publish-release.ts';
import { type RotateOptions, rotateKeys } from '../../../src/cli/publish/rotate-keys.ts';
import { ROLES, type Role } from '../../../src/cli/signing/role.ts';
import type { Signer } from '../../../src/cli/signing/signing-keys.ts';
import { runBroken } from '../../support/break-off.ts';
import { makeFolder } from '../../support/list-folder.ts';
import {
  daysLater,
  digestFolder,
  followIndependently,
  NOW,
  publishTestList,
  readMetadata,
  withScopes,
} from '../../support/publish-list.ts';
import {
  copyKeys,
  loseKeys,
  makeKeyFolder,
  openTestKeys,
  TEST_SEAL,
} from '../../support/test-key-folder.ts';

vi.setConfig({ testTimeout: 60_000 });

const OLD = withScopes('old.test');
const NEW = withScopes('old.test', 'new.test');

async function start() {
  const [keysDir, repoDir] = [await makeKeyFolder(), makeFolder()];
  await publishTestList(repoDir, OLD, { keys: await openTestKeys(keysDir) });
  const client = await followIndependently(repoDir);
  await client.update();
  const rotate = async (role: Role, change: Partial<RotateOptions> = {}) => {
    const keys = await openTestKeys(keysDir);
    return rotateKeys({ roles: [role], revoke: [], keys, repoDir, now: NOW, ...change });
  };
  const publish = async () => publishTestList(repoDir, NEW, { keys: await openTestKeys(keysDir) });
  return { keysDir, repoDir, client, rotate, publish };
}

/** Gives one machine the private keys of another whose files begin so. */
function copyPrivate(from: string, to: string, start: string): void {
  for (const name of readdirSync(join(from, 'private'))) {
    const [source, target] = [join(from, 'private', name), join(to, 'private', name)];
    if (name.startsWith(start)) cpSync(source, target);
  }
}

/** Puts a later timestamp there, signed by these and nobody else. */
function signTimestamp(repoDir: string, signers: readonly Signer[]): void {
  const json = readMetadata(repoDir, 'timestamp.json');
  json.signed.version += 1;
  json.signatures = [];
  const timestamp = Metadata.fromJSON(MetadataKind.Timestamp, json);
  for (const { keyid, sign } of signers) {
    timestamp.sign((bytes) => new Signature({ keyID: keyid, sig: sign(bytes) }));
  }
  writeFileSync(join(repoDir, 'metadata/timestamp.json'), JSON.stringify(timestamp.toJSON()));
}

test.each(ROLES)('replaces the %s keys, and tuf-js follows', async (role) => {
  const { keysDir, repoDir, client, rotate, publish } = await start();
  const before = (await openTestKeys(keysDir)).ring.roles[role];
  const { rootVersion, added, revoked } = await rotate(role);
  expect(rootVersion).toBe(2);
  expect(revoked).toEqual(before.keyids);
  expect((await client.update()).version).toBe(1);
  expect((await openTestKeys(keysDir)).ring.roles[role].keyids).toEqual(added);
  await publish();
  expect((await client.update()).version).toBe(2);
  expect((await (await followIndependently(repoDir)).update()).version).toBe(2);
});

test.each<[Role, string[]]>([
  ['root', ['2.root.json']],
  ['timestamp', ['timestamp.json', '2.root.json']],
  ['snapshot', ['2.snapshot.json', 'timestamp.json', '2.root.json']],
  ['targets', ['2.targets.json', '2.snapshot.json', 'timestamp.json', '2.root.json']],
])('signs anew what the %s keys sign, and what names it', async (role, names) => {
  const { rotate } = await start();
  const { files } = await rotate(role);
  expect(files.map(({ path }) => path)).toEqual(names.map((name) => `metadata/${name}`));
});

test('lets tuf-js take no longer what a revoked key signs', async () => {
  const { keysDir, repoDir, client, rotate } = await start();
  const thief = await openTestKeys(copyKeys(keysDir));
  const stolen = await thief.openSigners(thief.ring.roles.timestamp.keyids);
  signTimestamp(repoDir, stolen);
  expect((await client.update()).version).toBe(1);
  await rotate('timestamp', { revoke: [thief.ring.roles.timestamp.keyids[0] ?? ''] });
  await client.update();
  signTimestamp(repoDir, stolen);
  await expect(client.update()).rejects.toThrow('timestamp was signed by 0/1 keys');
  await expect((await followIndependently(repoDir)).update()).rejects.toThrow('signed by 0/1');
  const own = await openTestKeys(keysDir);
  signTimestamp(repoDir, await own.openSigners(own.ring.roles.timestamp.keyids));
  expect((await client.update()).version).toBe(1);
});

test('answers a lost timestamp key', async () => {
  const { keysDir, client, rotate, publish } = await start();
  loseKeys(keysDir, 'timestamp');
  await expect(publish()).rejects.toThrow('1 of the timestamp keys must sign, and 0 of them');
  const { files } = await rotate('timestamp');
  // No old key signs it as well, so the root must be there first.
  expect(files.map(({ path }) => path)).toEqual([
    'metadata/2.root.json',
    'metadata/timestamp.json',
  ]);
  await publish();
  expect((await client.update()).version).toBe(2);
});

test('answers one lost root key of three, not two', async () => {
  const { keysDir, client, rotate } = await start();
  const [first = '', second = ''] = (await openTestKeys(keysDir)).ring.roles.root.keyids;
  loseKeys(keysDir, `root-${first.slice(0, 8)}`);
  const { revoked, added } = await rotate('root', { revoke: [first.slice(0, 8)] });
  expect(revoked).toEqual([first]);
  expect(added).toHaveLength(1);
  await client.update();
  loseKeys(keysDir, `root-${second.slice(0, 8)}`);
  loseKeys(keysDir, 'root', 1);
  await expect(rotate('root')).rejects.toThrow('2 of the root keys must sign, and 1 of them');
});

test('adds keys and raises the threshold', async () => {
  const { keysDir, client, rotate, publish } = await start();
  await rotate('targets', { add: 1, threshold: 2 });
  expect((await openTestKeys(keysDir)).ring.roles.targets).toMatchObject({ threshold: 2 });
  expect((await client.update()).version).toBe(1);
  await publish();
  expect((await client.update()).version).toBe(2);
  loseKeys(keysDir, 'targets', 1);
  const keys = await openTestKeys(keysDir);
  const other = publishTestList(makeFolder(), OLD, { keys });
  await expect(other).rejects.toThrow('2 of the targets keys must sign, and 1 of them');
});

test.each<[string, Partial<RotateOptions>, string]>([
  ['no such key', { revoke: ['00000000'] }, '"00000000" is no key of timestamp: those are '],
  ['too short a name', { revoke: ['a'] }, '"a" is no key of timestamp'],
  ['no key left', { add: 0, threshold: 1, revoke: ['own'] }, 'and 0 would be left'],
  ['a threshold too high', { threshold: 2 }, '2 of the timestamp keys must sign, and 1 would be'],
  ['too many keys', { add: 16 }, 'A role has at most 16 keys, not 17.'],
])('refuses %s', async (_, change, words) => {
  const { keysDir, repoDir, rotate } = await start();
  const [own = ''] = (await openTestKeys(keysDir)).ring.roles.timestamp.keyids;
  const revoke = change.revoke?.map((keyid) => (keyid === 'own' ? own : keyid)) ?? [];
  await expect(rotate('timestamp', { ...change, revoke })).rejects.toThrow(words);
  expect(readMetadata(repoDir, 'timestamp.json').signed.version).toBe(1);
});

test('takes keys of a rotation that broke off before anybody trusted them', async () => {
  const { keysDir, repoDir, rotate } = await start();
  const broken = runBroken(1, 'nothing', (write) => rotate('targets', { write }));
  expect(await broken).toBe(true);
  const known = new Set(Object.keys((await openTestKeys(keysDir)).ring.keys));
  const [spare] = await (await openTestKeys(keysDir)).openSpares('targets', known);
  expect((await rotate('targets')).added).toEqual([spare?.keyid]);
  expect(readMetadata(repoDir, '2.root.json').signed.roles.targets.keyids).toEqual([spare?.keyid]);
});

test.each(ROLES)('a rotation of %s keys may break off anywhere', async (role) => {
  for (let call = 1, isBroken = true; isBroken; call++) {
    const { keysDir, repoDir, client, rotate } = await start();
    isBroken = await runBroken(call, 'half a temporary file', (write) => rotate(role, { write }));
    expect((await client.update()).version).toBe(1);
    if (isBroken) await rotate(role);
    const { ring } = await openTestKeys(keysDir);
    const { roles } = readMetadata(repoDir, '2.root.json').signed;
    expect(roles[role].keyids).toEqual(ring.roles[role].keyids);
    expect((await client.update()).version).toBe(1);
  }
});

test('a rotation without the old key that broke off after the root is finished', async () => {
  const { keysDir, client, rotate, publish } = await start();
  const other = copyKeys(keysDir);
  loseKeys(keysDir, 'timestamp');
  await runBroken(2, 'nothing', (write) => rotate('timestamp', { write }));
  await expect(client.update()).rejects.toThrow('signed by 0/1');
  expect(await rotate('timestamp')).toMatchObject({ kind: 'caught-up', rootVersion: 2 });
  expect((await client.update()).version).toBe(1);
  await publish();
  expect((await client.update()).version).toBe(2);
  expect((await openTestKeys(other)).ring).not.toEqual((await openTestKeys(keysDir)).ring);
});

test('says of what only revoked keys signed that nothing goes on without the new ones', async () => {
  const { keysDir, repoDir, rotate } = await start();
  loseKeys(keysDir, 'targets');
  await runBroken(4, 'nothing', (write) => rotate('targets', { write }));
  loseKeys(keysDir, 'targets');
  const renewal = renewWithFolder({ keysDir, seal: TEST_SEAL, repoDir, now: daysLater(1) });
  await expect(renewal).rejects.toThrow('was signed with keys that were revoked since');
});

test('a machine with older keys.json learns the newer keys from the repository', async () => {
  const { keysDir, repoDir, client, rotate } = await start();
  const online = copyKeys(keysDir);
  for (const role of ['root', 'targets']) loseKeys(online, role);
  await rotate('targets');
  const options = { keysDir: online, seal: TEST_SEAL, repoDir, now: daysLater(1) };
  const { notices } = await renewWithFolder(options);
  expect(notices).toEqual([
    `The repository had newer keys than ${join(online, 'keys.json')}, signed by the older ones: it knows them now.`,
  ]);
  expect((await openTestKeys(online)).ring).toEqual((await openTestKeys(keysDir)).ring);
  expect((await renewWithFolder(options)).notices).toEqual([]);
  expect((await client.update(daysLater(1))).version).toBe(1);
});

test('a machine with older keys.json learns the newer keys and revokes what it was asked to', async () => {
  const { keysDir, repoDir, client, rotate } = await start();
  const other = copyKeys(keysDir);
  const [stolen = ''] = (await openTestKeys(keysDir)).ring.roles.timestamp.keyids;
  await rotate('root');
  copyPrivate(keysDir, other, 'root');
  const keys = await openTestKeys(other);
  const rotated = await rotate('timestamp', { keys, revoke: [stolen] });
  expect(rotated).toMatchObject({ kind: 'rotated', rootVersion: 3, revoked: [stolen] });
  const { roles } = readMetadata(repoDir, '3.root.json').signed;
  expect(roles.timestamp.keyids).toEqual(rotated.added);
  expect((await openTestKeys(other)).ring.roles.timestamp.keyids).toEqual(rotated.added);
  expect((await client.update()).version).toBe(1);
});

test('asked for what was done elsewhere meanwhile, it says so and makes no further key', async () => {
  const { keysDir, repoDir, rotate } = await start();
  const other = copyKeys(keysDir);
  const [stolen = ''] = (await openTestKeys(keysDir)).ring.roles.timestamp.keyids;
  const { added } = await rotate('timestamp', { revoke: [stolen] });
  for (const revoke of [[stolen], []]) {
    const keys = await openTestKeys(copyKeys(other));
    const again = await rotate('timestamp', { keys, revoke });
    const done = { kind: 'caught-up', rootVersion: 2, added, revoked: [stolen], files: [] };
    expect(again).toEqual(done);
  }
  expect(existsSync(join(repoDir, 'metadata/3.root.json'))).toBe(false);
});

test('of a role whose other key was revoked elsewhere it still revokes the one named', async () => {
  const { keysDir, rotate } = await start();
  await rotate('targets', { add: 1 });
  const other = copyKeys(keysDir);
  const [first = '', second = ''] = (await openTestKeys(keysDir)).ring.roles.targets.keyids;
  await rotate('targets', { revoke: [first], add: 0 });
  const keys = await openTestKeys(other);
  const { kind, added, revoked } = await rotate('targets', { keys, revoke: [first, second] });
  expect({ kind, revoked }).toEqual({ kind: 'rotated', revoked: [first, second] });
  expect(added).toHaveLength(1);
});

test.each<[Role, Role]>([
  ['targets', 'snapshot'],
  ['snapshot', 'timestamp'],
  ['timestamp', 'root'],
])('makes no key of %s where the %s keys are missing', async (role, missing) => {
  const { keysDir, rotate } = await start();
  loseKeys(keysDir, missing);
  const { ring, ...keys } = await openTestKeys(keysDir);
  await expect(rotate(role)).rejects.toThrow(`of the ${missing} keys must sign, and 0 of them`);
  expect(await keys.openSpares(role, new Set(Object.keys(ring.keys)))).toEqual([]);
});

test('rotates nothing that was never published', async () => {
  const keys = await openTestKeys(await makeKeyFolder());
  const rotation = rotateKeys({
    roles: ['root'],
    revoke: [],
    keys,
    repoDir: makeFolder(),
    now: NOW,
  });
  await expect(rotation).rejects.toThrow('make other keys with "demonitor list keygen"');
});

test.each<[Role, boolean]>([
  ['targets', true],
  ['snapshot', true],
  ['timestamp', false],
])('with a clock that is behind, to rotate %s is refused: %s', async (role, isRefused) => {
  const { repoDir, rotate } = await start();
  const before = digestFolder(repoDir);
  const rotated = rotate(role, { now: daysLater(-1) });
  if (!isRefused) await rotated;
  else await expect(rotated).rejects.toThrow('set this machine’s clock right');
  expect(JSON.stringify(digestFolder(repoDir)) === JSON.stringify(before)).toBe(isRefused);
});
