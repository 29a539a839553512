import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { PublicRelease } from '../../../src/site/public-release.ts';
import { makeFolder } from '../../support/list-folder.ts';
import {
  digestFolder,
  publishTestList,
  publishVersions,
  withScopes,
} from '../../support/publish-list.ts';

test('writes the pages of a release and takes away those that it no longer has', async () => {
  const repoDir = makeFolder();
  const pages = (...paths: string[]) => ({
    renderPages: () => paths.map((path) => ({ path, content: path })),
  });
  await publishTestList(repoDir, {}, pages('index.html', 'entries/gone.html'));
  expect(readFileSync(join(repoDir, 'entries/gone.html'), 'utf8')).toBe('entries/gone.html');
  await publishTestList(repoDir, {}, pages('index.html', 'entries/new.html'));
  expect(readdirSync(join(repoDir, 'entries'))).toEqual(['new.html']);
});

test.each([
  ['index.html', 'index.html'],
  ['entries', 'entries'],
  ['entries/new.html', 'entries/new.html'],
])('writes nothing where %s is a file of somebody else', async (path, named) => {
  const repoDir = await publishVersions(1);
  mkdirSync(dirname(join(repoDir, path)), { recursive: true });
  writeFileSync(join(repoDir, path), 'mine');
  const before = digestFolder(repoDir);
  const renderPages = () =>
    ['index.html', 'entries/new.html'].map((each) => ({ path: each, content: 'page' }));
  const publish = () => publishTestList(repoDir, withScopes('new.test'), { renderPages });
  await expect(publish()).rejects.toThrow(
    `holds files that no publish wrote, by its pages.json, and publishing would overwrite them: ${named}. Nothing was written; move them away`,
  );
  expect(digestFolder(repoDir)).toEqual(before);
  rmSync(join(repoDir, path));
  await publish();
  expect((await publish()).isNew).toBe(false);
});

test('writes over no link either, be it to nothing', async () => {
  const repoDir = makeFolder();
  symlinkSync('nowhere', join(repoDir, 'index.html'));
  const renderPages = () => [{ path: 'index.html', content: 'page' }];
  await expect(publishTestList(repoDir, {}, { renderPages })).rejects.toThrow('index.html');
});

test('knows its pages again after those of another release were copied over', async () => {
  const [here, there] = [makeFolder(), makeFolder()];
  const pages = (...paths: string[]) => ({
    renderPages: () => paths.map((path) => ({ path, content: path })),
  });
  await publishTestList(here, {}, pages('index.html'));
  cpSync(here, there, { recursive: true });
  await publishTestList(here, {}, pages('index.html', 'entries/a.html', 'entries/gone.html'));
  await publishTestList(there, {}, pages('index.html'));
  // As the README copies back.
  const filter = (path: string) => !/\/\.[^/]+$/.test(path);
  cpSync(there, here, { recursive: true, filter });
  await publishTestList(here, {}, pages('index.html', 'entries/a.html'));
  expect(readdirSync(join(here, 'entries'))).toEqual(['a.html']);
});

test('finds damaged names of pages before anything is published', async () => {
  const repoDir = await publishVersions(1);
  writeFileSync(join(repoDir, 'pages.json'), '{"format":1,"pages":["../outside.html"]}');
  const before = digestFolder(repoDir);
  const publish = publishTestList(repoDir, withScopes('new.test'), { renderPages: () => [] });
  await expect(publish).rejects.toThrow(
    'is damaged. Put it back from a copy; or delete it and the pages, which is all but metadata/, targets/ and changelog.json, and they are written anew.',
  );
  expect(digestFolder(repoDir)).toEqual(before);
});

test('gives pages the release, the root and what changed', async () => {
  const repoDir = await publishVersions(1);
  const seen: PublicRelease[] = [];
  const { rootDigest } = await publishTestList(repoDir, withScopes('new.test'), {
    renderPages: (release) => {
      seen.push(release);
      return [];
    },
  });
  expect(seen[0]).toMatchObject({ list: { version: 2 }, rootDigest });
  expect(seen[0]?.today).toBe('2026-11-25');
  expect(seen[0]?.changelog[0]?.diff.changed[0]?.scopesAdded).toEqual(['new.test']);
});

test.each([
  ...['metadata/1.root.json', 'targets/a.bin', 'changelog.json', 'pages.json'],
  ...['../outside.html', '/index.html', '.hidden', 'a//b.html', 'a\\b.html', ''],
])('lets no page lie at %j', async (path) => {
  const renderPages = () => [{ path, content: '' }];
  await expect(publishTestList(makeFolder(), {}, { renderPages })).rejects.toThrow('No page may');
});
