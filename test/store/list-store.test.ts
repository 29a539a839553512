import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { syncList } from '../../src/store/sync-list.ts';
import { ListRepository } from '../support/list-repository.ts';
import { makeList } from '../support/make-list.ts';
import { TestMachine } from '../support/test-machine.ts';

const NOW = Date.parse('2026-11-25T10:00:00Z');
const DAY = 86_400_000;
const LISTED = 'https://listed.test/';

let repository: ListRepository;
let machine: TestMachine;
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  repository = new ListRepository(NOW);
  repository.publishList(makeList(['listed.test', 'other.test']));
  machine = new TestMachine({ floor: repository, now: NOW });
});
const sync = () => machine.store.run((store) => syncList('test-list', store, () => undefined));
const ask = async (address: string) => (await machine.ask(address)).kind;

describe('the lists in force', () => {
  it('are the shipped ones on a first start, without a network', async () => {
    machine.openAddress = () => () => Promise.reject(new Error('no network'));
    expect(await ask(LISTED)).toBe('no-list');
    expect(await machine.store.prepare()).toBe('mended');
    expect(await ask(LISTED)).toBe('listed');
    expect(await ask('https://unlisted.test/')).toBe('not-listed');
    expect(await machine.store.repair()).toBe('unchanged');
  });

  it('follow what is published: by a delta, added and removed', async () => {
    await machine.store.prepare();
    repository.publishList(makeList(['added.test', 'other.test']));
    expect(await sync()).toEqual({ kind: 'updated' });
    expect(await ask('https://added.test/')).toBe('listed');
    expect(await ask(LISTED)).toBe('not-listed');
    expect(await ask('https://other.test/')).toBe('listed');
    expect(await machine.store.repair()).toBe('unchanged');
    expect(await sync()).toEqual({ kind: 'unchanged' });
  });

  it('stay fresh as long as their publisher signs them as current', async () => {
    await machine.store.prepare();
    for (let day = 5; day <= 80; day += 5) {
      repository.now = NOW + day * DAY;
      machine.now = repository.now;
      if (day % 25 === 0) repository.writeSnapshot();
      else repository.writeTimestamp();
      expect(await sync()).toEqual({ kind: 'unchanged' });
    }
    expect(await ask(LISTED)).toBe('listed');
    machine.now += 61 * DAY;
    expect(await ask(LISTED)).toBe('no-list');
  });
});
