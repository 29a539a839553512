import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { describeLink } from '../../src/background/describe-link.ts';
import { readCodeFiles } from '../code-of-practice/read-code-files.ts';
import { NEVER_LIST, ORGANISATIONS, PLATFORMS, TODAY } from '../support/list-files.ts';
import { ListRepository } from '../support/list-repository.ts';
import { makeList } from '../support/make-list.ts';
import { TestMachine } from '../support/test-machine.ts';

const NOW = Date.parse(`${TODAY}T10:00:00Z`);
const WRAPPERS = [
  { hosts: ['l.wrap.test'], target: { in: 'query', keys: ['u'] } },
  { hosts: ['listed.test'], target: { in: 'query', keys: ['u'] } },
  { hosts: ['newer.test'], target: { in: 'dream' } },
];

let machine: TestMachine;
beforeEach(async () => {
  const repository = new ListRepository(NOW);
  const platforms = { ...PLATFORMS, wrappers: WRAPPERS };
  const code = readCodeFiles();
  const context = {
    format: 1,
    organisations: ORGANISATIONS,
    neverList: NEVER_LIST,
    platforms,
    code,
  };
  repository.publishList(makeList(['listed.test']), { context });
  machine = new TestMachine({ floor: repository, now: NOW });
  await machine.store.prepare();
});

const ask = (link: string, openDatabase = () => machine.store.open()) =>
  describeLink(link, { local: machine.local, today: TODAY, openDatabase });
const wrap = (address: string) => `https://l.wrap.test/?u=${encodeURIComponent(address)}`;

describe('a link that somebody pastes', () => {
  it.each([wrap('https://www.listed.test/a'), wrap('https://www.listed.test/a').slice(8)])(
    'is taken for where it leads: %s',
    async (link) => {
      expect(await ask(link)).toMatchObject({
        ...{ kind: 'listed', address: 'https://www.listed.test/a', through: 'l.wrap.test' },
      });
    },
  );

  it('says through what it leads where that is not listed either', async () => {
    expect(await ask(wrap('https://other.test/'))).toMatchObject({
      ...{ kind: 'not-listed', address: 'https://other.test/', through: 'l.wrap.test' },
    });
  });

  it.each([
    ['https://listed.test/?u=https%3A%2F%2Fother.test%2F', 'listed'],
    ['https://other.test/?u=https%3A%2F%2Flisted.test%2F', 'not-listed'],
    ['https://newer.test/?u=https%3A%2F%2Flisted.test%2F', 'not-listed'],
    ['https://l.wrap.test/', 'not-listed'],
  ])(
    'is taken as it stands where it leads nowhere else, or is listed itself: %s',
    async (link, kind) => {
      const described = await ask(link);
      expect(described).toMatchObject({ kind, address: link });
      expect(described).not.toHaveProperty('through');
    },
  );

  it('is taken as it stands while the rules cannot be read', async () => {
    const described = await ask(wrap('https://listed.test/'), () =>
      Promise.reject(new Error('no')),
    );
    expect(described).toMatchObject({ kind: 'not-listed', address: wrap('https://listed.test/') });
  });

  it('is not checkable where it is no link', async () => {
    expect(await ask('mailto:a@listed.test')).toMatchObject({ kind: 'not-checkable' });
  });
});
