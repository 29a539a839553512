import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { publishCompiled, renewRelease } from '../../../src/cli/publish/publish-compiled.ts';
import { holdKeys } from '../../../src/cli/signing/create-keys.ts';
import type { Role } from '../../../src/cli/signing/role.ts';
import { entry, NEVER_LIST } from '../../support/list-files.ts';
import { makeFolder } from '../../support/list-folder.ts';
import {
  compileTestList,
  daysLater,
  digestFolder,
  followIndependently,
  NOW,
  publishTestList,
  publishVersions,
  readMetadata,
  scopesOf,
  TEST_KEYS,
  withScopes,
} from '../../support/publish-list.ts';

vi.setConfig({ testTimeout: 60_000 });

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const onlyWith = (...roles: Role[]) =>
  holdKeys(
    TEST_KEYS.ring,
    TEST_KEYS.pairs.filter(({ role }) => roles.includes(role)),
  );
test('publishes ten releases that tuf-js takes one after the other', async () => {
  const repoDir = makeFolder();
  await publishTestList(repoDir, withScopes(...scopesOf(1)));
  const client = await followIndependently(repoDir);
  for (let version = 1; version <= 10; version++) {
    const release = await publishTestList(repoDir, withScopes(...scopesOf(version)));
    expect(release).toMatchObject({ version, isNew: version > 1 });
    const taken = await client.update();
    expect(taken.version).toBe(version);
    expect(JSON.parse(gunzipSync(taken.sources).toString()).entries[0].scopes).toHaveLength(
      version,
    );
  }
});

test('says of the list what anybody can check with gunzip and sha256sum', async () => {
  const repoDir = makeFolder();
  const { rootDigest } = await publishTestList(repoDir);
  expect(rootDigest).toBe(sha256(readFileSync(join(repoDir, 'metadata/1.root.json'))));
  const { targets } = readMetadata(repoDir, '1.targets.json').signed;
  const { length, hashes, custom } = targets['sources.bin'];
  const packed = readFileSync(join(repoDir, `targets/${hashes.sha256}.sources.bin`));
  const text = gunzipSync(packed);
  expect({ length, sha256: hashes.sha256 }).toEqual({
    length: packed.length,
    sha256: sha256(packed),
  });
  expect(custom).toEqual({
    ...{ list: 'test-list', version: 1, publishedOn: '2026-11-25', entries: 1 },
    ...{ digest: sha256(text), bytes: text.length },
  });
  const context = targets['context.bin'];
  const contextText = gunzipSync(
    readFileSync(join(repoDir, `targets/${context.hashes.sha256}.context.bin`)),
  );
  expect(context.custom).toEqual({
    ...{ list: 'test-list', digest: sha256(contextText), bytes: contextText.length },
  });
});

test('writes times without milliseconds and the moment of signing', async () => {
  const repoDir = makeFolder();
  await publishTestList(repoDir, {}, { now: new Date('2026-11-25T10:00:00.789Z') });
  const { signed } = readMetadata(repoDir, 'timestamp.json');
  expect(signed.issued).toBe('2026-11-25T10:00:00Z');
  expect(signed.expires).toBe('2026-12-02T10:00:00Z');
  expect(readMetadata(repoDir, '1.root.json').signed.expires).toBe('2027-11-25T10:00:00Z');
});

