import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
// @ts-expect-error plain Node without types: it runs before anything is installed
import { isInstalled } from '../../tools/prepare.mjs';
import { makeFolder } from '../support/list-folder.ts';

const lock = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/for-another-system': { version: '1.0.0', integrity: 'sha512-b', optional: true },
};
const installed = { 'node_modules/a': lock['node_modules/a'] };

test.each([
  ['what the lock file names', installed, true],
  ['an optional package as well', { ...lock }, true],
  ['nothing', undefined, false],
  ['not all of it', {}, false],
  ['an older version', { 'node_modules/a': { version: '0.9.0', integrity: 'sha512-a' } }, false],
  ['other bytes', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } }, false],
  [
    'an older optional package',
    { ...installed, 'node_modules/for-another-system': { version: '0.9.0' } },
    false,
  ],
])('with %s installed it is: %s', (_, present, expected) => {
  expect(isInstalled(lock, present)).toBe(expected);
});

test('this tree is installed, or this test would not run', () => {
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')).packages;
  expect(isInstalled(read('package-lock.json'), read('node_modules/.package-lock.json'))).toBe(
    true,
  );
});

/** Asks for a browser without a terminal, where the only program is an apt-get that takes notes. */
function askForBrowser({ yes, isThere }: { readonly yes: boolean; readonly isThere: boolean }) {
  const folder = makeFolder();
  const notes = join(folder, 'notes');
  const note = `#!/bin/sh\necho "$@" >> '${notes}'\n`;
  writeFileSync(join(folder, 'apt-get'), note, { mode: 0o755 });
  const script = `
    const { installBrowsers } = await import(${JSON.stringify(join(process.cwd(), 'tools/prepare.mjs'))});
    await installBrowsers(['chromium', 'firefox'], () => ${isThere ? "'/there'" : 'undefined'}, { yes: ${yes} });
  `;
  const args = ['--input-type=module', '--eval', script];
  const env = { ...process.env, PATH: folder };
  const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  const ran = existsSync(notes) ? readFileSync(notes, 'utf8').trimEnd().split('\n') : [];
  return { status, stderr, ran };
}

const INSTALL = 'install -y --no-install-recommends chromium firefox-esr';

test.skipIf(process.platform === 'win32')('installs nothing where nobody can be asked', () => {
  const { status, stderr, ran } = askForBrowser({ yes: false, isThere: false });
  expect({ status, ran }).toEqual({ status: 1, ran: [] });
  expect(stderr).toContain(`Run "apt-get ${INSTALL}"`);
});

test.skipIf(process.platform === 'win32')('installs without asking after --yes', () => {
  const { status, ran } = askForBrowser({ yes: true, isThere: false });
  expect({ status, ran }).toEqual({ status: 0, ran: ['update -q', INSTALL] });
});

test('needs no terminal where the browsers are there', () => {
  const { status, stderr, ran } = askForBrowser({ yes: false, isThere: true });
  expect({ status, stderr, ran }).toEqual({ status: 0, stderr: '', ran: [] });
});
