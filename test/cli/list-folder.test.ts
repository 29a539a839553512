import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entry, listFiles, runCommand } from '../support/list-files.ts';
import { makeListFolder } from '../support/list-folder.ts';

test("reports what can't be read in its own file, and goes on with the others", async () => {
  const files = listFiles().set('sources/empty.json', JSON.stringify(entry({ scopes: [] })));
  const folder = makeListFolder(files);
  symlinkSync(join(folder, 'nowhere'), join(folder, 'sources', 'link.json'));
  symlinkSync(join(folder, 'a.json'), join(folder, 'a.json'));
  mkdirSync(join(folder, 'sources', 'd.json'));
  const { code, out } = await runCommand(['list', 'check', folder]);
  expect(out.slice(0, 9)).toEqual([
    `The list in ${folder}: 1 entry read.`,
    'a.json',
    '  can’t be read (ELOOP) (right: a file that you may read)',
    'sources/d.json',
    '  is no file (right: a file)',
    'sources/empty.json',
    '  scopes: has 0 items (right: at least one)',
    'sources/link.json',
    '  is a link to nothing (right: a file, or a link to one)',
  ]);
  expect(code).toBe(1);
  const check = await runCommand(['check', 'other.test', '--list', folder]);
  expect(check.code).toBe(2);
  expect(check.err.join('\n')).toContain('sources/link.json');
});

test('reads a file through a link, and what stands in a folder below', async () => {
  const folder = makeListFolder(
    listFiles().set('sources/below/one.json', '{').set('real', JSON.stringify(entry())),
  );
  symlinkSync(join(folder, 'real'), join(folder, 'sources', 'linked.json'));
  const { out } = await runCommand(['list', 'check', folder]);
  expect(out).toContain('sources/below/one.json');
  expect(out[0]).toBe(`The list in ${folder}: 2 entries read.`);
});
