import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { makeFolder } from '../../support/list-folder.ts';
import {
  publishTestList,
  publishVersions,
  scopesOf,
  withScopes,
} from '../../support/publish-list.ts';

vi.setConfig({ testTimeout: 60_000 });

test('keeps twelve releases and what they name, and files that it does not know', async () => {
  const repoDir = makeFolder();
  mkdirSync(join(repoDir, 'targets'));
  writeFileSync(join(repoDir, 'targets/CNAME'), 'list.example');
  for (let version = 1; version <= 14; version++) {
    await publishTestList(repoDir, withScopes(...scopesOf(version)));
  }
  const names = readdirSync(join(repoDir, 'metadata'));
  expect(names).toContain('3.targets.json');
  expect(names).not.toContain('2.targets.json');
  const targets = readdirSync(join(repoDir, 'targets'));
  expect(targets.filter((name) => name.endsWith('sources.bin'))).toHaveLength(12);
  expect(targets).toContain('CNAME');
});

test('tells every release in the changelog, also of those that are no longer kept', async () => {
  const repoDir = await publishVersions(13);
  const { releases } = JSON.parse(readFileSync(join(repoDir, 'changelog.json'), 'utf8'));
  expect(releases.map(({ version }: { version: number }) => version)).toEqual([
    13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1,
  ]);
  expect(releases[0].diff.changed[0].scopesAdded).toEqual(['example-13.test']);
  expect(releases[12].diff.added[0].slug).toBe('example-truth');
});

test('writes the changelog anew from the releases that are kept', async () => {
  const repoDir = await publishVersions(3);
  const whole = readFileSync(join(repoDir, 'changelog.json'), 'utf8');
  rmSync(join(repoDir, 'changelog.json'));
  await publishTestList(repoDir, withScopes(...scopesOf(3)));
  expect(readFileSync(join(repoDir, 'changelog.json'), 'utf8')).toBe(whole);
});
