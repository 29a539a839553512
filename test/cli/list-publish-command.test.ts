import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { entry, factCheck, LIST_INFO, listFiles, runCommand } from '../support/list-files.ts';
import { makeFolder, makeListFolder } from '../support/list-folder.ts';
import { digestFolder, readMetadata } from '../support/publish-list.ts';
import { loseKeys, makeKeyFolder, TEST_SEAL } from '../support/test-key-folder.ts';

vi.setConfig({ testTimeout: 60_000 });

beforeEach(() => {
  vi.stubEnv('DEMONITOR_PASSPHRASE', TEST_SEAL.passphrase);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const INFO = { ...LIST_INFO, homePage: 'https://list.example/' };

async function start(files = listFiles({ info: INFO })) {
  const [lists, keys, repo] = [makeListFolder(files), await makeKeyFolder(), makeFolder()];
  const publish = (...more: string[]) =>
    runCommand(['list', 'publish', '--keys', keys, '--out', repo, ...more]);
  return { lists, keys, repo, publish };
}
const AT = ['--at', '2026-11-25T10:00:00Z'];

test('publishes a list and says what one needs to follow it', async () => {
  const { lists, repo, publish } = await start();
  const { code, out, err } = await publish(lists, ...AT);
  expect({ code, err }).toEqual({ code: 0, err: [] });
  expect(out.slice(0, 3)).toEqual([
    'test-list: version 1 of 2026-11-25 published; 1 entry, 1 scope.',
    'Added (1 entry):',
    '  Example Truth (example-truth): example-truth.test',
  ]);
  expect(out.filter((line) => /^metadata\/timestamp\.json: \d+ bytes$/.test(line))).toHaveLength(1);
  expect(out.filter((line) => /^\d+ pages and exports$/.test(line))).toHaveLength(1);
  expect(out.length).toBeLessThan(20);
  const root = createHash('sha256').update(readFileSync(join(repo, 'metadata/1.root.json')));
  const digest = root.digest('hex');
  expect(out.slice(-2)).toEqual([
    `Root digest: ${digest}`,
    `Link to follow it, once ${repo} is on a host: https://YOUR-ADDRESS/#demonitor-root=${digest}`,
  ]);
  expect(readMetadata(repo, 'timestamp.json').signed.issued).toBe('2026-11-25T10:00:00Z');
});

test('gives the same as data, and says on a second run that nothing is new', async () => {
  const { lists, repo, publish } = await start();
  const first = JSON.parse((await publish(lists, '--at', '2026-11-25', '--json')).out.join(''));
  expect(Object.keys(first)).toEqual([
    'list',
    'version',
    'isNew',
    'entries',
    'scopes',
    'files',
    'root',
    'warnings',
  ]);
  const pickSigned = ({ files }: { files: string[] }) =>
    files.filter((path) => /\/(metadata|targets)\//.test(path));
  const signed = pickSigned(first);
  expect(signed.at(-1)).toBe(join(repo, 'metadata/timestamp.json'));
  expect(first.files).toContain(join(repo, 'entries/example-truth.html'));
  const second = JSON.parse((await publish(lists, '--at', '2026-11-26', '--json')).out.join(''));
  expect(second).toEqual({ ...first, isNew: false, files: second.files });
  // The pages that tell the day are written again as well.
  expect(pickSigned(second)).toEqual([join(repo, 'metadata/timestamp.json')]);
  expect(second.files).not.toContain(join(repo, 'entries/example-truth.html'));
});

test.each([
  [39, 0],
  [40, 1],
])(
  'of %d new entries leaves %d lines out, so that the root stays in sight',
  async (count, left) => {
    const entries = Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `source-${at}`,
        entry({ name: `Source ${at}`, scopes: [`source-${at}.test`] }),
      ]),
    );
    const { lists, publish } = await start(listFiles({ info: INFO, entries }));
    const { out } = await publish(lists, ...AT);
    const more = left === 0 ? [] : [`… and ${left} more; "demonitor list diff" shows them all.`];
    expect(out.filter((line) => line.startsWith('…'))).toEqual(more);
  },
);

test('renews without a list', async () => {
  const { lists, keys, publish } = await start();
  await publish(lists, ...AT);
  rmSync(lists, { recursive: true });
  for (const role of ['root', 'targets', 'snapshot']) loseKeys(keys, role);
  const { code, out } = await publish('--renew', '--at', '2026-11-26');
  expect(code).toBe(0);
  expect(out[0]).toBe('test-list: version 1 of 2026-11-25 unchanged, renewed; 1 entry, 1 scope.');
});

