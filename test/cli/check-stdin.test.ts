import { expect, test } from 'vitest';
import { runCheck } from '../../src/cli/check-command.ts';
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
  const words = ['check', '-', 'other.test', '--list', folder];
  expect(await runCommand(words, stdin)).toMatchObject({ code: 0, err: [told] });
  expect(await runCommand([...words, '--json'], stdin)).toMatchObject({ code: 0, err: [told] });
});

test.each([
  [['foo bar', ''], ['2 of 2 arguments are no addresses that can be checked.']],
  [['a.test', 'about:blank'], ['1 of 2 arguments is no address that can be checked.']],
  [['a.test'], []],
  [
    ['about:blank', '-'],
    [
      '1 of 1 argument is no address that can be checked.',
      '1 of 2 lines is no address that can be checked.',
    ],
  ],
])('counts of the arguments %j those that could not be checked', async (words, err) => {
  const run = await runCommand(['check', ...words, '--list', folderOf()], 'a.test\nno address\n');
  expect(run).toMatchObject({ code: 0, err });
});

test.each([
  ['nothing', ['-'], ''],
  ['empty lines', ['-'], '\r\n  \n\t\n'],
  ['nothing, beside a listed address', ['example-truth.test', '-'], ''],
])('exits with 2 where standard input brings %s', async (_, words, stdin) => {
  const { code, out, err } = await runCommand(['check', ...words, '--list', folderOf()], stdin);
  expect({ code, err }).toEqual({ code: 2, err: ['No addresses on standard input.'] });
  expect(out.length).toBe(words.length - 1);
});

test('names the cure of a line that is nearly an address', async () => {
  const words = ['check', '-', '--list', folderOf()];
  const { code, out, err } = await runCommand(words, '"example-truth.test"\n*.other.test\n');
  expect(out).toEqual([
    '"example-truth.test": not checkable: remove the quotes',
    '*.other.test: not checkable: remove `*.`',
  ]);
  expect(err).toEqual(['2 of 2 lines are no addresses that can be checked.']);
  expect(code).toBe(0);
});

test('says of a line too long to be kept that it is, and goes on', async () => {
  const folder = folderOf();
  const long = 'example-truth.test/'.repeat(60_000);
  const words = ['check', '-', '--list', folder];
  const stdin = `${long}\nexample-truth.test`;
  const { code, out, err } = await runCommand(words, stdin);
  const shown = `${long.slice(0, 100)}…`;
  expect(out[0]).toBe(`${shown}: not checkable: the line is longer than 1048576 characters`);
  expect(out[1]).toContain('example-truth.test: listed');
  expect(err).toEqual(['1 of 2 lines is no address that can be checked.']);
  expect(code).toBe(1);
  const json = await runCommand([...words, '--json'], stdin);
  expect(JSON.parse(json.out[0] ?? '')).toMatchObject({ input: shown, kind: 'not-checkable' });
});

test('a broken-off reader ends the answers, with the code of what was found by then', async () => {
  const folder = folderOf();
  const out: string[] = [];
  const exit = await runCheck(['-', '--list', folder, '--json'], {
    print: (line) => out.push(line),
    warn: (line) => out.push(line),
    mayPrint: async () => out.length < 2,
    readStdin: () => [Buffer.from('example-truth.test\nno address\nother.test\n')],
    today: '2026-11-24',
  });
  expect({ exit, printed: out.length }).toEqual({ exit: 1, printed: 2 });
});
