import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeOutFolder, writeOutFile } from '../../src/cli/out-folder.ts';
import { runCommand } from '../support/list-files.ts';
import { makeFolder } from '../support/list-folder.ts';

test('makes what is missing, and takes what is there', async () => {
  const out = join(makeFolder(), 'a/b');
  await makeOutFolder(out);
  await makeOutFolder(out);
  expect(await writeOutFile(out, 'c.txt', 'text')).toBe(join(out, 'c.txt'));
  expect(readFileSync(join(out, 'c.txt'), 'utf8')).toBe('text');
});

test.each(['list compile', 'list schemas'])(
  '%s says in words that a file is in the way',
  async (command) => {
    const file = join(makeFolder(), 'file');
    writeFileSync(file, '');
    for (const out of [file, join(file, 'below')]) {
      const { code, err } = await runCommand([...command.split(' '), '--out', out]);
      expect(code).toBe(2);
      expect(err.join('\n')).toMatch(/^Nothing can be written to .*file.*: /);
      expect(err.join('\n')).not.toMatch(/EEXIST|ENOTDIR/);
    }
  },
);

test('says in words that a folder is in the way of a file', async () => {
  const out = makeFolder();
  mkdirSync(join(out, 'sources.bin'));
  const { code, err } = await runCommand(['list', 'compile', '--out', out]);
  expect({ code, err }).toEqual({
    code: 2,
    err: [`Nothing can be written to ${out}: sources.bin can’t be written.`],
  });
});

test.skipIf(!existsSync('/proc/self'))(
  'comes back from a place that makes no folders',
  async () => {
    const { code, err } = await runCommand(['list', 'schemas', '--out', '/proc/demonitor/out']);
    expect(code).toBe(2);
    expect(err.join('\n')).toMatch(/^Nothing can be written to \/proc\/demonitor\/out: /);
  },
);
