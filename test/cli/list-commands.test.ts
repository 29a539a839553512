import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parseContext } from '../../src/list/context.ts';
import {
  entry,
  factCheck,
  listFiles,
  NEVER_LIST,
  rating,
  runCommand,
} from '../support/list-files.ts';
import { makeFolder, makeListFolder } from '../support/list-folder.ts';
import { parseCompiledList } from '../support/parse-compiled-list.ts';

const right = () => makeListFolder(listFiles());

/** Several faults of form and policy, in several files. */
const broken = () =>
  makeListFolder(
    listFiles({
      entries: {
        'bad-json': '{"name": "A"\n "kind": "publisher"}',
        'bad-scope': entry({ scopes: ['localhost', 'https://a.test'] }),
        'bad-values': entry({ state: 'paused', reviewed: '2026-02-30' }),
        'too-little': entry({ name: 'Little', scopes: ['little.test'], evidence: [factCheck()] }),
        unknown: entry({
          name: 'Unknown',
          scopes: ['unknown.test'],
          evidence: [factCheck(), rating(), rating({ by: 'nobody' })],
        }),
      },
      neverList: {
        ...NEVER_LIST,
        exceptions: [{ host: 'well-known.test', entry: 'gone', reason: 'Sold' }],
      },
    }),
  );

test('passes a right list', async () => {
  const folder = right();
  const { code, out } = await runCommand(['list', 'check', folder]);
  expect(out).toEqual([`The list in ${folder}: 1 entry read.`, 'No problems.']);
  expect(code).toBe(0);
});

test('shows all problems at once, each with file, field and cure', async () => {
  const folder = broken();
  const { code, out } = await runCommand(['list', 'check', folder]);
  expect(out).toEqual([
    `The list in ${folder}: 3 entries read.`,
    'never-list.json',
    '  exceptions[0]: "well-known.test" in gone is not used (right: take it out, or list the well-known host in that entry)',
    'sources/bad-json.json',
    '  line 2, column 2: "\\"" (right: a comma or "}" before it)',
    'sources/bad-scope.json',
    '  scopes[0]: "localhost": is a single label (right: a host such as example.org, or a host and path on a shared host)',
    '  scopes[1]: "https://a.test": a scope has no scheme (right: a.test)',
    'sources/bad-values.json',
    '  reviewed: "2026-02-30" will not do (right: a day that exists, as 2026-11-24)',
    '  state: "paused" is not known (right: one of "listed", "appealed", "suspended", "removed")',
    'sources/too-little.json',
    '  scopes[0]: little.test has evidence of 1 independent organisation (right: 2 independent organisations, or one legal act)',
    'sources/unknown.json',
    '  evidence[2].by: "nobody" is no known organisation (right: an id of organisations.json)',
    '8 problems in 6 files.',
    'Policy of sources/bad-json.json, sources/bad-values.json is checked once their form is right.',
  ]);
  expect(code).toBe(1);
});

test('gives the same problems as data', async () => {
  const { code, out } = await runCommand(['list', 'check', broken(), '--json']);
  const { list, entries, problems } = JSON.parse(out.join(''));
  expect({ code, list, entries }).toEqual({ code: 1, list: 'test-list', entries: 3 });
  expect(problems).toHaveLength(8);
  expect(Object.keys(problems[0]).sort()).toEqual(['cure', 'field', 'file', 'level', 'what']);
});

test('says of a shared file too that its policy waits for its form', async () => {
  const folder = makeListFolder(listFiles().set('organisations.json', '{'));
  const { out } = await runCommand(['list', 'check', folder]);
  expect(out.at(-1)).toBe('Policy of organisations.json is checked once its form is right.');
});

test('checks the files of the Code that a list brings', async () => {
  const files = listFiles().set('code/editions.json', '{"editions": 1}');
  const { code, out } = await runCommand(['list', 'check', makeListFolder(files)]);
  expect(code).toBe(1);
  expect(out).toContain('code/editions.json');
});