test('keeps a live timestamp from a clock that is behind', async () => {
  const { lists, repo, publish } = await start();
  await publish(lists, ...AT);
  const before = digestFolder(repo);
  const { code, out, err } = await publish('--renew', '--at', '2020-01-01');
  expect({ code, out }).toEqual({ code: 1, out: [] });
  expect(err[0]).toContain('was signed at 2026-11-25T10:00:00Z, after 2020-01-01T00:00:00Z');
  expect(digestFolder(repo)).toEqual(before);
});

test.each([
  ['2026-11-26', []],
  [
    '2026-11-27',
    [
      '2026-11-27 is yet to come (today is 2026-11-25): what is signed as of it holds so much longer, and nothing can be signed as of an earlier moment after it.',
    ],
  ],
])('signs as of %s and says %j', async (at, words) => {
  const { lists, publish } = await start();
  const { code, err } = await publish(lists, '--at', at);
  expect({ code, err }).toEqual({ code: 0, err: words });
});

test('warns of faults of policy and publishes all the same', async () => {
  const little = { little: entry({ evidence: [factCheck()] }) };
  const { lists, publish } = await start(listFiles({ info: INFO, entries: little }));
  const { code, err } = await publish(lists, ...AT);
  expect({ code, err: err.slice(0, 2) }).toEqual({
    code: 0,
    err: ['Warnings (policy):', 'sources/little.json'],
  });
});

const OWN_ID =
  '"demonitor" is the id of Demonitor’s own list. If this one is yours, write an id, title, publisher, homePage and licence of your own into its list.json, delete ';
const NO_CONTACT =
  'The list names no contact: give its list.json a homePage or a publisher.url, so that readers and those who are listed know whom to ask.';

test.each<[string, object, readonly string[]]>([
  ['a home page', { homePage: 'https://list.example/' }, []],
  ['an address of its publisher', { publisher: { name: 'Me', url: 'https://me.example/' } }, []],
  ['a publisher by name alone', { publisher: { name: 'Me' } }, [NO_CONTACT]],
  ['no contact', {}, [NO_CONTACT]],
  ['the id of the product', { id: 'demonitor', homePage: 'https://list.example/' }, [OWN_ID]],
  ['the product’s id and no contact', { id: 'demonitor' }, [OWN_ID, NO_CONTACT]],
])('with %s says %j', async (_, fields, words) => {
  const { lists, publish } = await start(listFiles({ info: { ...LIST_INFO, ...fields } }));
  const { code, err } = await publish(lists, ...AT);
  expect(code).toBe(0);
  expect(err).toHaveLength(words.length);
  for (const [at, start] of words.entries()) expect(err[at]?.startsWith(start)).toBe(true);
  const again = (await publish(lists, ...AT)).err;
  expect(again).toEqual(words.filter((word) => word !== OWN_ID));
});

test('says what a list without list.json goes by', async () => {
  const files = listFiles();
  files.delete('list.json');
  const { lists, publish } = await start(files);
  const { err } = await publish(lists, ...AT);
  expect(err).toHaveLength(1);
  expect(err[0]).toMatch(
    /^.* has no list\.json, so the list is called "demonitor-.*" and names no/,
  );
});

test('never writes into the folder of the list', async () => {
  const { lists, keys } = await start();
  const before = digestFolder(lists);
  const { code, err } = await runCommand([
    'list',
    'publish',
    lists,
    '--keys',
    keys,
    '--out',
    lists,
  ]);
  expect({ code, err: err[0] }).toEqual({
    code: 2,
    err: `${lists} is the folder of the list itself, whose files a publish would overwrite: name another folder with --out.`,
  });
  expect(digestFolder(lists)).toEqual(before);
});

test('publishes nothing with a fault of form', async () => {
  const { lists, repo, publish } = await start(listFiles({ info: INFO, entries: { broken: '{' } }));
  const { code, err } = await publish(lists, ...AT);
  expect(code).toBe(1);
  expect(err.join('\n')).toContain('sources/broken.json');
  expect(readdirSync(repo)).toEqual([]);
});

test('refuses a broken repository with 1 and a missing key with 2', async () => {
  const { lists, keys, repo, publish } = await start();
  await publish(lists, ...AT);
  loseKeys(keys, 'timestamp');
  const missing = await publish(lists, ...AT);
  expect({ code: missing.code, err: missing.err[0] }).toEqual({
    code: 2,
    err: '1 of the timestamp keys must sign, and 0 of them are here. Without them nothing can be published or renewed, and readers keep what they have.',
  });
  rmSync(join(repo, 'metadata/1.root.json'));
  const broken = await publish(lists, ...AT);
  expect(broken.code).toBe(1);
  expect(broken.err[0]).toContain('metadata/1.root.json is missing');
});

