import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Updater } from 'tuf-js';
import { onTestFinished } from 'vitest';
import {
  type PublishedRelease,
  type PublishOptions,
  publishCompiled,
} from '../../src/cli/publish/publish-compiled.ts';
import { serveRepository } from '../../src/cli/publish/serve-repository.ts';
import { createKeys } from '../../src/cli/signing/create-keys.ts';
import { compileList } from '../../src/list/compiled-list.ts';
import { compileContext } from '../../src/list/context.ts';
import { type Fields, type ListParts, readTestList } from './list-files.ts';
import { makeFolder } from './list-folder.ts';

/*
 * Lists that are really signed, with keys made for the run, and the client that we didn't write.
 * The days are the real clock's, because that client asks no other.
 */

/** Whole seconds, as metadata has them. */
export const NOW = new Date(Math.floor(Date.now() / 1000) * 1000);
/** Two root keys of three, one of each other; the same ones for every list of a test file. */
export const TEST_KEYS = createKeys();

/** A list of these entries, ready to be published. */
export function compileTestList(parts: ListParts = {}, publishedOn = '2026-11-25') {
  const { list, problems } = readTestList(parts);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return {
    compiled: compileList(list, publishedOn, { seed: 1 }),
    context: compileContext(list),
  };
}

export interface TestPublish extends Partial<PublishOptions> {
  readonly repoDir: string;
  readonly entries?: Readonly<Record<string, Fields>>;
}

/** Publishes these entries with the test's keys. */
export function publishTestList(options: TestPublish): Promise<PublishedRelease> {
  const { entries, ...rest } = options;
  const content = compileTestList(entries ? { entries } : {});
  return publishCompiled({ keys: TEST_KEYS, now: NOW, ...content, ...rest });
}

/** A `tuf-js` client that trusts this repository's first root and remembers what it saw. */
export interface IndependentClient {
  /** Downloads what a reader would. */
  readonly update: () => Promise<{ readonly version: number; readonly sources: Buffer }>;
}

/** Serves a repository for the rest of the test and follows it from its `1.root.json`. */
export async function followIndependently(repoDir: string): Promise<IndependentClient> {
  const server = await serveRepository(repoDir);
  onTestFinished(() => server.close());
  const [metadataDir, targetDir] = [makeFolder(), makeFolder()];
  writeFileSync(
    join(metadataDir, 'root.json'),
    readFileSync(join(repoDir, 'metadata/1.root.json')),
  );
  return {
    async update() {
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
      return { version: Number(target.custom['version']), sources };
    },
  };
}
