import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { runCommand } from '../support/list-files.ts';
import { makeFolder } from '../support/list-folder.ts';
import { makeKeyFolder, TEST_SEAL } from '../support/test-key-folder.ts';

/** What the README tells a publisher to write and to copy. */
const README = readFileSync('README.md', 'utf8');
const INFO = /^cat > my-list\/list\.json <<'END'\n(.*?)^END$/ms.exec(README)?.[1] ?? '';
const COPIED = /^cp (lists\/sources\/\S+\.json) my-list\/sources\//m.exec(README)?.[1] ?? '';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('the list of the README passes the check, and is published without a warning', async () => {
  vi.stubEnv('DEMONITOR_PASSPHRASE', TEST_SEAL.passphrase);
  const [lists, keys] = [makeFolder(), await makeKeyFolder()];
  mkdirSync(join(lists, 'sources'));
  writeFileSync(join(lists, 'list.json'), INFO);
  copyFileSync(COPIED, join(lists, 'sources/copied.json'));
  const at = ['--at', JSON.parse(readFileSync(COPIED, 'utf8')).reviewed];
  expect(await runCommand(['list', 'check', lists, ...at])).toMatchObject({ code: 0, err: [] });
  const publish = ['list', 'publish', lists, '--keys', keys, '--out', makeFolder(), ...at];
  const { code, out, err } = await runCommand(publish);
  expect(code).toBe(0);
  expect(out[0]).toContain(`${JSON.parse(INFO).id}: version 1 of `);
  expect(err.join('\n')).not.toMatch(/list\.json|Warnings/);
});
