import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFolder } from '../../src/cli/compile-folder.ts';
import { publishCompiled } from '../../src/cli/publish/publish-compiled.ts';
import { writeFloor } from '../../src/cli/publish/write-floor.ts';
import { createKeys } from '../../src/cli/signing/create-keys.ts';
import { readToday } from '../../src/platform/clock.ts';
import { entry, type Fields, factCheck, LIST_INFO, ORGANISATIONS } from '../support/list-files.ts';

const DAY_MILLISECONDS = 86_400_000;

/** Days around today: a test list must hold on the day the test runs, whatever day that is. */
function addDays(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return readToday(day);
}

const current: Fields = {
  listed: addDays(-30),
  reviewed: addDays(-30),
  reviewBy: addDays(300),
};

/** A small list with every kind of verdict in it; hosts lead to the stand-in web. */
const SOURCES: Readonly<Record<string, Fields>> = {
  'example-truth': entry({
    ...current,
    name: 'Example Truth',
    scopes: ['example-truth.test', 'example-truth.co.uk'],
  }),
  'example-channel': entry({
    ...current,
    name: 'Example Channel',
    scopes: ['t.me/examplechannel'],
  }),
  'example-account': entry({
    ...current,
    name: 'Example Account',
    scopes: ['x.com/ExampleAccount'],
  }),
  'example-contested': entry({
    ...current,
    name: 'Example Contested',
    scopes: ['contested.test'],
    state: 'appealed',
    reply: {
      text: 'We stand by our report and have sent our documents.',
      url: 'https://contested.test/reply',
      date: addDays(-3),
      proof: 'well-known',
    },
  }),
  'example-suspended': entry({ ...current, scopes: ['suspended.test'], state: 'suspended' }),
  'example-lapsed': entry({ ...current, scopes: ['lapsed.test'], reviewBy: addDays(-1) }),
  'example-exception': entry({
    ...current,
    scopes: ['archive.example-truth.test'],
    state: 'removed',
  }),
  'example-old': entry({
    ...current,
    name: 'Example Old',
    scopes: ['old.test'],
    evidence: [factCheck({ date: '2017-05' }), factCheck({ by: 'second-checker', date: '2016' })],
  }),
};

/** A repository of the test list, with the keys that sign it. */
export interface TestRepository {
  readonly dir: string;
  /** SHA-256 of its first root, once something is published. */
  readonly rootDigest: string;
  /** Publishes the list as it is, or with other sources, as of so many days ago. */
  readonly publish: (options?: TestRelease) => Promise<void>;
  /** Packs the newest release into an extension's `list` folder. */
  readonly pack: (
    outDir: string,
    options?: { address?: string; ageDays?: number },
  ) => Promise<void>;
}

interface TestRelease {
  readonly sources?: Readonly<Record<string, Fields>>;
  readonly ageDays?: number;
}

/** Sources of the test list by slug, to be changed for a later release. */
export const TEST_SOURCES = SOURCES;

/** Makes keys and an empty repository in a folder, for the test list or one that says otherwise. */
export function createTestRepository(folder: string, info: Fields = LIST_INFO): TestRepository {
  const dir = join(folder, 'repository');
  const keys = createKeys({ root: { count: 1, threshold: 1 } });
  let rootDigest = '';
  const toTime = (ageDays: number) => new Date(Date.now() - ageDays * DAY_MILLISECONDS);
  return {
    dir,
    get rootDigest() {
      return rootDigest;
    },
    async publish({ sources = SOURCES, ageDays = 0 } = {}) {
      const lists = join(folder, 'lists');
      writeListFolder(lists, sources, info);
      const content = await compileFolder(lists, { today: addDays(-ageDays) });
      const now = toTime(ageDays);
      ({ rootDigest } = await publishCompiled({ ...content, keys, repoDir: dir, now }));
    },
    async pack(outDir, { address, ageDays = 0 } = {}) {
      rmSync(outDir, { recursive: true, force: true });
      const builtAt = toTime(ageDays).toISOString();
      const isDevelopment = true;
      const from = address === undefined ? {} : { address };
      await writeFloor(dir, outDir, { rootDigest, isDevelopment, builtAt, ...from });
    },
  };
}

function writeListFolder(
  folder: string,
  sources: Readonly<Record<string, Fields>>,
  info: Fields,
): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'sources'), { recursive: true });
  for (const [slug, fields] of Object.entries(sources)) {
    writeFileSync(join(folder, 'sources', `${slug}.json`), JSON.stringify(fields));
  }
  writeFileSync(join(folder, 'list.json'), JSON.stringify(info));
  const organisations = JSON.stringify({ organisations: ORGANISATIONS });
  writeFileSync(join(folder, 'organisations.json'), organisations);
}

/** Packs the test list as of today, or so many days ago, into an extension's `list` folder. */
export async function writeTestList(outDir: string, ageDays = 0): Promise<void> {
  const repository = createTestRepository(join(outDir, '..', '..', 'test-list'));
  await repository.publish({ ageDays });
  await repository.pack(outDir, { ageDays });
}
