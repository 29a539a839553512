import 'fake-indexeddb/auto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describeAddress as describeForPopup } from '../../src/background/describe-address.ts';
import { BrokenFloorError } from '../../src/background/errors.ts';
import { findListings } from '../../src/background/find-listings.ts';
import { ListStore } from '../../src/background/list-store.ts';
import { loadFloor } from '../../src/background/load-floor.ts';
import { openStoredValues } from '../../src/background/open-stored-values.ts';
import { readDefaultState } from '../../src/background/read-default-state.ts';
import { readIndexInput } from '../../src/background/read-index-input.ts';
import { summariseFindings } from '../../src/background/summarise-findings.ts';
import { writeCompiledList } from '../../src/cli/write-compiled-list.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { HeadWriter } from '../../src/store/head-store.ts';
import { FakeLocalArea } from '../support/fake-local-area.ts';

const TODAY = '2026-11-25';
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'floor-'));
  await writeCompiledList('lists', folder, { today: TODAY });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The package's files as the browser gives them, from the real list. */
const readFile = async (path: string): Promise<Response> =>
  new Response(readFileSync(join(folder, path.replace('/list/', ''))));

async function install() {
  globalThis.indexedDB = new IDBFactory();
  const local = new FakeLocalArea();
  const store = new ListStore({
    openDatabase,
    local,
    head: new HeadWriter(local),
    pause: async () => undefined,
    floorVersion: '1.0.0',
    loadFloor: () => loadFloor(readFile, 'en'),
    readIndexInput: (database) => readIndexInput(database, 'en'),
  });
  await store.prepare();
  const database = await store.open();
  return { local, store, database };
}

describe('the shipped list', () => {
  let parts: Awaited<ReturnType<typeof install>>;
  beforeEach(async () => {
    parts = await install();
  });

  const summarise = async (address: string, dismissed: readonly string[] = []) =>
    summariseFindings(await findListings(address, parts.local.read, TODAY), {
      stored: openStoredValues(async () => parts.database),
      dismissed,
      language: 'en',
    });

  it('says of a listed page what the badge shows', async () => {
    expect(await summarise('https://www.yournewswire.com/story')).toMatchObject([
      {
        list: 'demonitor',
        listTitle: 'Demonitor list',
        entry: 'your-news-wire',
        name: 'Your News Wire',
        scope: 'yournewswire.com',
        contested: false,
        isDismissed: false,
        evidenceCounts: { 'fact-check': 4, case: 1, 'source-list': 1 },
        organisationCount: 6,
      },
    ]);
  });

  it('counts evidence by its plain kind where the context cannot be read', async () => {
    const stored = openStoredValues(async () => parts.database);
    const findings = await findListings('https://yournewswire.com/', parts.local.read, TODAY);
    const [finding] = await summariseFindings(findings, {
      stored: async (store, key) => (store === 'state' ? undefined : stored(store, key)),
      dismissed: [],
      language: 'en',
    });
    expect(finding?.evidenceCounts).toEqual({ 'fact-check': 5, 'source-list': 1 });
  });

  it('counts only the evidence of the scope that covers the page', async () => {
    const [finding] = await summarise('https://bild.eu.com/');
    expect(finding?.evidenceCounts).toEqual({ investigation: 4 });
  });

  it('knows which badges the reader hid', async () => {
    expect(await summarise('https://rt.com/', ['demonitor/rt'])).toMatchObject([
      { isDismissed: true },
    ]);
  });

  it('says nothing of a page that is not listed', async () => {
    expect(await summarise('https://notrt.com/')).toEqual([]);
  });

  it('can be indexed again from the database alone', async () => {
    const { local, database } = parts;
    const before = structuredClone(local.items.get('head')) as { index: unknown };
    const index = await readIndexInput(database, 'en');
    expect(index?.records.length).toBeGreaterThan(100);
    expect(index?.seed).toBe((before.index as { seed: number }).seed);
  });

  it('explains itself in the popup as the badge does', async () => {
    const { local, database } = parts;
    const described = await describeForPopup('https://rt.com/', {
      local,
      today: TODAY,
      openDatabase: async () => database,
    });
    if (described.kind !== 'listed') throw new Error(described.kind);
    const [finding] = described.findings;
    if (finding?.kind !== 'explained') throw new Error(finding?.kind);
    expect(finding.entry.name).toContain('RT');
    expect(finding.laws[0]?.url).toContain('833');
    expect(finding.commitments.map(({ commitment }) => commitment)).toEqual([1, 1]);
    expect(finding.commitments[0]?.isVerified).toBe(true);
    expect(finding.list).toMatchObject({ id: 'demonitor', ageDays: 0 });
    const by = finding.entry.evidence.map((item) => item.by);
    const known = finding.organisations.map(({ id }) => id);
    expect(by.filter((id) => !known.includes(id))).toEqual([]);
    expect(known.filter((id) => !by.includes(id))).toEqual([]);
  });

  it('tells the toolbar when it grew too old, and when the reader paused', async () => {
    const { local } = parts;
    expect(await readDefaultState(local, TODAY)).toBe('default');
    expect(await readDefaultState(local, '2027-11-25')).toBe('no-list');
    await new HeadWriter(local).change((head) => ({
      ...head,
      settings: { ...head.settings, paused: true },
    }));
    expect(await readDefaultState(local, TODAY)).toBe('paused');
  });
});

describe('a damaged package', () => {
  it.each([
    ['with a list of another format', (text: string) => text.replace('"format":1', '"format":9')],
    [
      'with an entry on a whole platform',
      (text: string) => text.replace('"yournewswire.com"', '"t.me"'),
    ],
  ])('%s is refused with the reason', async (_name, spoil) => {
    const { gunzipSync, gzipSync } = await import('node:zlib');
    const read = async (path: string): Promise<Response> => {
      const bytes = readFileSync(join(folder, path.replace('/list/', '')));
      if (path.endsWith('context.bin')) return new Response(bytes);
      return new Response(gzipSync(spoil(gunzipSync(bytes).toString())));
    };
    await expect(loadFloor(read, 'en')).rejects.toThrow(BrokenFloorError);
  });
});
