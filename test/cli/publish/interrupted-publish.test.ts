import { cpSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { BREAKS, type Break, runBroken } from '../../support/break-off.ts';
import { makeFolder } from '../../support/list-folder.ts';
import {
  daysLater,
  digestFolder,
  followIndependently,
  publishTestList,
  withScopes,
} from '../../support/publish-list.ts';

/*
 * A publish that breaks off at every single write. Readers must have the old release or the new one,
 * whole, and publishing again must bring the new one.
 */

vi.setConfig({ testTimeout: 60_000 });

const OLD = withScopes('old.test');
const NEW = withScopes('old.test', 'new.test');
const OTHER = withScopes('other.test');
const PAGES = { renderPages: () => [{ path: 'entries/example.html', content: 'Example' }] };
/** Later than the first third of every life: all roles are signed anew as well. */
const LATE = { now: daysLater(300) };

const namesIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' });

/** Files with a version or a hash in their names, as digests. */
const digestVersioned = (repoDir: string) =>
  new Map(
    Object.entries(digestFolder(repoDir)).filter(([name]) =>
      /\/(\d+\.\w+\.json|[0-9a-f]{64}\.[^/]+)$/.test(name),
    ),
  );

/** Copies of one repository with the old release, each broken off one write later. */
async function* breakEverywhere(kind: Break) {
  const start = makeFolder();
  await publishTestList(start, OLD);
  for (let call = 1; ; call++) {
    const repoDir = makeFolder();
    cpSync(start, repoDir, { recursive: true });
    const client = await followIndependently(repoDir);
    await client.update();
    const isBroken = await runBroken(call, kind, (write) =>
      publishTestList(repoDir, NEW, { ...LATE, ...PAGES, write }),
    );
    yield { repoDir, client, isBroken, call };
    if (!isBroken) return;
  }
}

test.each(BREAKS)('a publish that leaves %s leaves a whole release', async (kind) => {
  const versions: number[] = [];
  for await (const { client, call } of breakEverywhere(kind)) {
    // As of the old release's days: what was signed since holds then as well.
    versions[call - 1] = (await client.update()).version;
  }
  // Sources and delta, then targets, snapshot, root and timestamp; changelog and pages come after it.
  expect(versions).toEqual([1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2]);
});

test('publishing again completes it, with nothing left over', async () => {
  for await (const { repoDir, client } of breakEverywhere('half a temporary file')) {
    const { version } = await publishTestList(repoDir, NEW, { ...LATE, ...PAGES });
    expect(version).toBe(2);
    expect((await client.update(LATE.now)).version).toBe(2);
    const names = namesIn(repoDir);
    expect(names.filter((name) => name.includes('.demonitor-'))).toEqual([]);
    expect(names.filter((name) => name.endsWith('.targets.json'))).toHaveLength(2);
    expect(names).toContain('entries/example.html');
  }
});

test('another list may be published after one that broke off', async () => {
  for await (const { repoDir, client, isBroken, call } of breakEverywhere('nothing')) {
    const left = digestVersioned(repoDir);
    const { version } = await publishTestList(repoDir, OTHER, LATE);
    expect(version).toBe(isBroken && call <= 6 ? 2 : 3);
    const { sources } = await client.update(LATE.now);
    expect(JSON.parse(gunzipSync(sources).toString()).entries[0].scopes).toEqual(['other.test']);
    // Caches keep what has a version in its name for ever.
    for (const [name, digest] of digestVersioned(repoDir)) {
      expect([name, left.get(name) ?? digest]).toEqual([name, digest]);
    }
  }
});

test('a first publish that broke off anywhere is completed under one root', async () => {
  for (let call = 1, isBroken = true; isBroken; call++) {
    const repoDir = makeFolder();
    isBroken = await runBroken(call, 'half a temporary file', (write) =>
      publishTestList(repoDir, OLD, { write }),
    );
    const { version, rootDigest } = await publishTestList(repoDir, NEW);
    expect(version).toBe(call <= 6 ? 1 : 2);
    const client = await followIndependently(repoDir);
    expect((await client.update()).version).toBe(version);
    expect((await publishTestList(repoDir, NEW)).rootDigest).toBe(rootDigest);
  }
});
