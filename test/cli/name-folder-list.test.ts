import { expect, test } from 'vitest';
import { nameFolderList } from '../../src/cli/name-folder-list.ts';
import { LIST_INFO } from '../support/list-files.ts';

const PRODUCT = {
  ...LIST_INFO,
  id: 'demonitor',
  homePage: 'https://demonitor.example/',
  publisher: { name: 'Demonitor contributors' },
};

test.each([
  ['/a/My Lists (été)', 'my-lists-ete', 'My Lists (été)'],
  ['/a/lists/', 'lists', 'lists'],
  ['/a/demonitor', 'demonitor-folder', 'demonitor'],
  ['/a/…', 'folder', '…'],
  ['/', 'folder', 'folder'],
])('calls %s %s', (folder, id, title) => {
  expect(nameFolderList(folder, PRODUCT)).toMatchObject({ id, title: { en: title, fr: title } });
});

test('claims neither licence, address nor publisher of the list whose numbers it borrows', () => {
  const info = nameFolderList('/a/lists', PRODUCT);
  expect(info).toMatchObject({ licence: 'not stated', reviewDays: 365 });
  expect(info).not.toHaveProperty('homePage');
  expect(info).not.toHaveProperty('publisher');
});
