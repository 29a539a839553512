import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compileFolder } from '../../../src/cli/compile-folder.ts';
import { compress } from '../../../src/cli/compress.ts';
import type { ReleaseContent } from '../../../src/cli/publish/build-release.ts';
import { publishCompiled } from '../../../src/cli/publish/publish-compiled.ts';
import { createKeys } from '../../../src/cli/signing/create-keys.ts';
import { buildDelta } from '../../../src/list/build-delta.ts';
import { formatCanonicalJson } from '../../../src/list/canonical-json.ts';
import { formatCompiledList } from '../../../src/list/list-text.ts';
import { syncList } from '../../../src/store/sync-list.ts';
import { changeList } from '../../support/change-list.ts';
import { generateList } from '../../support/generate-list.ts';
import { makeFolder } from '../../support/list-folder.ts';
import { compileTestList } from '../../support/publish-list.ts';
import { TestMachine } from '../../support/test-machine.ts';

const NOW = Date.parse('2026-11-25T10:00:00Z');
const DAY = 86_400_000;
/** A million takes minutes, and says the same. */
const HOSTS = process.env['DEMONITOR_SCALE'] === undefined ? 100_000 : 1_000_000;
const PATIENCE_MILLISECONDS = 600_000;
const ADDED = 500;
const REMOVED = 200;

/** A publisher's folder, and a reader's machine that follows it; what travels between is counted. */
function openPublisher() {
  const repoDir = makeFolder();
  const keys = createKeys();
  const files = new Map<string, Uint8Array>();
  let rootDigest = '';
  return {
    files,
    async publish(content: ReleaseContent, day = 0): Promise<void> {
      const now = new Date(NOW + day * DAY);
      ({ rootDigest } = await publishCompiled({ ...content, keys, repoDir, now }));
      files.clear();
      for (const path of readdirSync(repoDir, { recursive: true, encoding: 'utf8' })) {
        if (!/^(metadata|targets)[/\\]/.test(path)) continue;
        files.set(path.replaceAll('\\', '/'), readFileSync(join(repoDir, path)));
      }
    },
    async install(listId: string): Promise<TestMachine> {
      const floor = { files, rootDigest, now: NOW };
      const machine = new TestMachine({ floor, now: NOW, listId });
      await machine.store.prepare();
      return machine;
    },
  };
}

/** One sync: what it came to, and the bytes of each reply; -1 for a file that was not there. */
async function countSync(machine: TestMachine, listId: string, day: number) {
  machine.now = NOW + day * DAY;
  const replies: Record<string, number> = {};
  const { openAddress } = machine;
  machine.openAddress = (address) => async (path, limits) => {
    const reply = await openAddress(address)(path, limits);
    replies[path] = reply.kind === 'bytes' ? reply.bytes.length : -1;
    return reply;
  };
  const outcome = await syncList(listId, machine.store, () => undefined);
  machine.openAddress = openAddress;
  return { outcome, replies };
}

test('without news a sync is one probe for a root and at most a kilobyte', async () => {
  const publisher = openPublisher();
  const content = await compileFolder(undefined, { today: '2026-11-25' });
  const { id } = content.compiled.list;
  await publisher.publish(content);
  const machine = await publisher.install(id);
  await publisher.publish(content, 1);
  const { outcome, replies } = await countSync(machine, id, 1);
  expect(outcome).toEqual({ kind: 'unchanged' });
  const { 'metadata/timestamp.json': bytes = 0, ...others } = replies;
  expect(others).toEqual({ 'metadata/2.root.json': -1 });
  expect(bytes).toBeGreaterThan(100);
  expect(bytes).toBeLessThanOrEqual(1024);
}, 60_000);

test(
  `of ${HOSTS} hosts, a day costs few bytes a host, and all of them little more than gzip`,
  () => {
    const list = generateList({ hosts: HOSTS, seed: 1 });
    const texts = list.entries.map(formatCanonicalJson);
    const ratio = compress(formatCompiledList(list)).length / countGzipped(texts.join('\n'));
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThanOrEqual(1.1);

    const next = changeList(list, { added: ADDED, removed: REMOVED, seed: 7 });
    const before = new Set(list.entries.map(({ slug }) => slug));
    const records = next.entries.filter(({ slug }) => !before.has(slug)).map(formatCanonicalJson);
    expect(records.length).toBeGreaterThan(10);
    const cost = compress(buildDelta(list, next)).length - countGzipped(records.join('\n'));
    expect(cost).toBeGreaterThan(0);
    expect(cost / (ADDED + REMOVED)).toBeLessThanOrEqual(20);
  },
  PATIENCE_MILLISECONDS,
);

test('what a day costs a reader is its delta and the metadata', async () => {
  const publisher = openPublisher();
  const list = generateList({ hosts: 2_000, seed: 1 });
  const { id } = list.list;
  const { context } = compileTestList();
  await publisher.publish({ compiled: list, context });
  const machine = await publisher.install(id);
  const next = changeList(list, { added: 20, removed: 10, seed: 7 });
  await publisher.publish({ compiled: next, context }, 1);
  const { outcome, replies } = await countSync(machine, id, 1);
  expect(outcome).toEqual({ kind: 'updated' });
  const fetched = Object.keys(replies).map((path) => path.replace(/[0-9a-f]{64}/, 'HASH'));
  expect(fetched).toEqual([
    'metadata/2.root.json',
    'metadata/timestamp.json',
    'metadata/2.snapshot.json',
    'metadata/2.targets.json',
    'targets/HASH.delta-1-2.bin',
  ]);
  const { 'metadata/2.root.json': _, ...came } = replies;
  const delta = came[findFile(publisher.files, '.delta-1-2.bin')] ?? 0;
  const all = Object.values(came).reduce((sum, bytes) => sum + bytes, 0);
  // With ten deltas to name, `targets.json` has ten times as much to say of them.
  expect(all - delta).toBeLessThanOrEqual(4096);
}, 60_000);

function countGzipped(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}

function findFile(files: ReadonlyMap<string, unknown>, ending: string): string {
  const found = [...files.keys()].find((path) => path.endsWith(ending));
  if (found === undefined) throw new Error(`no file ends with ${ending}`);
  return found;
}
