import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HOSTILE_ADDRESSES, HOSTILE_LIST } from '../match/hostile-addresses.ts';
import { entry, factCheck, listFiles, rating, runCommand } from '../support/list-files.ts';
import { makeFolder, makeListFolder } from '../support/list-folder.ts';

const sources = (entries: Readonly<Record<string, object | string>>): string => {
  const files = listFiles({ entries: entries as never });
  return makeListFolder(new Map([...files].filter(([path]) => path.startsWith('sources/'))));
};

const whole = (entries: Readonly<Record<string, object>>): string =>
  makeListFolder(listFiles({ entries: entries as never }));

test('gives the right verdict for every hostile address, on a folder with sources only', async () => {
  const folder = sources(
    Object.fromEntries(
      HOSTILE_LIST.map(({ entry: slug, state, scopes }) => [
        slug,
        entry({ name: slug, state, scopes }),
      ]),
    ),
  );
  const inputs = HOSTILE_ADDRESSES.map(({ input }) => input);
  const { code, out } = await runCommand(['check', '--list', folder, '--json', '--', ...inputs]);
  const verdicts = out.map((line) => {
    const { input, kind, entry: slug, scope } = JSON.parse(line);
    return { input, kind, entry: slug, scope };
  });
  expect(verdicts).toEqual(HOSTILE_ADDRESSES);
  expect(code).toBe(1);
});

test('prints exactly the keys that others rely on', async () => {
  const folder = whole({ 'example-truth': entry({ grounds: ['fabricated-news'] }) });
  const inputs = ['https://www.example-truth.test/a', 'other.test', 'about:blank'];
  const { out } = await runCommand(['check', ...inputs, '--list', folder, '--json']);
  expect(out).toEqual([
    '{"input":"https://www.example-truth.test/a","kind":"listed","entry":"example-truth","scope":"example-truth.test","grounds":["fabricated-news"],"commitments":[1,3,21,22],"list":"test-list"}',
    '{"input":"other.test","kind":"not-listed","entry":null,"scope":null,"grounds":[],"commitments":[],"list":"test-list"}',
    '{"input":"about:blank","kind":"not-checkable","entry":null,"scope":null,"grounds":[],"commitments":[],"list":null}',
  ]);
});

test.each([
  ['nothing listed', ['other.test', 'about:blank'], 0],
  ['one of many listed', ['other.test', 'example-truth.test'], 1],
])('exits as it should with %s', async (_, inputs, code) => {
  const folder = whole({ 'example-truth': entry() });
  expect((await runCommand(['check', ...inputs, '--list', folder])).code).toBe(code);
});

test('says in one line why an address is listed', async () => {
  const evidence = [
    factCheck(),
    factCheck({ url: 'https://checker.example/item-2' }),
    factCheck({ by: 'second-checker', url: 'https://second-checker.example/1' }),
    factCheck({ by: 'message-judge', url: 'https://message-judge.example/1' }),
    rating(),
    rating({ url: 'https://rater.example/2', scopes: ['mirror.test'] }),
  ];
  const scopes = ['example-truth.test', 'mirror.test'];
  const folder = whole({ 'example-truth': entry({ scopes, evidence, state: 'appealed' }) });
  const { out } = await runCommand(['check', 'a.example-truth.test', '--list', folder]);
  expect(out).toEqual([
    'a.example-truth.test: listed: Example Truth (example-truth.test); contested: an appeal is ' +
      'under way; grounds: repeated false claims; evidence: 3 fact-checks by 2 organisations, ' +
      '1 case about a single message by 1 organisation, 1 rating by 1 organisation; Code commitments 1, 3, 21, 22 (2022 numbering) ' +
      'concern such sources; the Code names no website: this is the list’s reading; ' +
      `Test list of folder ${folder}, 1 entry`,
  ]);
});

test('never says that an unlisted address is safe', async () => {
  const folder = whole({ 'example-truth': entry() });
  const { out } = await runCommand(['check', 'other.test', '--list', folder]);
  expect(out).toEqual([
    `other.test: not on the list; this is no certificate; Test list of folder ${folder}, 1 entry`,
  ]);
});

