import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runCommand } from '../support/list-files.ts';
import { makeFolder } from '../support/list-folder.ts';

test.each([
  ['no command', [], 'Which command?'],
  [
    'an unknown command',
    ['sell'],
    'There is no command "sell" here: it is one of check, list, code.',
  ],
  ['a name of every object', ['constructor'], 'There is no command "constructor" here'],
  ['no list command', ['list'], 'Which command?'],
  ['an unknown list command', ['list', 'sell'], 'There is no command "sell" here'],
  ['an unknown option', ['check', '--fast', 'a.test'], "Unknown option '--fast'"],
  ['an option without its value', ['check', 'a.test', '--list'], '--list'],
  ['no address', ['check'], 'Which address?'],
  ['a day that does not exist', ['check', 'a.test', '--at', '2026-02-30'], '--at "2026-02-30"'],
  ['two folders', ['list', 'check', 'a', 'b'], 'One folder at a time, not also b.'],
  ['nowhere to write', ['list', 'compile'], '--out DIR'],
  ['nowhere to write schemas', ['list', 'schemas'], '--out DIR'],
])('says how to do it right after %s', async (_, args, message) => {
  const { code, out, err } = await runCommand(args);
  expect({ code, out }).toEqual({ code: 2, out: [] });
  expect(err[0]).toContain(message);
  const named = args[0] === 'list' || args[0] === 'check' ? args[0] : '';
  expect(err.at(-1)).toMatch(new RegExp(`^See "demonitor( ${named}.*)? --help"\\.$`));
  expect(err.length).toBe(2);
});

test('points to the help of the very command that was used wrongly', async () => {
  const see = async (...args: readonly string[]) => (await runCommand(args)).err.at(-1);
  expect(await see()).toBe('See "demonitor --help".');
  expect(await see('list', 'sell')).toBe('See "demonitor list --help".');
  expect(await see('list', 'check', 'a', 'b')).toBe('See "demonitor list check --help".');
  expect(await see('check')).toBe('See "demonitor check --help".');
  expect(await see('code', 'status')).toBe('See "demonitor code status --help".');
});

test('says its version', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(await runCommand(['--version'])).toEqual({ code: 0, out: [version], err: [] });
});

test('says in its help all that can be done with a list', async () => {
  const help = (await runCommand(['--help'])).out.join('\n');
  const verbs = ['check', 'compile', 'count', 'compare', 'sign', 'publish', 'serve'];
  for (const verb of verbs) expect(/^ {2}list .*$/m.exec(help)?.[0]).toContain(verb);
});

test.each([
  [['--help']],
  [['-h']],
  [['check', '--help']],
  [['list', '--help']],
  [['list', 'check', '-h']],
  [['list', 'compile', '--help']],
  [['list', 'stats', '--help']],
  [['list', 'schemas', '--help']],
  [['list', 'diff', '--help']],
  [['list', 'keygen', '--help']],
  [['list', 'publish', '--help']],
  [['list', 'rotate', '--help']],
  [['list', 'serve', '--help']],
  [['code', '--help']],
  [['code', 'status', '--help']],
  [['code', 'commitment', '--help']],
])('helps after %j', async (args) => {
  const { code, out, err } = await runCommand(args);
  expect({ code, err }).toEqual({ code: 0, err: [] });
  expect(out[0]).toMatch(/^demonitor /);
  expect(out.filter((line) => line.length > 100)).toEqual([]);
});

test.each([
  [
    ['help', 'check'],
    ['check', '--help'],
  ],
  [
    ['help', 'list'],
    ['list', '--help'],
  ],
  [
    ['help', 'list', 'check'],
    ['list', 'check', '--help'],
  ],
  [
    ['code', 'help', 'status'],
    ['code', 'status', '--help'],
  ],
  [['help', 'help'], ['--help']],
])('takes %j for %j', async (words, meant) => {
  expect(await runCommand(words)).toEqual(await runCommand(meant));
  expect((await runCommand(meant)).code).toBe(0);
});

test('has no help on a command that is none', async () => {
  expect((await runCommand(['help', 'sell'])).code).toBe(2);
});

test('says what is missing where a folder is no list', async () => {
  const folder = makeFolder();
  expect(await runCommand(['check', 'a.test', '--list', `${folder}/none`])).toEqual({
    code: 2,
    out: [],
    err: [`There is no folder ${folder}/none; name one shaped like lists/.`],
  });
  expect(await runCommand(['list', 'check', folder])).toEqual({
    code: 2,
    out: [],
    err: [`${folder} has no folder sources/; put the entries there, one a file.`],
  });
});
