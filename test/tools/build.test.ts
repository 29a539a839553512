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

test('touches no build where the address of the list is none', () => {
  const cwd = makeFolder();
  mkdirSync(join(cwd, 'dist'));
  const args = ['--import', TSX, BUILD, '--list-address', 'foo'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  expect({ status, stderr: stderr.trim() }).toEqual({
    status: 2,
    stderr:
      '--list-address "foo" is no address of a list: name its folder, as https://list.example/lists/.',
  });
  expect(existsSync(join(cwd, 'dist'))).toBe(true);
});