test('says that another passphrase opens nothing', async () => {
  const { lists, publish } = await start();
  vi.stubEnv('DEMONITOR_PASSPHRASE', 'correct hors');
  const { code, err } = await publish(lists, ...AT);
  expect(code).toBe(2);
  expect(err[0]).toContain('doesn’t open: the passphrase is another one');
});

test.each([
  [['--keys', 'k'], 'Name the repository: --out REPO.'],
  [['--out', 'r'], 'Name the folder of keys: --keys KEYS.'],
  [['--keys', 'k', '--out', 'r', '--at', 'now'], '--at "now" is no moment that exists'],
  [['--keys', 'k', '--out', 'r', '--renew', 'lists'], '--renew reads no list'],
  [['--keys', 'r/keys', '--out', 'r'], 'The keys lie inside r, which is for everybody to see'],
  [['--keys', 'no-keys', '--out', 'r'], 'There is no no-keys/keys.json'],
])('refuses %j', async (args, words) => {
  const { code, err } = await runCommand(['list', 'publish', ...args]);
  expect(code).toBe(2);
  expect(err[0]).toContain(words);
});

test('rotates keys and goes on publishing', async () => {
  const { lists, keys, repo, publish } = await start();
  await publish(lists, ...AT);
  const rotate = (...args: string[]) =>
    runCommand(['list', 'rotate', ...args, '--keys', keys, '--out', repo, ...AT]);
  const [own] = JSON.parse(readFileSync(join(keys, 'keys.json'), 'utf8')).roles.timestamp.keyids;
  const { code, out } = await rotate('timestamp', '--revoke', own.slice(0, 8));
  expect(code).toBe(0);
  expect(out[0]).toBe('timestamp: root 2 is in force.');
  expect(out).toContain(`  revoked  ${own}`);
  expect(out.at(-1)).toBe(`Copy ${join(keys, 'private')} to a safe place again.`);
  const json = JSON.parse((await rotate('targets', '--add', '1', '--json')).out.join(''));
  expect(json).toMatchObject({ role: 'targets', kind: 'rotated', rootVersion: 3, revoked: [] });
  expect((await publish(lists, ...AT)).code).toBe(0);
});

test('revokes the key that it was told to, with keys.json of before another rotation', async () => {
  const { lists, keys, repo, publish } = await start();
  await publish(lists, ...AT);
  const before = readFileSync(join(keys, 'keys.json'));
  const rotate = (...args: string[]) =>
    runCommand(['list', 'rotate', ...args, '--keys', keys, '--out', repo, ...AT]);
  const [own] = JSON.parse(before.toString()).roles.timestamp.keyids;
  await rotate('targets');
  writeFileSync(join(keys, 'keys.json'), before);
  const { code, out } = await rotate('timestamp', '--revoke', own);
  expect({ code, first: out[0] }).toEqual({ code: 0, first: 'timestamp: root 3 is in force.' });
  expect(readMetadata(repo, '3.root.json').signed.roles.timestamp.keyids).not.toContain(own);
});

test('rotates several roles with one root, and says what was done already', async () => {
  const { lists, keys, repo, publish } = await start();
  await publish(lists, ...AT);
  const before = readFileSync(join(keys, 'keys.json'));
  const roles = ['targets', 'snapshot', 'timestamp'];
  const rotate = (...args: string[]) =>
    runCommand(['list', 'rotate', ...roles, '--keys', keys, '--out', repo, ...AT, ...args]);
  const json = JSON.parse((await rotate('--json')).out.join(''));
  expect(json).toMatchObject({ role: 'targets', roles, kind: 'rotated', rootVersion: 2 });
  expect([json.added.length, json.revoked.length]).toEqual([3, 3]);
  writeFileSync(join(keys, 'keys.json'), before);
  const { code, out } = await rotate();
  expect({ code, out: out.slice(0, 2) }).toEqual({
    code: 0,
    out: [
      'targets, snapshot, timestamp: root 2 is in force.',
      `That was done already, by a rotation that had broken off or elsewhere; ${keys} knows it now.`,
    ],
  });
});

test.each([
  [[], 'Which role? One of root, targets, snapshot, timestamp.'],
  [['mirror'], '"mirror" is no role: it is one of root, targets, snapshot, timestamp.'],
  [
    ['root', 'targets', '--add', '1'],
    '--revoke, --add and --threshold go with one role at a time.',
  ],
  [['root', '--add', '17'], '--add "17" is no number from 0 to 16.'],
  [['root', '--threshold', '0'], '--threshold "0" is no number from 1 to 16.'],
])('refuses to rotate %j', async (args, words) => {
  const { code, err } = await runCommand(['list', 'rotate', ...args, '--keys', 'k', '--out', 'r']);
  expect({ code, err: err[0] }).toMatchObject({ code: 2, err: expect.stringContaining(words) });
});
