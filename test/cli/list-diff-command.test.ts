import { expect, test } from 'vitest';
import { entry, factCheck, listFiles, rating, runCommand } from '../support/list-files.ts';
import { makeFolder, makeListFolder } from '../support/list-folder.ts';
import { publishTestList, withScopes } from '../support/publish-list.ts';

const diff = (...args: string[]) => runCommand(['list', 'diff', ...args]);
const two = entry({ name: 'Two', scopes: ['two.test', 'second.test'] });
const before = () =>
  makeListFolder(
    listFiles({ entries: { one: entry({ name: 'One', scopes: ['one.test'] }), two } }),
  );
const after = () =>
  makeListFolder(
    listFiles({
      entries: {
        three: entry({ name: 'Three', scopes: ['three.test'] }),
        two: {
          ...two,
          scopes: ['two.test', 'mirror.test'],
          evidence: [factCheck(), rating(), rating({ url: 'https://rater.example/source-2' })],
          state: 'appealed',
          country: 'DE',
        },
      },
    }),
  );

test('groups what changed between two folders by added, removed and changed', async () => {
  const { code, out } = await diff(before(), after());
  expect(out).toEqual([
    'Added (1 entry):',
    '  Three (three): three.test',
    'Removed (1 entry):',
    '  One (one): one.test',
    'Changed (1 entry):',
    '  Two (two): listed → appealed; adds mirror.test; drops second.test; adds 1 item of evidence; changes country',
  ]);
  expect(code).toBe(1);
});

test('finds no difference between a folder and itself', async () => {
  const folder = before();
  expect(await diff(folder, folder)).toMatchObject({ code: 0, out: ['No entry changed.'] });
});

test('gives the same as data', async () => {
  const { out } = await diff(before(), after(), '--json');
  expect(JSON.parse(out.join(''))).toMatchObject({
    added: [{ slug: 'three', name: 'Three', scopes: ['three.test'] }],
    removed: [{ slug: 'one' }],
    changed: [{ slug: 'two', state: { from: 'listed', to: 'appealed' } }],
    listFields: [],
  });
});

test('cuts a long row of scopes short', async () => {
  const scopes = Array.from({ length: 14 }, (_, at) => `mirror-${at}.test`);
  const folder = makeListFolder(listFiles({ entries: { one: entry({ scopes }) } }));
  const { out } = await diff(makeListFolder(listFiles({ entries: { two } })), folder);
  expect(out[1]).toMatch(/mirror-11\.test and 2 more$/);
});

test('compares releases of a repository with each other and with a folder', async () => {
  const repoDir = makeFolder();
  await publishTestList(repoDir, withScopes('one.test'));
  await publishTestList(repoDir, withScopes('one.test', 'two.test'));
  const { code, out } = await diff(`${repoDir}@1`, repoDir);
  expect({ code, line: out[1] }).toEqual({
    code: 1,
    line: '  Example Truth (example-truth): adds two.test',
  });
  const folder = makeListFolder(listFiles(withScopes('one.test', 'two.test')));
  expect((await diff(folder, repoDir)).code).toBe(0);
});

test('says which versions are held where it is asked for another', async () => {
  const repoDir = makeFolder();
  await publishTestList(repoDir);
  const { code, err } = await diff(`${repoDir}@7`, repoDir);
  expect({ code, err }).toEqual({ code: 2, err: [`${repoDir} holds no version 7, only 1.`] });
});

test.each([[['one']], [['one', 'two', 'three']]])('refuses %j', async (args) => {
  const { code, err } = await diff(...args);
  expect({ code, err: err[0] }).toEqual({ code: 2, err: `Two lists, not ${args.length}.` });
});

test('exits with 2 for what is no list', async () => {
  const folder = makeListFolder(listFiles({ entries: { broken: '{' } }));
  expect((await diff(folder, before())).code).toBe(2);
  expect((await diff('nowhere', before())).code).toBe(2);
});
