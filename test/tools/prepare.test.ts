import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
// @ts-expect-error plain Node without types: it runs before anything is installed
import { isInstalled } from '../../tools/prepare.mjs';

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
