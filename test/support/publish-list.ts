import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Updater } from 'tuf-js';
import { onTestFinished, vi } from 'vitest';
import { hashBytes } from '../../src/cli/publish/metadata.ts';
import {
  type PublishedRelease,
  type PublishOptions,
  publishCompiled,
} from '../../src/cli/publish/publish-compiled.ts';
import { serveRepository } from '../../src/cli/publish/serve-repository.ts';
import { createKeys } from '../../src/cli/signing/create-keys.ts';
import type { WriteFile } from '../../src/cli/write-durably.ts';
import { compileList } from '../../src/list/compiled-list.ts';
import { compileContext } from '../../src/list/context.ts';
import { entry, type ListParts, readTestList, TODAY } from './list-files.ts';
import { makeFolder } from './list-folder.ts';

/*
 * Lists that are really signed, with keys made for the run, and a client that we didn't write.
 */

export const NOW = new Date(`${TODAY}T10:00:00Z`);
const MS_PER_DAY = 86_400_000;

/** The moment that many days after `NOW`. */
export function daysLater(days: number): Date {
  return new Date(NOW.getTime() + days * MS_PER_DAY);
}

/** Two root keys of three, one of each other; the same ones for every list of a test file. */
export const TEST_KEYS = createKeys();

/** Entries that differ in one scope. */
export const withScopes = (...scopes: string[]): ListParts => ({
  entries: { 'example-truth': entry({ scopes }) },
});

/** A list of these parts, ready to be published. */
export function compileTestList(parts: ListParts = {}, publishedOn = TODAY) {
  const { list, problems } = readTestList(parts);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return {
    compiled: compileList(list, publishedOn, { seed: 1 }),
    context: compileContext(list),
  };
}

/** Waiting for the disk, as `writeDurably` does, proves nothing here and takes a while. */
const write: WriteFile = (path, content) => writeFile(path, content);

/** Publishes a list of these parts with the test's keys. */
export function publishTestList(
  repoDir: string,
  parts: ListParts = {},
  options: Partial<PublishOptions> = {},
): Promise<PublishedRelease> {
  const day = (options.now ?? NOW).toISOString().slice(0, 10);
  const content = compileTestList(parts, day);
  return publishCompiled({ keys: TEST_KEYS, now: NOW, write, ...content, ...options, repoDir });
}

/** As many scopes as the version's number. */
export const scopesOf = (version: number): string[] =>
  Array.from({ length: version }, (_, at) => `example-${at + 1}.test`);

/** A repository with these versions of a list, each with one scope more. */
export async function publishVersions(count: number): Promise<string> {
  const repoDir = makeFolder();
  for (let version = 1; version <= count; version++) {
    await publishTestList(repoDir, withScopes(...scopesOf(version)));
  }
  return repoDir;
}

/** Every file of a folder by its path, as a digest. */
export function digestFolder(folder: string): Readonly<Record<string, string>> {
  const items = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = items.filter((item) => item.isFile()).map((at) => join(at.parentPath, at.name));
  return Object.fromEntries(paths.map((path) => [path, hashBytes(readFileSync(path))]));
}

/** The JSON of a file of metadata. */
export function readMetadata(repoDir: string, name: string) {
  return JSON.parse(readFileSync(join(repoDir, 'metadata', name), 'utf8'));
}

/** A `tuf-js` client that trusts a repository's first root and remembers what it saw. */
export interface IndependentClient {
  /** Updates as of a moment and downloads what a reader would. */
  readonly update: (
    now?: Date,
  ) => Promise<{ readonly version: number; readonly sources: Buffer; readonly targets: unknown }>;
}

/** Serves a repository for the rest of the test and follows it from its `1.root.json`. */
export async function followIndependently(repoDir: string): Promise<IndependentClient> {
  const server = await serveRepository(repoDir);
  onTestFinished(async () => {
    vi.useRealTimers();
    await server.close();
  });
  const [metadataDir, targetDir] = [makeFolder(), makeFolder()];
  const root = readFileSync(join(repoDir, 'metadata/1.root.json'));
  writeFileSync(join(metadataDir, 'root.json'), root);
  return {
    async update(now = NOW) {
      // It asks no other clock than the system's.
      vi.useFakeTimers({ toFake: ['Date'], now });
      const updater = new Updater({
        ...{ metadataDir, targetDir },
        metadataBaseUrl: `${server.url}metadata`,
        targetBaseUrl: `${server.url}targets`,
        config: { fetchRetries: 0 },
      });
      await updater.refresh();
      const target = await updater.getTargetInfo('sources.bin');
      if (!target) throw new Error('no sources.bin');
      const sources = readFileSync(await updater.downloadTarget(target));
      return { version: Number(target.custom['version']), sources, targets: target.custom };
    },
  };
}
