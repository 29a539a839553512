import { makeLock } from '../support/make-lock.ts';
import 'fake-indexeddb/auto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeAddress as describeForPopup } from '../../src/background/describe-address.ts';
import { findListings } from '../../src/background/find-listings.ts';
import { readDefaultState } from '../../src/background/read-default-state.ts';
import { openStoredExplanations } from '../../src/background/stored-explanations.ts';
import { summariseFindings } from '../../src/background/summarise-findings.ts';
import { compileFolder } from '../../src/cli/compile-folder.ts';
import type { IndexHead } from '../../src/match/index-head.ts';
import { HeadWriter, readHead } from '../../src/store/head-store.ts';
import { ListRepository } from '../support/list-repository.ts';
import { makeList } from '../support/make-list.ts';
import type { ReleaseChanges } from '../support/signed-repository.ts';
import { serveRepository, TestMachine } from '../support/test-machine.ts';

const TODAY = '2026-11-25';
const NOW = Date.parse(`${TODAY}T10:00:00Z`);

describe('the shipped list', () => {
  let machine: TestMachine;
  const open = () => machine.store.open();

  /** The real list, signed as a release is. */
  beforeAll(async () => {
    const repository = new ListRepository(NOW);
    const { compiled, context } = await compileFolder('lists', { today: TODAY });
    repository.publishList(compiled, { context: { ...context } });
    machine = new TestMachine({ floor: repository, now: NOW, listId: 'demonitor' });
    await machine.store.prepare();
  });

  const findIn = (address: string) => findListings(address, machine.local.read, TODAY);
  const summarise = async (address: string, dismissed: readonly string[] = []) => {
    const stored = openStoredExplanations(open);
    return summariseFindings(await findIn(address), { stored, dismissed, language: 'en' });
  };

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

  it('counts evidence by its plain kind where the organisations cannot be read', async () => {
    const stored = openStoredExplanations(open);
    const [finding] = await summariseFindings(await findIn('https://yournewswire.com/'), {
      stored: {
        readEntry: stored.readEntry,
        readSubscription: stored.readSubscription,
        readList: async (key) => {
          const list = await stored.readList(key);
          return list && { ...list, organisations: [] };
        },
      },
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
    const readIndex = async () => (await readHead(machine.local)).index as IndexHead;
    const { generation, filter: _, ...before } = await readIndex();
    const records = machine.local.items.get(`r${generation}.0`);
    machine.local.items.delete('head');
    expect(await machine.store.repair()).toBe('mended');
    const { generation: next, filter: __, ...after } = await readIndex();
    expect(after).toEqual(before);
    // But for the seal, which is over the name too.
    expect(String(machine.local.items.get(`r${next}.0`)).slice(8)).toBe(String(records).slice(8));
    expect(await findIn('https://rt.com/')).toHaveLength(1);
  });

  it('explains itself in the popup as the badge does', async () => {
    const described = await describeForPopup('https://rt.com/', {
      local: machine.local,
      today: TODAY,
      openDatabase: open,
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
    const { local } = machine;
    expect(await readDefaultState(local, TODAY)).toBe('default');
    expect(await readDefaultState(local, '2027-11-25')).toBe('no-list');
    await new HeadWriter(local, makeLock()).change((head) => ({
      ...head,
      settings: { ...head.settings, paused: true },
    }));
    expect(await readDefaultState(local, TODAY)).toBe('paused');
  });
});

describe('a damaged package', () => {
  type Files = Map<string, Uint8Array>;
  const find = (files: Files, end: string) => [...files.keys()].find((key) => key.endsWith(end));
  const drop = (end: string) => (files: Files) => void files.delete(find(files, end) ?? '');
  const spoil = (end: string, change: (text: string) => string) => (files: Files) => {
    const path = find(files, end) ?? '';
    const bytes = files.get(path) ?? new Uint8Array();
    if (!path.endsWith('.bin')) files.set(path, Buffer.from(change(Buffer.from(bytes).toString())));
    else files.set(path, gzipSync(change(gunzipSync(bytes).toString())));
  };

  /** Installs what is left of a package of one entry. */
  async function install(
    damage: (files: Files) => void,
    entries: Parameters<typeof makeList>[0] = ['listed.test'],
    changes: ReleaseChanges = {},
    format = 1,
  ) {
    const repository = new ListRepository(NOW);
    repository.publishList(makeList(entries, { format }), { changes });
    const machine = new TestMachine({ floor: repository, now: NOW });
    const { floor } = machine.parts();
    const facts = await floor.fetchFile('floor.json', { maxBytes: 65_536, milliseconds: 1_000 });
    if (facts.kind !== 'bytes') throw new Error(facts.kind);
    const files = new Map(repository.files).set('floor.json', facts.bytes);
    damage(files);
    const damaged = { ...floor, fetchFile: serveRepository(() => files) };
    return machine.start({ floor: damaged }).prepare();
  }
  const sound = () => undefined;

  it('is told from a sound one', async () => {
    expect(await install(sound)).toBe('mended');
  });

  it.each<[string, (files: Files) => void, string]>([
    ['without floor.json', drop('floor.json'), 'missing-file floor.json'],
    ['with no JSON in it', spoil('floor.json', () => 'x'), 'missing-file floor.json'],
    ['without its first root', drop('1.root.json'), 'missing-file root'],
    ['with another first root', spoil('1.root.json', (text) => `${text} `), 'wrong-root root'],
    ['without timestamp', drop('timestamp.json'), 'missing-file timestamp'],
    [
      'with a timestamp that nobody signed',
      spoil('timestamp.json', (text) => text.replace('"length":', '"length":1')),
      'timestamp',
    ],
    ['without the list', drop('sources.bin'), 'missing-file targets/'],
    ['with half a list', spoil('sources.bin', (text) => text.slice(0, 200)), 'cut-short targets/'],
    ['without what the list is read with', drop('context.bin'), 'missing-file targets/'],
  ])('%s is refused with the reason', async (_name, damage, reason) => {
    const broken = { name: 'BrokenFloorError', message: expect.stringContaining(reason) };
    await expect(install(damage)).rejects.toMatchObject(broken);
  });

  it.each([
    ['of another format', ['listed.test'], 9],
    ['with an entry on a whole platform', ['shared.test'], 1],
  ])('with a list %s is refused, although it is signed', async (_name, entries, format) => {
    const broken = { name: 'BrokenFloorError', message: expect.stringContaining('unsafe-list') };
    await expect(install(sound, entries, {}, format)).rejects.toMatchObject(broken);
  });

  it('whose signatures had run out on the day of the build is refused', async () => {
    const expire = (until: string): ReleaseChanges => ({
      timestamp: (signed) => {
        signed['expires'] = until;
      },
    });
    expect(await install(sound, ['a.test'], expire('2026-11-25T10:00:01Z'))).toBe('mended');
    await expect(install(sound, ['a.test'], expire('2026-11-25T10:00:00Z'))).rejects.toMatchObject({
      message: expect.stringContaining('expired timestamp'),
    });
  });
});
