import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refuseListsInside } from '../../src/cli/refuse-lists-inside.ts';
import { makeFolder } from '../support/list-folder.ts';

test.each([
  ['lists', 'is the folder of the list itself'],
  ['link', 'is the folder of the list itself'],
  ['lists/public', 'lies in'],
  ['link/new/public', 'lies in'],
  ['.', 'contains'],
  ['lists-public', undefined],
  ['public', undefined],
])('with the list in lists and the repository in %s: %s', async (path, words) => {
  const folder = makeFolder();
  const lists = join(folder, 'lists');
  mkdirSync(lists);
  symlinkSync(lists, join(folder, 'link'));
  const asked = refuseListsInside(join(folder, path), lists);
  if (words !== undefined) await expect(asked).rejects.toThrow(words);
  else await asked;
});
