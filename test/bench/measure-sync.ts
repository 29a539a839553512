import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { compareText } from '../../src/list/canonical-json.ts';
import type { CompiledEntry, CompiledList } from '../../src/list/compiled-list.ts';
import { formatLocalDay } from '../../src/list/day.ts';
import { formatFloorFacts } from '../../src/sync/floor-facts.ts';
import { findBadge } from '../e2e/find-badge.ts';
import { changeList } from '../support/change-list.ts';
import { findBrowser } from '../support/find-browser.ts';
import { generateList } from '../support/generate-list.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { entry } from '../support/list-files.ts';
import { ListRepository, TEST_CONTEXT } from '../support/list-repository.ts';
import { startLocalWeb } from '../support/local-web.ts';
import { makeList } from '../support/make-list.ts';
import type { Fields } from '../support/signed-repository.ts';
import { WorkerObserver, type WorkerPeaks } from './observe-worker.ts';
import { IDLE_MILLISECONDS, type PingedSync, syncAndPing } from './ping-worker.ts';
import { serveFiles } from './sync-server.ts';

/** What one sync costs a reader, in a browser. */
export interface SyncCosts extends PingedSync {
  /** Milliseconds until a page that was open meanwhile bears its badge. */
  readonly badgeMs: number;
  readonly peaks: WorkerPeaks;
}

/** A first sync that brings the whole list, and one that brings the changes of a day. */
export interface SyncFigures {
  readonly whole: SyncCosts;
  readonly delta: SyncCosts;
}

const EXTENSION = 'dist/chromium';
const POPUP = 'src/popup/popup.html';
const DAY_MILLISECONDS = 86_400_000;
const DAY_CHANGE = { added: 500, removed: 200 };
/** Far more than a million hosts take on a slow machine. */
const PATIENCE_MILLISECONDS = 900_000;

/** What is missing for a measurement, in words; undefined when nothing is. */
export function findMissing(): string | undefined {
  if (!existsSync(join(EXTENSION, 'manifest.json'))) return `no ${EXTENSION}: npm run build`;
  return findBrowser('chromium') === undefined ? 'no Chromium' : undefined;
}

/** Installs the built extension with a list of one host, and has it follow one of so many. */
export async function measureSync(hosts: number, seed: number): Promise<SyncFigures> {
  const now = Math.floor(Date.now() / 1000) * 1000;
  const repository = new ListRepository(now);
  const context = readContext();
  repository.publishList(dateList(makeList([makeEntry('floor', now)]), now), { context });
  mkdirSync('.cache', { recursive: true });
  const folder = mkdtempSync(join('.cache', 'bench-sync-'));
  const server = await serveFiles(() => repository.files);
  const web = await startLocalWeb(() => '<!doctype html><title>A page</title><p>Its text</p>');
  const extension = join(process.cwd(), folder);
  packExtension(extension, repository, server.url);
  const browser = await launchBrowser({ family: 'chromium', extension, web });
  try {
    await waitForFloor(browser);
    const list = addEntry(dateList(generateList({ hosts, seed }), now), 'whole', now);
    // A delta from one host to all would be as large as the list.
    repository.publishList(list, { context, deltaReleases: 0 });
    const whole = await measureOne(browser, 'whole');
    const changed = changeList(list, { ...DAY_CHANGE, seed: seed + 1 });
    repository.publishList(addEntry(changed, 'delta', now), { context, deltaReleases: 1 });
    const delta = await measureOne(browser, 'delta');
    return { whole, delta };
  } finally {
    await browser.close();
    await web.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Our own never-list and platforms: each host of a list is held against all of them. */
function readContext(): Fields {
  const read = (name: string): unknown => JSON.parse(readFileSync(`lists/${name}.json`, 'utf8'));
  return { ...TEST_CONTEXT, neverList: read('never-list'), platforms: read('platforms') };
}

/** Dates of today: the generated ones are those of the tests. */
function dateList(list: CompiledList, now: number): CompiledList {
  return { ...list, publishedOn: formatLocalDay(new Date(now)) };
}

/** An entry that is new with a release: its page shows when the release is in force. */
function makeEntry(name: string, now: number): CompiledEntry {
  const day = (days: number) => formatLocalDay(new Date(now + days * DAY_MILLISECONDS));
  const dates = { listed: day(-1), reviewed: day(-1), reviewBy: day(300) };
  const fields = entry({ slug: `bench-${name}`, name, scopes: [`bench-${name}.test`], ...dates });
  // An entry as the test lists have it, with a slug.
  return fields as unknown as CompiledEntry;
}

function addEntry(list: CompiledList, name: string, now: number): CompiledList {
  const entries = [...list.entries, makeEntry(name, now)];
  return { ...list, entries: entries.sort((a, b) => compareText(a.slug, b.slug)) };
}

function packExtension(folder: string, repository: ListRepository, address: string): void {
  cpSync(EXTENSION, folder, { recursive: true });
  rmSync(join(folder, 'list'), { recursive: true, force: true });
  const facts = formatFloorFacts({
    ...{ list: repository.listId, rootDigest: repository.rootDigest, address },
    ...{ isDevelopment: true, builtAt: new Date(repository.now).toISOString() },
  });
  for (const [path, bytes] of [...repository.files, ['floor.json', facts] as const]) {
    const file = join(folder, 'list', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  // Releases come from this machine here, and from https elsewhere.
  const file = join(folder, 'manifest.json');
  const manifest = readFileSync(file, 'utf8');
  writeFileSync(file, manifest.replace(/connect-src [^;"]*/, `$& ${address}`));
}

async function waitForFloor(browser: Browser): Promise<void> {
  const page = await browser.newPage();
  await page.goto('https://bench-floor.test/');
  await waitForBadge(async () => (await findBadge(page)) !== undefined);
  await page.close();
}

async function measureOne(browser: Browser, name: string): Promise<SyncCosts> {
  const [id] = [...(await browser.extensions()).keys()];
  const own = await browser.newPage();
  own.setDefaultTimeout(PATIENCE_MILLISECONDS);
  await own.goto(`chrome-extension://${id}/${POPUP}`);
  // It sleeps since nobody asked it anything.
  await own.evaluate(`chrome.runtime.sendMessage({ kind: 'lists/status' }).then(() => undefined)`);
  const page = await browser.newPage();
  await page.goto(`https://bench-${name}.test/`);
  const observer = await WorkerObserver.start(browser);
  const began = performance.now();
  const badge = waitForBadge(async () => (await findBadge(page)) !== undefined);
  const pinged = await syncAndPing(own, `https://bench-${name}.test/`);
  await badge;
  const badgeMs = performance.now() - began - IDLE_MILLISECONDS;
  const peaks = await observer.stop();
  await page.close();
  await own.close();
  if (pinged.failure !== undefined) throw new Error(JSON.stringify(pinged.failure));
  return { ...pinged, badgeMs, peaks };
}

async function waitForBadge(hasBadge: () => Promise<boolean>): Promise<void> {
  const began = performance.now();
  while (!(await hasBadge())) {
    if (performance.now() - began > PATIENCE_MILLISECONDS) throw new Error('No badge came.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
