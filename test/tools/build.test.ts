import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';
import { makeFolder } from '../support/list-folder.ts';

vi.setConfig({ testTimeout: 60_000 });

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const BUILD = join(process.cwd(), 'tools/build.ts');

test.each([
  [
    ['--list-address', 'foo'],
    '--list-address "foo" is no address of a list: name its folder, as https://list.example/lists/.',
  ],
  [['--list-adress', 'https://list.example/'], "Unknown option '--list-adress'."],
])('touches no build where it is asked with %j', (options, words) => {
  const cwd = makeFolder();
  mkdirSync(join(cwd, 'dist'));
  const args = ['--import', TSX, BUILD, ...options];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  const [first, , usage] = stderr.split('\n');
  expect({ status, first, usage }).toEqual({
    status: 2,
    first: words,
    usage: 'npm run build -- [--list-address ADDRESS] [--at DAY]',
  });
  expect(stderr).not.toContain('node:internal');
  expect(existsSync(join(cwd, 'dist'))).toBe(true);
});
