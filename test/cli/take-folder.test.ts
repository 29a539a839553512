import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeFolder } from '../../src/cli/take-folder.ts';
import { runCommand } from '../support/list-files.ts';
import { makeFolder } from '../support/list-folder.ts';

test('takes the lists/ that one stands beside, else the product’s own', async () => {
  const beside = makeFolder();
  expect(await takeFolder([], '', beside)).toBeUndefined();
  mkdirSync(join(beside, 'lists'));
  expect(await takeFolder([], '', beside)).toBeUndefined();
  mkdirSync(join(beside, 'lists/sources'));
  expect(await takeFolder([], '', beside)).toBe(join(beside, 'lists'));
  expect(await takeFolder(['other'], '', beside)).toBe('other');
  const { out } = await runCommand(['list', 'check']);
  expect(out[0]).toMatch(`The list in ${join(process.cwd(), 'lists')}: `);
});
