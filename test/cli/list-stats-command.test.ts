import { expect, test } from 'vitest';
import { entry, listFiles, runCommand } from '../support/list-files.ts';
import { makeListFolder } from '../support/list-folder.ts';

test('counts a list in words and as data', async () => {
  const folder = makeListFolder(listFiles());
  const { code, out } = await runCommand(['list', 'stats', folder]);
  expect(code).toBe(0);
  expect(out).toContain('Evidence: 2 items (fact-check 1, rating 1)');
  expect(out).toContain('Two or more independent organisations: 1 entry (100.0 %)');
  expect(out).toContain('Oldest review: 2026-11-24 (example-truth)');
  expect(out).toContain('Lapsed: none');
  expect(out).toContain('Lapsing within 60 days: none');
  const json = await runCommand(['list', 'stats', folder, '--json']);
  expect(JSON.parse(json.out.join(''))).toMatchObject({ entries: 1, scopes: 1 });
  const broken = makeListFolder(listFiles({ entries: { one: '{' } }));
  expect((await runCommand(['list', 'stats', broken])).code).toBe(1);
});

test('names the entries that lapsed and those that soon will', async () => {
  const until = (reviewBy: string, host: string) => entry({ name: host, scopes: [host], reviewBy });
  const entries = {
    gone: until('2026-11-24', 'gone.test'),
    last: until('2026-11-25', 'last.test'),
    soon: until('2027-01-24', 'soon.test'),
    later: until('2027-01-25', 'later.test'),
    removed: { ...until('2026-11-24', 'removed.test'), state: 'removed' },
  };
  const folder = makeListFolder(listFiles({ entries }));
  const { code, out } = await runCommand(['list', 'stats', folder]);
  expect(code).toBe(0);
  expect(out).toContain('Lapsed: gone (2026-11-24)');
  expect(out).toContain('Lapsing within 60 days: last (2026-11-25), soon (2027-01-24)');
  const json = await runCommand(['list', 'stats', folder, '--json', '--at', '2027-01-25']);
  expect(JSON.parse(json.out.join(''))).toMatchObject({
    lapsed: [{ entry: 'gone' }, { entry: 'last' }, { entry: 'soon' }],
    lapsing: [{ entry: 'later', day: '2027-01-25' }],
  });
  expect((await runCommand(['list', 'check', folder])).out).toContain('No problems.');
});
