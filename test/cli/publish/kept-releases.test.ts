import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import type { CompiledList } from '../../../src/list/compiled-list.ts';
import { parseDelta } from '../../../src/list/parse-delta.ts';
import { applyDelta } from '../../support/apply-delta.ts';
import { entry, type ListParts } from '../../support/list-files.ts';
import { makeFolder } from '../../support/list-folder.ts';
import {
  compileTestList,
  publishTestList,
  publishVersions,
  readMetadata,
  scopesOf,
  withScopes,
} from '../../support/publish-list.ts';

/** Lists in which entries come, change and go. */
const changeList = (version: number): ListParts => ({
  entries: {
    steady: entry({ name: 'Steady', scopes: scopesOf(version) }),
    [`new-${version}`]: entry({ name: 'New', scopes: [`new-${version}.test`] }),
    ...(version % 2 === 0 && { even: entry({ name: 'Even', scopes: ['even.test'] }) }),
  },
});

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

test('leads from every release that it names a delta for to the newest', async () => {
  const repoDir = makeFolder();
  const lists: CompiledList[] = [];
  for (let version = 1; version <= 11; version++) {
    await publishTestList(repoDir, changeList(version));
    lists.push({ ...compileTestList(changeList(version)).compiled, version });
  }
  const { targets } = readMetadata(repoDir, '11.targets.json').signed;
  for (const { entries, setAside: _, ...header } of lists.slice(0, -1)) {
    const { hashes, custom } = targets[`delta-${header.version}-11.bin`];
    const packed = readFileSync(
      join(repoDir, `targets/${hashes.sha256}.delta-${header.version}-11.bin`),
    );
    const reading = parseDelta(gunzipSync(packed).toString());
    if (reading.kind !== 'delta') throw new Error('refused');
    const kept = { header, entries: new Map(entries.map((each) => [each.slug, each])) };
    const outcome = applyDelta(kept, reading.delta);
    expect(outcome).toMatchObject({ kind: 'applied', digest: custom.digest });
  }
});
