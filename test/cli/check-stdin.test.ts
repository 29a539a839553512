import { expect, test } from 'vitest';
import { listFiles, runCommand } from '../support/list-files.ts';
import { makeListFolder } from '../support/list-folder.ts';

const folderOf = () => makeListFolder(listFiles());

test('reads addresses from standard input and echoes each line unchanged', async () => {
  const folder = folderOf();
  const stdin = '\uFEFFexample-truth.test\r\n\r\n  Other.TEST \n\t\nmailto:a@b.test';
  const { code, out } = await runCommand(['check', '-', '--list', folder, '--json'], stdin);
  expect(out.map((line) => JSON.parse(line).input)).toEqual([
    'example-truth.test',
    '  Other.TEST ',
    'mailto:a@b.test',
  ]);
  expect(code).toBe(1);
});

test.each([
  ['LF', 'example-truth.test\nother.test\n'],
  ['CR LF', 'example-truth.test\r\nother.test\r\n'],
  ['CR alone', 'example-truth.test\rother.test\r'],
  ['a mixture', 'example-truth.test\n\rother.test\r\n\r'],
])('takes lines that end in %s', async (_, stdin) => {
  const folder = folderOf();
  const { out, err } = await runCommand(['check', '-', '--list', folder, '--json'], stdin);
  expect(out.map((line) => JSON.parse(line).kind)).toEqual(['listed', 'not-listed']);
  expect(err).toEqual([]);
});

test.each([
  ['a.test\nmailto:a@b.test\nno address\n', '2 of 3 lines are no addresses that can be checked.'],
  ['a.test\n\nabout:blank', '1 of 2 lines is no address that can be checked.'],
])('counts the lines of %j that could not be checked', async (stdin, told) => {
  const folder = folderOf();
  const words = ['check', '-', 'about:blank', '--list', folder];
  expect(await runCommand(words, stdin)).toMatchObject({ code: 0, err: [told] });
  expect(await runCommand([...words, '--json'], stdin)).toMatchObject({ code: 0, err: [told] });
});
