import { describe, expect, test } from 'vitest';
import { checkAddress } from '../../src/match/check-address.ts';
import { CountingStore, makeInput, makeList, TODAY } from './test-lists.ts';

const MANY = Array.from({ length: 5000 }, (_, i) => `h${i}.p${i % 3 ? i : i % 40}.test`);
const RULES = { aliases: [{ from: 'y.test', to: 'x.test' }], foldPathHosts: [] };

function makeSmall(): Promise<CountingStore> {
  return CountingStore.hold(makeInput(['a.test', 'x.test/name'], { rules: RULES }));
}

function makeLarge(): Promise<CountingStore> {
  return CountingStore.hold(makeInput([...MANY, 'x.test/name'], { rules: RULES }));
}

function check(store: CountingStore, input: string) {
  return checkAddress(input, store.read, TODAY);
}

describe('an unlisted page', () => {
  test('costs one read of one key while there is one shard', async () => {
    const store = await makeSmall();
    expect((await check(store, 'https://www.b.test/')).verdict.kind).toBe('not-listed');
    expect(store.reads).toEqual([['head']]);
  });

  test('costs two reads and three keys at most on any other list', async () => {
    const store = await makeLarge();
    for (const host of ['b.test', 'www.b.test', 'a.b.c.d.e.test', `x.${'a.'.repeat(200)}test`]) {
      store.reads.length = 0;
      expect((await check(store, `https://${host}/`)).verdict.kind).toBe('not-listed');
      expect(store.reads.length).toBeLessThanOrEqual(2);
      expect(store.reads.flat().length).toBeLessThanOrEqual(3);
    }
  });

  test('costs one key more where the host has path scopes, and tells so', async () => {
    const store = await makeLarge();
    const { verdict, dependsOnPath } = await check(store, 'https://www.y.test/other/a');
    expect(verdict.kind).toBe('not-listed');
    expect(dependsOnPath).toBe(true);
    expect(store.reads.length).toBe(2);
    expect(store.reads.flat().length).toBeLessThanOrEqual(4);
    expect((await check(store, 'https://b.test/')).dependsOnPath).toBe(false);
  });

  test('reads at most 40 KB of text', async () => {
    const store = await makeLarge();
    await check(store, 'https://www.b.test/');
    const texts = store.reads.flat().map((key) => JSON.stringify(store.values.get(key)));
    expect(texts.join('').length).toBeLessThan(40_000);
  });

  test('costs no read of the head where it is given', async () => {
    const store = await makeSmall();
    const head = store.values.get('head');
    const { verdict } = await checkAddress('https://b.test', store.read, TODAY, head);
    expect(verdict.kind).toBe('not-listed');
    expect(store.reads).toEqual([]);
  });
});

test('a listed page costs one read of records more', async () => {
  const store = await makeLarge();
  const { verdict } = await check(store, `https://www.${MANY[77]}/`);
  expect(verdict).toMatchObject({ kind: 'listed', findings: [{ scope: MANY[77] }] });
  expect(store.reads.length).toBe(3);
});

test('hands back the head as stored, for the settings in it', async () => {
  const store = await makeSmall();
  expect((await check(store, 'about:blank')).head).toBe(store.values.get('head'));
  expect((await check(store, 'https://b.test')).head).toBe(store.values.get('head'));
});

test('what is not checkable stays so without any list', async () => {
  const { verdict } = await check(new CountingStore(), 'about:blank');
  expect(verdict).toEqual({ kind: 'not-checkable', reason: 'other-scheme' });
  const failing = () => Promise.reject(new Error('closed'));
  expect((await checkAddress('about:blank', failing, TODAY)).verdict).toEqual(verdict);
});

