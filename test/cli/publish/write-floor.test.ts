import 'fake-indexeddb/auto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BrokenRepositoryError } from '../../../src/cli/publish/errors.ts';
import { writeFloor } from '../../../src/cli/publish/write-floor.ts';
import type { FetchFile } from '../../../src/sync/fetch-file.ts';
import { makeFolder } from '../../support/list-folder.ts';
import { ListRepository } from '../../support/list-repository.ts';
import { NOW, publishTestList, withScopes } from '../../support/publish-list.ts';
import { TestMachine } from '../../support/test-machine.ts';

/** A repository of two releases, and what a package needs to say of it. */
async function publish() {
  const repoDir = makeFolder();
  const { rootDigest } = await publishTestList(repoDir, withScopes('old.test'));
  await publishTestList(repoDir, withScopes('new.test'));
  const facts = { rootDigest, isDevelopment: true, builtAt: NOW.toISOString() };
  return { repoDir, facts };
}

function listFiles(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /\.(json|bin)$/.test(name)).sort();
}

/** As the browser reads a package. */
const readFrom =
  (folder: string): FetchFile =>
  async (path) => {
    const file = join(folder, path);
    return existsSync(file) ? { kind: 'bytes', bytes: readFileSync(file) } : { kind: 'missing' };
  };

test('packs the newest release and no other, without deltas', async () => {
  const { repoDir, facts } = await publish();
  const outDir = makeFolder();
  await writeFloor(repoDir, outDir, facts);
  const names = listFiles(outDir).map((name) => name.replace(/[0-9a-f]{64}/, 'HASH'));
  expect(names.sort()).toEqual([
    'floor.json',
    ...['metadata/1.root.json', 'metadata/2.snapshot.json', 'metadata/2.targets.json'],
    ...['metadata/timestamp.json', 'targets/HASH.context.bin', 'targets/HASH.sources.bin'],
  ]);
  for (const name of listFiles(outDir).filter((each) => each !== 'floor.json')) {
    expect(readFileSync(join(outDir, name)), name).toEqual(readFileSync(join(repoDir, name)));
  }
  expect(JSON.parse(readFileSync(join(outDir, 'floor.json'), 'utf8'))).toEqual({
    ...facts,
    list: 'test-list',
  });
});

test('what is packed is what a reader installs', async () => {
  const { repoDir, facts } = await publish();
  const outDir = makeFolder();
  await writeFloor(repoDir, outDir, facts);
  const machine = new TestMachine({ floor: new ListRepository(0), now: NOW.getTime() });
  const floor = { version: '1.0.0', fetchFile: readFrom(outDir) };
  await machine.start({ floor }).prepare();
  expect((await machine.ask('https://new.test/')).kind).toBe('listed');
  expect((await machine.ask('https://old.test/')).kind).toBe('not-listed');
});

test.each<[string, (repoDir: string) => void]>([
  ['no repository', (repoDir) => rmSync(repoDir, { recursive: true })],
  ['no timestamp', (repoDir) => rmSync(join(repoDir, 'metadata/timestamp.json'))],
  ['a damaged one', (repoDir) => writeFileSync(join(repoDir, 'metadata/timestamp.json'), '{')],
  ['no targets', (repoDir) => rmSync(join(repoDir, 'metadata/2.targets.json'))],
])('says so where there is %s', async (_, damage) => {
  const { repoDir, facts } = await publish();
  damage(repoDir);
  await expect(writeFloor(repoDir, makeFolder(), facts)).rejects.toThrow(BrokenRepositoryError);
});