test('says why an entry no longer counts', async () => {
  const folder = whole({
    lapsed: entry({ name: 'Lapsed', reviewBy: '2026-11-24' }),
    suspended: entry({ scopes: ['b.test'], state: 'suspended' }),
  });
  const { code, out } = await runCommand([
    'check',
    'example-truth.test',
    'b.test',
    '--list',
    folder,
  ]);
  expect(out[0]).toContain('not on the list; the entry "Lapsed" lapsed after 2026-11-24');
  expect(out[1]).toContain('not on the list; the entry "Example Truth" is suspended or removed');
  expect(code).toBe(0);
});

test.each([
  ['2026-11-23', 'not-listed'],
  ['2026-11-24', 'listed'],
  ['2027-11-24', 'listed'],
  ['2027-11-25', 'not-listed'],
])('decides as on the day %s: %s', async (day, kind) => {
  const folder = whole({ 'example-truth': entry() });
  const args = ['check', 'example-truth.test', '--list', folder, '--at', day, '--json'];
  expect(JSON.parse((await runCommand(args)).out[0] ?? '').kind).toBe(kind);
});

test('says of an entry listed later that it was not on the list on that day', async () => {
  const early = entry({ name: 'Early', scopes: ['early.test'], listed: '2019-01-01' });
  const folder = whole({ early, late: entry() });
  const words = ['check', 'early.test', 'a.example-truth.test', 'other.test', '--list', folder];
  const { code, out, err } = await runCommand([...words, '--at', '2020-01-01']);
  expect(out[0]).toContain('listed: Early');
  expect(out[1]).toBe(
    'a.example-truth.test: not on the list on that day; the entry "Example Truth" is on it from ' +
      '2026-11-24; this is no certificate; ' +
      `Test list of folder ${folder}, 1 of 2 entries on that day`,
  );
  expect(out[2]).toContain('other.test: not on the list; this is no certificate');
  expect(code).toBe(1);
  expect(err.join('\n')).not.toContain('sources/late.json');
});

test('tells no invented version or day of the product’s own list', async () => {
  const { out } = await runCommand(['check', 'other.example', '--at', '2026-12-01']);
  expect(out[0]).toMatch(/; Demonitor list as of this build, \d+ entries$/);
});

test('calls a folder without list.json by its own name', async () => {
  const folder = join(makeFolder(), 'My Lists (été)');
  mkdirSync(join(folder, 'sources'), { recursive: true });
  writeFileSync(join(folder, 'sources/one.json'), JSON.stringify(entry()));
  const words = ['check', 'example-truth.test', '--list', folder];
  expect((await runCommand(words)).out[0]).toContain(
    `; My Lists (été) of folder ${folder}, 1 entry`,
  );
  const json = await runCommand([...words, '--json']);
  expect(JSON.parse(json.out[0] ?? '').list).toBe('my-lists-ete');
});

test('answers nothing by a list without entries', async () => {
  const folder = whole({});
  mkdirSync(join(folder, 'sources'));
  const { code, out, err } = await runCommand(['check', 'other.test', '--list', folder]);
  expect(err).toEqual([`The list in ${folder} has 0 entries: put them into sources/, one a file.`]);
  expect(out).toEqual(['other.test: could not be checked: the list has no entries']);
  expect(code).toBe(1);
  const json = await runCommand(['check', 'other.test', '--list', folder, '--json']);
  expect(JSON.parse(json.out[0] ?? '')).toMatchObject({ kind: 'no-list', list: null });
  expect(json.code).toBe(1);
});

test('warns of a list that misses the policy, and answers by it', async () => {
  const folder = sources({ one: entry({ evidence: [factCheck()] }) });
  const { code, out, err } = await runCommand(['check', 'example-truth.test', '--list', folder]);
  expect(out[0]).toContain('listed: Example Truth');
  expect(err.join('\n')).toContain(
    'sources/one.json\n  scopes[0]: example-truth.test has evidence',
  );
  expect(code).toBe(1);
});

test('answers nothing by a list with a fault of form', async () => {
  const folder = sources({ one: entry(), two: entry({ scopes: ['co.uk'] }) });
  const { code, out, err } = await runCommand(['check', 'example-truth.test', '--list', folder]);
  expect({ code, out }).toEqual({ code: 2, out: [] });
  expect(err.join('\n')).toContain(`The list in ${folder} can’t be used:\nsources/two.json\n`);
});

test('lets no address steer the terminal', async () => {
  const folder = whole({ 'example-truth': entry() });
  const { out } = await runCommand(['check', 'a\u001B[2J\u202E.test', '--list', folder]);
  expect(out[0]).toMatch(/^a\uFFFD\[2J\uFFFD\.test: /);
});