describe('no list', () => {
  const noList = (reason: string) => ({ kind: 'no-list', reason, staleLists: [] });

  test('is missing when there is no head, no index in it, or no list in that', async () => {
    const store = new CountingStore();
    expect((await check(store, 'b.test')).verdict).toEqual(noList('missing'));
    store.values.set('head', { settings: {} });
    expect((await check(store, 'b.test')).verdict).toEqual(noList('missing'));
    const empty = await CountingStore.hold(makeInput([], { lists: [] }));
    expect((await check(empty, 'b.test')).verdict).toEqual(noList('missing'));
  });

  test('is switched off when that is why there is no list in the index', async () => {
    const empty = await CountingStore.hold(makeInput([], { lists: [] }));
    const mark = (isSwitchedOff: unknown) =>
      empty.values.set('head', { ...Object(empty.values.get('head')), isSwitchedOff });
    mark(true);
    expect((await check(empty, 'b.test')).verdict).toEqual(noList('switched-off'));
    mark('true');
    expect((await check(empty, 'b.test')).verdict).toEqual(noList('missing'));
  });

  test('is broken when storage fails, at any read', async () => {
    for (const failAt of [1, 2, 3]) {
      const store = await makeLarge();
      const read = (keys: readonly string[]) =>
        store.reads.length + 1 === failAt ? Promise.reject(new Error('quota')) : store.read(keys);
      const { verdict } = await checkAddress(`https://${MANY[5]}/`, read, TODAY);
      expect(verdict).toEqual(noList('broken'));
    }
  });

  test('is too old past maxStaleDays, and says how old', async () => {
    const list = makeList('main', { publishedOn: '2026-08-26', maxStaleDays: 90 });
    const old = await CountingStore.hold(makeInput(['a.test'], { lists: [list] }));
    expect((await check(old, 'a.test')).verdict).toMatchObject({
      ...{ kind: 'no-list', reason: 'too-old' },
      staleLists: [{ id: 'main', ageDays: 91 }],
    });
    const { verdict } = await checkAddress('a.test', old.read, '2026-11-24');
    expect(verdict.kind).toBe('listed');
  });

  test('is not too old as long as its publisher signs it as current', async () => {
    const list = makeList('main', { publishedOn: '2026-01-01', maxStaleDays: 90 });
    const store = await CountingStore.hold(makeInput(['a.test'], { lists: [list] }));
    const confirm = (confirmed: unknown) =>
      store.values.set('head', { ...Object(store.values.get('head')), confirmed });
    expect((await check(store, 'a.test')).verdict.kind).toBe('no-list');
    confirm({ main: '2026-08-27' });
    expect((await check(store, 'a.test')).verdict.kind).toBe('listed');
    confirm({ main: '2026-08-26' });
    expect((await check(store, 'a.test')).verdict).toMatchObject({
      ...{ kind: 'no-list', reason: 'too-old' },
      staleLists: [{ id: 'main', confirmedOn: '2026-08-26', ageDays: 91 }],
    });
    confirm('garbage');
    expect((await check(store, 'a.test')).verdict).toMatchObject({ reason: 'too-old' });
  });

  const heads = [null, 7, 'x', { index: 7 }, { index: null }, { index: [] }];
  test.each(heads)('is broken when the head is %j', async (head) => {
    const store = await makeSmall();
    store.values.set('head', head);
    expect((await check(store, 'b.test')).verdict).toEqual(noList('broken'));
    expect(store.reads.length).toBe(2);
  });

  test.each([
    ['format', 2],
    ['generation', '3'],
    ['generation', -1],
    ['seed', 0.5],
    ['filterShards', 0],
    ['filterShards', 1e9],
    ['recordShards', Number.NaN],
    ['lists', undefined],
    ['lists', [{ id: 'main' }]],
    ['lists', [{ ...makeList('main'), publishedOn: 7 }]],
    ['pathHosts', 'x.test'],
    ['pathHosts', [7]],
    ['foldPathHosts', {}],
    ['aliases', [{ from: 'x.test' }]],
    ['filter', 7],
    ['filter', ''],
  ])('is broken when %s of the head is %j', async (field, value) => {
    const store = await makeSmall();
    const head = store.values.get('head');
    if (typeof head !== 'object' || head === null || !('index' in head)) throw new Error('no head');
    store.values.set('head', { index: { ...Object(head.index), [field]: value } });
    expect((await check(store, 'b.test')).verdict).toEqual(noList('broken'));
  });

  const damage: [string, (text: string) => unknown][] = [
    ['missing', () => undefined],
    ['no text', () => ({})],
    ['empty', () => ''],
    ['cut', (text) => text.slice(0, -4)],
    ['longer', (text) => `${text}AAAA`],
    [
      'changed by a letter',
      (text) => text.slice(0, 90) + (text[90] === 'A' ? 'B' : 'A') + text.slice(91),
    ],
    ['without its seal', (text) => text.slice(8)],
  ];
  test.each(damage)('is broken when a shard is %s', async (_, change) => {
    for (const kind of ['s', 'r']) {
      const store = await makeLarge();
      for (const [key, text] of store.values) {
        if (key.startsWith(kind)) store.values.set(key, change(String(text)));
      }
      for (const host of ['b.test', ...MANY.slice(0, 40)]) {
        const { verdict } = await check(store, host);
        if (kind === 'r' && host === 'b.test') expect(verdict.kind).toBe('not-listed');
        else expect(verdict).toEqual(noList('broken'));
      }
    }
  });

  test('is broken when one shard lies where another should, or is of another generation', async () => {
    const store = await makeLarge();
    const other = await CountingStore.hold(makeInput(MANY.slice(1)), 4);
    for (const key of [...store.values.keys()]) {
      if (key.startsWith('s')) store.values.set(key, other.values.get(key.replace('s3', 's4')));
    }
    expect((await check(store, 'b.test')).verdict).toEqual(noList('broken'));
    const swapped = await makeLarge();
    const [first, second] = [swapped.values.get('s3.0'), swapped.values.get('s3.1')];
    swapped.values.set('s3.0', second).set('s3.1', first);
    const kinds = await Promise.all(
      MANY.slice(0, 60).map(async (h) => (await check(swapped, h)).verdict.kind),
    );
    expect(kinds).toContain('no-list');
    expect(kinds).not.toContain('not-listed');
  });
});

test('a page that meets a swap reads the new head and goes on', async () => {
  const store = await makeLarge();
  const next = await CountingStore.hold(makeInput([...MANY, 'new.test']), 5);
  const read = async (keys: readonly string[]) => {
    const answer = await store.read(keys);
    if (store.reads.length === 1) {
      store.values.clear();
      for (const [key, value] of next.values) store.values.set(key, value);
    }
    return answer;
  };
  const { verdict, head } = await checkAddress('https://new.test/', read, TODAY);
  expect(verdict).toMatchObject({ kind: 'listed', findings: [{ scope: 'new.test' }] });
  expect(head).toBe(next.values.get('head'));
});

test('a filter that says "maybe" wrongly costs a read and gives not listed', async () => {
  const store = await makeSmall();
  // Under the same filter, records that don't know the host.
  const other = await CountingStore.hold(makeInput(['c.test']));
  store.values.set('r3.0', other.values.get('r3.0'));
  expect((await check(store, 'a.test')).verdict.kind).toBe('not-listed');
  expect(store.reads.length).toBe(2);
});