test('leads to the newest release from each of the ten before, and from none earlier', async () => {
  const repoDir = await publishVersions(12);
  const { targets } = readMetadata(repoDir, '12.targets.json').signed;
  const deltas = Object.keys(targets).filter((name) => name.startsWith('delta-'));
  expect(deltas.sort()).toEqual(
    [2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((from) => `delta-${from}-12.bin`).sort(),
  );
  const { digest } = targets['sources.bin'].custom;
  expect(targets['delta-2-12.bin'].custom).toEqual({
    ...{ list: 'test-list', version: 12, publishedOn: '2026-11-25', entries: 1, digest, from: 2 },
  });
});

test('keeps version and day when nothing changed and signs the timestamp only', async () => {
  const repoDir = await publishVersions(1);
  const release = await publishTestList(repoDir, withScopes('example-1.test'), {
    now: daysLater(19),
  });
  expect(release).toMatchObject({ version: 1, publishedOn: '2026-11-25', isNew: false });
  expect(release.files.map(({ path }) => path)).toEqual(['metadata/timestamp.json']);
  expect(readMetadata(repoDir, 'timestamp.json').signed.version).toBe(2);
});

test('takes another seed for the same list', async () => {
  const repoDir = await publishVersions(1);
  const { compiled, context } = compileTestList(withScopes('example-1.test'));
  const content = { compiled: { ...compiled, seed: 7 }, context };
  const release = await publishCompiled({ ...content, repoDir, keys: TEST_KEYS, now: NOW });
  expect(release.isNew).toBe(false);
});

test('publishes a new version when only the context changed', async () => {
  const repoDir = await publishVersions(1);
  const wellKnown = [...NEVER_LIST.wellKnown, { host: 'known-too.test', why: 'Read by many' }];
  const parts = { ...withScopes('example-1.test'), neverList: { ...NEVER_LIST, wellKnown } };
  expect(await publishTestList(repoDir, parts)).toMatchObject({ version: 2, isNew: true });
});

test.each<[number, readonly string[]]>([
  [19.99, []],
  [20, ['2.snapshot.json']],
  [119.99, ['2.snapshot.json']],
  [120, ['2.targets.json', '2.snapshot.json']],
  [243.3, ['2.targets.json', '2.snapshot.json']],
  [243.4, ['2.targets.json', '2.snapshot.json', '2.root.json']],
])('after %d days renews the timestamp and of the others %j', async (days, names) => {
  const repoDir = await publishVersions(1);
  const { files } = await renewRelease({ repoDir, keys: TEST_KEYS, now: daysLater(days) });
  const paths = [...names, 'timestamp.json'].map((name) => `metadata/${name}`);
  expect(files.map(({ path }) => path)).toEqual(paths);
  const client = await followIndependently(repoDir);
  expect((await client.update(daysLater(days))).version).toBe(1);
});

test('is no longer taken by tuf-js once nobody renewed it', async () => {
  const repoDir = await publishVersions(1);
  const client = await followIndependently(repoDir);
  expect((await client.update(daysLater(6.99))).version).toBe(1);
  await expect(client.update(daysLater(7))).rejects.toThrow('expired');
});

test('renews with the timestamp and snapshot keys only', async () => {
  const repoDir = await publishVersions(1);
  const keys = onlyWith('timestamp', 'snapshot');
  const { files, notices } = await renewRelease({ repoDir, keys, now: daysLater(25) });
  expect(files).toHaveLength(2);
  expect(notices).toEqual([]);
});

test('tells of targets that soon expire where their keys are not', async () => {
  const repoDir = await publishVersions(1);
  const keys = onlyWith('timestamp', 'snapshot');
  const { notices } = await renewRelease({ repoDir, keys, now: daysLater(130) });
  expect(notices).toEqual([
    'What the targets keys signed expires at 2027-05-24T10:00:00Z and they are not here: publish with them before that, or readers will take nothing more.',
  ]);
  const late = renewRelease({ repoDir, keys, now: daysLater(180) });
  await expect(late).rejects.toThrow(
    '1 of the targets keys must sign, and 0 of them are here. What is there has expired: until they sign again, "--renew" can do nothing either, and readers keep what they have.',
  );
  const now = daysLater(130);
  const changed = publishTestList(repoDir, withScopes('new.test'), { keys, now });
  await expect(changed).rejects.toThrow('"--renew" still renews it as it is.');
});

test.each<[Role, Role[]]>([
  ['targets', ['root', 'snapshot', 'timestamp']],
  ['snapshot', ['root', 'targets', 'timestamp']],
  ['timestamp', ['root', 'targets', 'snapshot']],
])('changes nothing without the %s key and says so', async (missing, others) => {
  const repoDir = await publishVersions(1);
  const before = digestFolder(repoDir);
  const options = { keys: onlyWith(...others) };
  await expect(publishTestList(repoDir, withScopes('new.test'), options)).rejects.toThrow(
    `1 of the ${missing} keys must sign, and 0 of them are here. Without them`,
  );
  expect(digestFolder(repoDir)).toEqual(before);
});

test('first publishes with two root keys of three, not with one', async () => {
  const [first, second] = TEST_KEYS.pairs.filter(({ role }) => role === 'root');
  const others = TEST_KEYS.pairs.filter(({ role }) => role !== 'root');
  if (!first || !second) throw new Error('no root keys');
  const one = holdKeys(TEST_KEYS.ring, [first, ...others]);
  const two = holdKeys(TEST_KEYS.ring, [first, second, ...others]);
  await expect(publishTestList(makeFolder(), {}, { keys: one })).rejects.toThrow(
    '2 of the root keys must sign, and 1 of them are here',
  );
  expect((await publishTestList(makeFolder(), {}, { keys: two })).version).toBe(1);
});

test('never publishes another list into the same repository', async () => {
  const repoDir = await publishVersions(1);
  const info = { ...compileTestList().compiled.list, id: 'other-list' };
  await expect(publishTestList(repoDir, { info })).rejects.toThrow(
    'publish it into a folder of its own',
  );
});

test.each([
  [-1, true],
  [-1000, true],
  [0, false],
  [1000, false],
])('signed %d ms after what is there: refused is %s', async (ms, isRefused) => {
  const repoDir = await publishVersions(1);
  const before = digestFolder(repoDir);
  const options = { repoDir, keys: TEST_KEYS, now: new Date(NOW.getTime() + ms) };
  for (const publish of [
    () => renewRelease(options),
    () => publishTestList(repoDir, withScopes('new.test'), options),
  ]) {
    if (!isRefused) await publish();
    else {
      await expect(publish()).rejects.toThrow(
        `What is published in ${repoDir} was signed at 2026-11-25T10:00:00Z, after 2026-11-2`,
      );
      expect(digestFolder(repoDir)).toEqual(before);
    }
  }
});

test('goes back in time where nobody follows', async () => {
  const repoDir = await publishVersions(1);
  await publishTestList(repoDir, {}, { now: daysLater(-1), mayGoBack: true });
  expect(readMetadata(repoDir, 'timestamp.json').signed.issued).toBe('2026-11-24T10:00:00Z');
});

test('warns when the list is believed no longer than its timestamp holds', async () => {
  const { compiled, context } = compileTestList();
  const publish = async (maxStaleDays: number) => {
    const list = { ...compiled, list: { ...compiled.list, maxStaleDays } };
    const content = { compiled: list, context, keys: TEST_KEYS, now: NOW };
    return (await publishCompiled({ ...content, repoDir: makeFolder() })).notices;
  };
  expect(await publish(8)).toEqual([]);
  expect((await publish(7))[0]).toContain('holds for 7 days and the list is believed for 7');
});

test('has nothing to renew where nothing was published', async () => {
  const nothing = renewRelease({ repoDir: makeFolder(), keys: TEST_KEYS, now: NOW });
  await expect(nothing).rejects.toThrow('so nothing is to renew');
});

test('publishes an empty list, and entries one after the other', async () => {
  const repoDir = makeFolder();
  expect(await publishTestList(repoDir, { entries: {} })).toMatchObject({ entries: 0, scopes: 0 });
  const entries = { one: entry({ name: 'One', scopes: ['one.test'] }) };
  expect(await publishTestList(repoDir, { entries })).toMatchObject({ version: 2, entries: 1 });
});
