import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fetchCandidate } from '../../src/store/fetch-candidate.ts';
import { followList } from '../../src/store/follow-list.ts';
import { syncList } from '../../src/store/sync-list.ts';
import { serveLists } from '../support/follow-repository.ts';
import { entry, type Fields, factCheck } from '../support/list-files.ts';
import { ListRepository, TEST_CONTEXT } from '../support/list-repository.ts';
import { makeList } from '../support/make-list.ts';
import { serveRepository, TestMachine } from '../support/test-machine.ts';

const NOW = Date.parse('2026-11-25T10:00:00Z');
const ADDRESS = 'https://other-list.test/';

let machine: TestMachine;
let repository: ListRepository;
beforeEach(async () => {
  const own = new ListRepository(NOW);
  own.publishList(makeList(['own.test']));
  machine = new TestMachine({ floor: own, now: NOW });
  await machine.store.prepare();
  repository = new ListRepository(NOW);
  serveLists(machine, { [ADDRESS]: repository });
});

const fetchIt = (rootDigest = repository.rootDigest) =>
  machine.store.run((store) => fetchCandidate({ address: ADDRESS, rootDigest }, store));

/** Everything that the machine holds. */
async function readAll(): Promise<string> {
  const database = await machine.store.open();
  const stores = await Promise.all(
    ['entries', 'lists', 'subscriptions', 'trust', 'state'].map(async (name) => [
      await database.getAllKeys(name as 'lists'),
      await database.getAll(name as 'lists'),
    ]),
  );
  return JSON.stringify([stores, [...machine.local.items]]);
}

describe('a list that is looked at', () => {
  it('tells what it is and changes nothing on the machine', async () => {
    repository.publishList(makeList(['a.test', 'b.test']));
    const before = await readAll();
    expect(await fetchIt()).toMatchObject({
      ...{ kind: 'candidate', scopes: ['a.test', 'b.test'], entries: 2 },
      confirmedOn: '2026-11-25',
      header: { list: { id: 'test-list' }, version: 1 },
    });
    expect(await readAll()).toBe(before);
  });

  it('was confirmed on no day that its publisher does not name', async () => {
    repository.publishList(makeList(['a.test']), {
      changes: {
        timestamp: (signed) => {
          delete signed['issued'];
        },
      },
    });
    expect(await fetchIt()).toMatchObject({ kind: 'candidate', confirmedOn: '' });
  });

  it('is followed without being fetched again', async () => {
    repository.publishList(makeList(['a.test']));
    const candidate = await fetchIt();
    if (candidate.kind === 'failed') throw new Error(candidate.failure.reason);
    serveLists(machine, {});
    expect(await machine.store.run((store) => followList(candidate, store))).toEqual({
      kind: 'done',
    });
    expect((await machine.ask('https://a.test/')).kind).toBe('listed');
  });

  it('is taken with roots that came after the one the reader was told', async () => {
    const { rootDigest } = repository;
    repository.rotate('targets');
    repository.rotate('root');
    repository.publishList(makeList(['a.test']));
    expect((await fetchIt(rootDigest)).kind).toBe('candidate');
  });

  it('is refused under any other root than the one the reader was told', async () => {
    const { rootDigest } = repository;
    const impostor = new ListRepository(NOW);
    impostor.publishList(makeList(['a.test']));
    serveLists(machine, { [ADDRESS]: impostor });
    expect(await fetchIt(rootDigest)).toMatchObject({ failure: { reason: 'wrong-root' } });
    const last = rootDigest.endsWith('0') ? '1' : '0';
    serveLists(machine, { [ADDRESS]: repository });
    expect(await fetchIt(rootDigest.slice(0, -1) + last)).toMatchObject({
      failure: { reason: 'wrong-root' },
    });
  });

  it.each([
    ['metadata/1.root.json', 'missing-file'],
    ['metadata/timestamp.json', 'missing-file'],
    ['sources.bin', 'missing-file'],
    ['context.bin', 'missing-file'],
  ])('is refused without %s', async (end, reason) => {
    repository.publishList(makeList(['a.test']));
    const path = [...repository.files.keys()].find((key) => key.endsWith(end));
    repository.files.delete(path ?? '');
    expect(await fetchIt()).toMatchObject({ kind: 'failed', failure: { reason } });
  });

  it.each<['failed' | 'too-large', string]>([
    ['failed', 'unreachable'],
    ['too-large', 'too-large'],
  ])('says why its first root did not come: %s', async (kind, reason) => {
    const failure = { reason: 'unreachable' as const };
    const answer = kind === 'failed' ? { kind, failure } : { kind };
    machine.openAddress = () =>
      serveRepository(
        () => repository.files,
        async () => answer,
      );
    expect(await fetchIt()).toMatchObject({ failure: { reason } });
  });

  it('is refused when its text is another than was signed', async () => {
    repository.publishList(makeList(['a.test']), {
      changes: {
        targets: (signed) => {
          signed['targets']['sources.bin'].custom.digest = 'ab'.repeat(32);
        },
      },
    });
    expect(await fetchIt()).toMatchObject({ failure: { reason: 'wrong-digest' } });
  });

  it.each([
    ['entries', 'wrong-digest'],
    ['version', 'version-mismatch'],
  ])('is refused where its publisher signed other %s than it has', async (field, reason) => {
    repository.publishList(makeList(['a.test']), {
      changes: {
        targets: (signed) => {
          signed['targets']['sources.bin'].custom[field] += 1;
        },
      },
    });
    expect(await fetchIt()).toMatchObject({ failure: { reason, file: 'sources.bin' } });
  });

  it.each([
    ['longer', -1, 'failed'],
    ['as long', 0, 'candidate'],
  ])('whose text is %s than was signed: %i', async (_, more, kind) => {
    repository.publishList(makeList(['a.test']), {
      changes: {
        targets: (signed) => {
          signed['targets']['sources.bin'].custom.bytes += more;
        },
      },
    });
    expect((await fetchIt()).kind).toBe(kind);
  });
});

