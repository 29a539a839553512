import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { publishCompiled, renewRelease } from '../../../src/cli/publish/publish-compiled.ts';
import { createKeys, holdKeys } from '../../../src/cli/signing/create-keys.ts';
import type { Role } from '../../../src/cli/signing/role.ts';
import { entry, NEVER_LIST } from '../../support/list-files.ts';
import { makeFolder } from '../../support/list-folder.ts';
import {
  compileTestList,
  daysLater,
  followIndependently,
  NOW,
  publishTestList,
  readMetadata,
  TEST_KEYS,
  withScopes,
} from '../../support/publish-list.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const onlyWith = (...roles: Role[]) =>
  holdKeys(
    TEST_KEYS.ring,
    TEST_KEYS.pairs.filter(({ role }) => roles.includes(role)),
  );
const contentsOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => join(item.parentPath, item.name))
      .map((path) => [path, sha256(readFileSync(path))]),
  );
/** A repository with these versions of a list, each with one scope more. */
async function publishVersions(count: number): Promise<string> {
  const repoDir = makeFolder();
  for (let version = 1; version <= count; version++) {
    await publishTestList(repoDir, withScopes(...scopesOf(version)));
  }
  return repoDir;
}
const scopesOf = (version: number) =>
  Array.from({ length: version }, (_, at) => `example-${at + 1}.test`);

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
  await expect(late).rejects.toThrow('1 of the targets keys must sign, and 0 of them are here');
});

test.each<[Role, Role[]]>([
  ['targets', ['root', 'snapshot', 'timestamp']],
  ['snapshot', ['root', 'targets', 'timestamp']],
  ['timestamp', ['root', 'targets', 'snapshot']],
])('changes nothing without the %s key and says so', async (missing, others) => {
  const repoDir = await publishVersions(1);
  const before = contentsOf(repoDir);
  const options = { keys: onlyWith(...others) };
  await expect(publishTestList(repoDir, withScopes('new.test'), options)).rejects.toThrow(
    `1 of the ${missing} keys must sign, and 0 of them are here. Without them`,
  );
  expect(contentsOf(repoDir)).toEqual(before);
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
  ['its changelog whole', (dir) => writeFileSync(join(dir, 'changelog.json'), '{'), 'Restore it'],
])('refuses a repository that lost %s, and writes nothing', async (_, damage, words) => {
  const repoDir = await publishVersions(2);
  damage(repoDir);
  const before = contentsOf(repoDir);
  await expect(publishTestList(repoDir, withScopes('new.test'))).rejects.toThrow(words);
  expect(contentsOf(repoDir)).toEqual(before);
});

test('refuses a repository that other keys signed', async () => {
  const repoDir = await publishVersions(1);
  const options = { keys: createKeys() };
  await expect(publishTestList(repoDir, {}, options)).rejects.toThrow(
    'its root trusts other keys than those of KEYS',
  );
});

test('keeps twelve releases and what they name, and files that it does not know', async () => {
  const repoDir = makeFolder();
  mkdirSync(join(repoDir, 'targets'));
  writeFileSync(join(repoDir, 'targets/CNAME'), 'list.example');
  for (let version = 1; version <= 14; version++) {
    await publishTestList(repoDir, withScopes(...scopesOf(version)));
  }
  const names = readdirSync(join(repoDir, 'metadata'));
  expect(names).toContain('3.targets.json');
  expect(names).not.toContain('2.targets.json');
  const targets = readdirSync(join(repoDir, 'targets'));
  expect(targets.filter((name) => name.endsWith('sources.bin'))).toHaveLength(12);
  expect(targets).toContain('CNAME');
});

test('tells every release in the changelog, also of those that are no longer kept', async () => {
  const repoDir = await publishVersions(13);
  const { releases } = JSON.parse(readFileSync(join(repoDir, 'changelog.json'), 'utf8'));
  expect(releases.map(({ version }: { version: number }) => version)).toEqual([
    13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1,
  ]);
  expect(releases[0].diff.changed[0].scopesAdded).toEqual(['example-13.test']);
  expect(releases[12].diff.added[0].slug).toBe('example-truth');
});

test('writes the changelog anew from the releases that are kept', async () => {
  const repoDir = await publishVersions(3);
  const whole = readFileSync(join(repoDir, 'changelog.json'), 'utf8');
  rmSync(join(repoDir, 'changelog.json'));
  await publishTestList(repoDir, withScopes(...scopesOf(3)));
  expect(readFileSync(join(repoDir, 'changelog.json'), 'utf8')).toBe(whole);
});

test('writes the pages of a release and takes away those that it no longer has', async () => {
  const repoDir = makeFolder();
  const pages = (...paths: string[]) => ({
    renderPages: () => paths.map((path) => ({ path, content: path })),
  });
  await publishTestList(repoDir, {}, pages('index.html', 'entries/gone.html'));
  expect(readFileSync(join(repoDir, 'entries/gone.html'), 'utf8')).toBe('entries/gone.html');
  await publishTestList(repoDir, {}, pages('index.html', 'entries/new.html'));
  expect(readdirSync(join(repoDir, 'entries'))).toEqual(['new.html']);
});

test('gives pages the release, the one before, the root and what changed', async () => {
  const repoDir = await publishVersions(1);
  const seen: unknown[] = [];
  const { rootDigest } = await publishTestList(repoDir, withScopes('new.test'), {
    renderPages: ({ list, previous, rootDigest: digest, changelog }) => {
      seen.push(list.version, previous?.version, digest, changelog.releases.length);
      return [];
    },
  });
  expect(seen).toEqual([2, 1, rootDigest, 2]);
});

test.each([
  ...['metadata/1.root.json', 'targets/a.bin', 'changelog.json', 'pages.json'],
  ...['../outside.html', '/index.html', '.hidden', 'a//b.html', 'a\\b.html', ''],
])('lets no page lie at %j', async (path) => {
  const renderPages = () => [{ path, content: '' }];
  await expect(publishTestList(makeFolder(), {}, { renderPages })).rejects.toThrow('No page may');
});

test('goes on where a process was stopped, and waits for one that still runs', async () => {
  const repoDir = await publishVersions(1);
  const other = makeFolder();
  cpSync(repoDir, other, { recursive: true });
  const { hostname } = await import('node:os');
  // Process numbers end far below: https://man7.org/linux/man-pages/man5/proc_sys_kernel.5.html
  writeFileSync(join(repoDir, '.publish-lock'), `999999999 ${hostname()} 2026-11-25T10:00:00Z\n`);
  expect((await publishTestList(repoDir, withScopes('new.test'))).version).toBe(2);
  writeFileSync(
    join(other, '.publish-lock'),
    `${process.pid} ${hostname()} 2026-11-25T10:00:00Z\n`,
  );
  await expect(publishTestList(other, withScopes('new.test'))).rejects.toThrow(
    `Another publish is at work in ${other}: process ${process.pid}`,
  );
});

test('lets one of two publishes at once succeed and turns the other away', async () => {
  const repoDir = await publishVersions(1);
  const both = await Promise.allSettled([
    publishTestList(repoDir, withScopes('one.test')),
    publishTestList(repoDir, withScopes('two.test')),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(readdirSync(repoDir)).not.toContain('.publish-lock');
});

test('warns when the release before was signed later than this one', async () => {
  const repoDir = await publishVersions(1);
  const { notices } = await renewRelease({ repoDir, keys: TEST_KEYS, now: daysLater(-1) });
  expect(notices).toEqual([
    'The release before was signed at 2026-11-25T10:00:00Z, after this one: is a clock wrong?',
  ]);
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