test('names the field that a mistyped one was meant for, and refuses nothing for it', async () => {
  const folder = makeListFolder(listFiles({ entries: { one: entry({ langauges: ['en'] }) } }));
  const { code, out } = await runCommand(['list', 'check', folder]);
  expect(out).toContain(
    '  langauges: is no field of an entry, so nothing reads it (right: "languages")',
  );
  expect(code).toBe(1);
  expect((await runCommand(['check', 'other.test', '--list', folder])).code).toBe(0);
});

test('holds days against --at', async () => {
  const { out } = await runCommand(['list', 'check', right(), '--at', '2026-11-23']);
  expect(out.filter((line) => line.includes('is in the future'))).toHaveLength(2);
});

test('compiles into two files that the browser reads, the same bytes each time', async () => {
  const [folder, one, two] = [right(), join(makeFolder(), 'new'), makeFolder()];
  expect((await runCommand(['list', 'compile', folder, '--out', one])).code).toBe(0);
  await runCommand(['list', 'compile', folder, '--out', two]);
  expect(readdirSync(one).sort()).toEqual(['context.bin', 'sources.bin']);
  const [context, sources] = ['context.bin', 'sources.bin'].map((name) => {
    expect(readFileSync(join(one, name))).toEqual(readFileSync(join(two, name)));
    return JSON.parse(gunzipSync(readFileSync(join(one, name))).toString());
  });
  const read = parseContext(context);
  if (read.kind !== 'context') throw new Error('context refused');
  const guard = { rules: read.rules, neverList: read.context.neverList };
  const reading = parseCompiledList(sources, guard);
  expect(reading).toMatchObject({
    kind: 'list',
    list: { publishedOn: '2026-11-25', version: 1, entries: [{ slug: 'example-truth' }] },
  });
  expect(sources.seed).toBeGreaterThan(0);
});

test('compiles past faults of policy with warnings', async () => {
  const folder = makeListFolder(
    listFiles({ entries: { little: entry({ evidence: [factCheck()] }) } }),
  );
  const { code, out, err } = await runCommand(['list', 'compile', folder, '--out', makeFolder()]);
  expect({ code, lines: out.length }).toEqual({ code: 0, lines: 1 });
  expect(err.slice(0, 2)).toEqual(['Warnings (policy):', 'sources/little.json']);
});

test('compiles nothing with a fault of form', async () => {
  const out = makeFolder();
  const { code, err } = await runCommand(['list', 'compile', broken(), '--out', out]);
  expect(code).toBe(1);
  expect(err.join('\n')).toContain('sources/bad-json.json\n  line 2, column 2');
  expect(err.join('\n')).not.toContain('too-little');
  expect(readdirSync(out)).toEqual([]);
});

test('warns of a list without entries', async () => {
  const folder = makeListFolder(listFiles({ entries: {} }));
  mkdirSync(join(folder, 'sources'));
  for (const command of ['check', 'stats', 'compile']) {
    const words = ['list', command, folder, '--out', makeFolder()];
    const { code, out, err } = await runCommand(command === 'compile' ? words : words.slice(0, 3));
    expect(out.join('\n')).not.toContain('()');
    expect({ code, err: err[0] }).toEqual({
      code: 0,
      err: `The list in ${folder} has 0 entries: put them into sources/, one a file.`,
    });
  }
});

test('compiles a folder without list.json under its own name', async () => {
  const sources = [...listFiles()].filter(([path]) => path.startsWith('sources/'));
  const folder = makeListFolder(new Map(sources));
  const { out } = await runCommand(['list', 'compile', folder, '--out', makeFolder(), '--json']);
  expect(JSON.parse(out.join('')).id).toBe(basename(folder).toLowerCase().replaceAll('_', '-'));
});

test('writes a schema for each kind of file', async () => {
  const folder = makeFolder();
  expect((await runCommand(['list', 'schemas', '--out', folder])).code).toBe(0);
  const schema = JSON.parse(readFileSync(join(folder, 'entry.schema.json'), 'utf8'));
  expect(schema.properties.state.enum).toContain('appealed');
  expect(schema.required).toContain('evidence');
});