describe('a hostile list is refused whole', () => {
  const source = (fields: Fields) => ({ ...entry(fields), slug: 'source' });

  it.each<[string, Fields]>([
    ['a public suffix', { scopes: ['co.uk'] }],
    ['a suffix that a company rents out', { scopes: ['blogspot.com'] }],
    ['a single label', { scopes: ['test'] }],
    ['a whole shared host', { scopes: ['shared.test'] }],
    ['the host above a shared one', { scopes: ['portal.test'] }],
    ['a well-known site', { scopes: ['well-known.test'] }],
    ['an IP address', { scopes: ['192.0.2.1'] }],
    ['an IP address of six', { scopes: ['[2001:db8::1]'] }],
    ['characters that turn text around', { name: 'a\u202Eb' }],
    ['invisible characters', { name: 'a\u200Bb' }],
    ['a script for an address', { evidence: [factCheck({ url: 'javascript:alert(1)' })] }],
    ['a file for an address', { evidence: [factCheck({ url: 'file:///etc/hosts' })] }],
  ])('for %s', async (_, fields) => {
    repository.publishList(makeList(['a.test', source(fields)]));
    const before = await readAll();
    expect(await fetchIt()).toMatchObject({ kind: 'failed', failure: { reason: 'unsafe-list' } });
    expect(await readAll()).toBe(before);
  });

  it.each<[string, Fields]>([
    ['a host below a public suffix', { scopes: ['example.co.uk'] }],
    ['a blog of its own', { scopes: ['example.blogspot.com'] }],
    ['an account on a shared host', { scopes: ['shared.test/name'] }],
    ['a host below a well-known site', { scopes: ['blog.well-known.test'] }],
    ['letters of any script', { name: 'Правда 真' }],
  ])('but not for %s', async (_, fields) => {
    repository.publishList(makeList(['a.test', source(fields)]));
    expect((await fetchIt()).kind).toBe('candidate');
  });

  it('for what our own list forbids, whatever its own context allows', async () => {
    const neverList = { sharedHosts: [], wellKnown: [], exceptions: [] };
    const context = { ...TEST_CONTEXT, neverList };
    repository.publishList(makeList(['shared.test']), { context });
    expect(await fetchIt()).toMatchObject({ failure: { reason: 'unsafe-list' } });
  });

  it('when its publisher turned hostile later; the last good release stays', async () => {
    repository.publishList(makeList(['a.test']));
    const candidate = await fetchIt();
    if (candidate.kind === 'failed') throw new Error(candidate.failure.reason);
    await machine.store.run((store) => followList(candidate, store));
    repository.publishList(makeList(['a.test', 'co.uk']));
    const key = `test-list~${repository.rootDigest}`;
    expect(await syncList(key, machine.store, () => undefined)).toMatchObject({
      failure: { reason: 'unsafe-list' },
    });
    expect((await machine.ask('https://a.test/')).kind).toBe('listed');
    expect((await machine.ask('https://bbc.co.uk/')).kind).toBe('not-listed');
    expect(await machine.store.repair()).toBe('unchanged');
  });
});
