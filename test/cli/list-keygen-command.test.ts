import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { generateKeyFolder } from '../../src/cli/signing/generate-key-folder.ts';
import { openKeyFolder } from '../../src/cli/signing/key-folder.ts';
import { runCommand } from '../support/list-files.ts';
import { makeFolder } from '../support/list-folder.ts';

vi.setConfig({ testTimeout: 60_000 });

const SEAL = { passphrase: 'correct horse', cost: 2 };
const ONE_EACH = { root: { count: 1, threshold: 1 } };

afterEach(() => {
  vi.unstubAllEnvs();
});

test('makes three root keys of which two must sign, and one key for each other role', async () => {
  vi.stubEnv('DEMONITOR_PASSPHRASE', 'correct horse');
  const keys = join(makeFolder(), 'keys');
  const { code, out } = await runCommand(['list', 'keygen', '--out', keys, '--json']);
  const made = JSON.parse(out.join(''));
  expect(code).toBe(0);
  expect(made.thresholds).toEqual({ root: 2, targets: 1, snapshot: 1, timestamp: 1 });
  expect(made.keys.root).toHaveLength(3);
  const [short] = made.keys.timestamp.map((keyid: string) => keyid.slice(0, 8));
  expect(readdirSync(join(keys, 'private'))).toHaveLength(6);
  expect(readdirSync(join(keys, 'private'))).toContain(`timestamp-${short}.json`);
});

test('shows private keys to their owner only, each with the marker', async () => {
  const keys = join(makeFolder(), 'keys');
  await generateKeyFolder(keys, SEAL, ONE_EACH);
  expect(statSync(join(keys, 'private')).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(join(keys, 'private'))) {
    const path = join(keys, 'private', name);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(path, 'utf8')).demonitorPrivateKey).toBe(1);
  }
});

test('never makes keys where keys are', async () => {
  vi.stubEnv('DEMONITOR_PASSPHRASE', 'correct horse');
  const keys = makeFolder();
  const { ring } = await generateKeyFolder(keys, SEAL, ONE_EACH);
  const { code, err } = await runCommand(['list', 'keygen', '--out', keys]);
  expect({ code, err: err[0] }).toEqual({
    code: 2,
    err: `${keys} holds keys already; name another folder, or use "demonitor list rotate" to change keys.`,
  });
  expect((await openKeyFolder(keys, SEAL)).ring).toEqual(ring);
});

test('tells keys that a broken keygen left from keys that count', async () => {
  vi.stubEnv('DEMONITOR_PASSPHRASE', 'correct horse');
  const keys = makeFolder();
  await generateKeyFolder(keys, SEAL, ONE_EACH);
  rmSync(join(keys, 'keys.json'));
  const { code, err } = await runCommand(['list', 'keygen', '--out', keys]);
  expect({ code, err: err[0] }).toEqual({
    code: 2,
    err: `${keys} holds private keys and no keys.json, as a keygen that broke off leaves it. If nothing was published with them, delete it and run keygen again; else put keys.json back from a copy.`,
  });
  expect(readdirSync(join(keys, 'private'))).toHaveLength(4);
});

test('makes nothing without a passphrase', async () => {
  vi.stubEnv('DEMONITOR_PASSPHRASE', '');
  const folder = makeFolder();
  const { code, err } = await runCommand(['list', 'keygen', '--out', join(folder, 'keys')]);
  expect({ code, err: err[0] }).toEqual({
    code: 2,
    err: 'Private keys are sealed with a passphrase: put it into DEMONITOR_PASSPHRASE.',
  });
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['a', 1],
  ['twelve less', 11],
  ['elfZeiche\u0308nn', 11],
])('makes nothing with the passphrase %j', async (passphrase, length) => {
  vi.stubEnv('DEMONITOR_PASSPHRASE', passphrase);
  const folder = makeFolder();
  const { code, err } = await runCommand(['list', 'keygen', '--out', join(folder, 'keys')]);
  expect(code).toBe(2);
  expect(err[0]).toContain(`is too short: ${length} of at least 12 characters. Whoever gets at a`);
  expect(readdirSync(folder)).toEqual([]);
});

test('makes keys with a passphrase of twelve characters, and opens those of a short one', async () => {
  vi.stubEnv('DEMONITOR_PASSPHRASE', 'twelve right');
  const keys = join(makeFolder(), 'keys');
  expect((await runCommand(['list', 'keygen', '--out', keys])).code).toBe(0);
  const [old, seal] = [makeFolder(), { passphrase: 'a', cost: 2 }];
  const { ring } = await generateKeyFolder(old, seal, ONE_EACH);
  const opened = await openKeyFolder(old, seal);
  expect(await opened.openSigners(ring.roles.root.keyids)).toHaveLength(1);
});

test.each(['2:3', '0:0', '17:1', '2', '2:1:1', 'two:one'])('refuses %s keys', async (count) => {
  vi.stubEnv('DEMONITOR_PASSPHRASE', 'correct horse');
  const keys = join(makeFolder(), 'keys');
  const { code, err } = await runCommand(['list', 'keygen', '--out', keys, '--targets', count]);
  expect(code).toBe(2);
  expect(err[0]).toContain(`--targets "${count}" will not do`);
});

test('opens the keys that it made, and only with their passphrase', async () => {
  const keys = makeFolder();
  const { ring } = await generateKeyFolder(keys, SEAL, ONE_EACH);
  const ids = ring.roles.timestamp.keyids;
  const right = await openKeyFolder(keys, SEAL);
  expect((await right.openSigners(ids)).map(({ keyid }) => keyid)).toEqual(ids);
  const wrong = await openKeyFolder(keys, { ...SEAL, passphrase: 'correct hors' });
  await expect(wrong.openSigners(ids)).rejects.toThrow('the passphrase is another one');
});
