// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AnswerParts, answerMessage } from '../../src/background/answer-messages.ts';
import { createAnswers } from '../../src/background/create-answers.ts';
import { PageWatch } from '../../src/content/page-watch.ts';
import type { Browser, Runtime } from '../../src/platform/browser.ts';
import { readToday } from '../../src/platform/clock.ts';
import type { PageApi } from '../../src/platform/page-api.ts';
import { enableList } from '../../src/store/follow-list.ts';
import type { FakeLocalArea } from '../support/fake-local-area.ts';
import { entry } from '../support/list-files.ts';
import { ListRepository } from '../support/list-repository.ts';
import { makeList } from '../support/make-list.ts';
import { TestMachine } from '../support/test-machine.ts';

/*
 * Page and worker together, nothing between them faked but the browser: what either does alone is
 * tested beside it, and what went wrong so far went wrong between the two.
 */

const TODAY = readToday();
const HOST = 'listed.example';
const TAB = 7;
const OWN = 'chrome-extension://abc';

/** The shipped list, of today. */
function publish(): ListRepository {
  const repository = new ListRepository(Date.parse(`${TODAY}T00:00:00Z`));
  const source = { ...entry({ scopes: [HOST], reviewed: TODAY, reviewBy: TODAY }), slug: 'source' };
  repository.publishList(makeList([source], { publishedOn: TODAY }));
  return repository;
}

type Listener = Parameters<PageApi['runtime']['onMessage']['addListener']>[0];

let local: FakeLocalArea;
let machine: TestMachine;
let answers: AnswerParts;
let icons: Map<number | undefined, string>;
let sent: string[];
let watch: PageWatch;
/** What the worker says to the page. */
let tell: (message: unknown) => void;
/** Cuts the page off from its extension: it then takes its badge down by itself. */
let orphan: () => void;

function createBrowser(readListener: () => Listener | undefined): Browser {
  const api = {
    action: {
      setIcon: async ({ tabId, path }: { tabId?: number; path: Record<number, string> }) =>
        void icons.set(tabId, path[16] ?? ''),
      setTitle: async () => undefined,
    },
    i18n: { getMessage: (key: string) => key },
    tabs: {
      query: async () => [{ id: TAB }],
      sendMessage: async (_tabId: number, message: unknown) => {
        let answer: unknown;
        readListener()?.(message, {}, (value) => {
          answer = value;
        });
        return answer;
      },
    },
  };
  // The parts of the API that are used; a call of any other throws.
  return api as unknown as Browser;
}

beforeEach(() => {
  const floor = publish();
  machine = new TestMachine({ floor, now: floor.now });
  // happy-dom's own way to say where the page is.
  const { happyDOM } = window as unknown as { happyDOM: { setURL: (url: string) => void } };
  happyDOM.setURL(`https://${HOST}/news`);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  local = machine.local;
  icons = new Map();
  sent = [];
  let listener: Listener | undefined;
  const browser = createBrowser(() => listener);
  ({ answers } = createAnswers({
    browser,
    ownOrigin: OWN,
    local,
    head: machine.head,
    // By its name: a test may put another store in its place.
    lists: {
      open: () => machine.store.open(),
      openStore: () => machine.store.openStore(),
      run: (job) => machine.store.run(job),
      repair: () => machine.store.repair(),
    },
    language: 'en',
    readToday: () => TODAY,
    now: () => machine.now,
  }));
  const sender = { url: `https://${HOST}/`, frameId: 0, tab: { id: TAB, incognito: false } };
  const runtime: { id?: string } = { id: 'abc' };
  tell = (message) => void listener?.(message, {}, () => undefined);
  orphan = () => {
    delete runtime.id;
    tell({ kind: 'list/changed' });
  };
  const api: PageApi = {
    storage: { local: { get: local.read } },
    runtime: Object.assign(runtime, {
      sendMessage: async (message: unknown) => {
        sent.push((message as { kind: string }).kind);
        return answerMessage(message, sender as Runtime.MessageSender, answers);
      },
      onMessage: {
        addListener: (added: Listener) => {
          listener = added;
        },
      },
    }),
    i18n: {
      getMessage: (key) => (key === 'language_tag' ? 'en' : key),
      getUILanguage: () => 'en',
    },
  };
  watch = new PageWatch(api);
});
afterEach(() => {
  orphan();
  vi.restoreAllMocks();
});

const findBadge = () => document.documentElement.querySelector(':scope > div');
const settle = () => new Promise((done) => setTimeout(done, 50));

it('a page that was there before the list is drawn once the list is', async () => {
  await watch.start();
  await vi.waitFor(() => expect(findBadge()).not.toBeNull());
  await settle();
  expect(icons.get(TAB)).toBe('/icons/listed-16.png');
  expect(sent).toEqual(['page/no-list', 'page/listed']);
});

it('a list that was mended reaches its pages though the toolbar could not be set', async () => {
  const set = icons.set.bind(icons);
  let failures = 0;
  icons.set = (tab, path) => {
    if (tab !== undefined || failures > 0) return set(tab, path);
    failures += 1;
    throw new Error('Failed to fetch');
  };
  await watch.start();
  await vi.waitFor(() => expect(findBadge()).not.toBeNull());
  expect(failures).toBe(1);
});

it('a sound list is left alone by the pages that read it', async () => {
  await machine.store.repair();
  const before = structuredClone(local.items);
  await watch.start();
  await settle();
  expect(local.items).toEqual(before);
  expect(sent).toEqual(['page/listed']);
});

it('records that can be neither read nor made anew leave the page unchecked, and quiet', async () => {
  await machine.store.repair();
  for (const key of local.items.keys()) if (key.startsWith('r')) local.items.set(key, 'garbage');
  local.failOnWrite = () => true;
  await watch.start();
  await settle();
  expect(icons.get(TAB)).toBe('/icons/no-list-16.png');
  expect(findBadge()).toBeNull();
  expect(sent).toEqual(['page/no-list']);
});

it('lost entries are brought back by the page that misses them', async () => {
  await machine.store.repair();
  await (await machine.store.open()).clear('entries');
  await watch.start();
  await vi.waitFor(() => expect(findBadge()).not.toBeNull());
  await settle();
  expect(icons.get(TAB)).toBe('/icons/listed-16.png');
});

it('lost entries that cannot be brought back cost a page its card, not its mark', async () => {
  await machine.store.repair();
  await (await machine.store.open()).clear('entries');
  machine.local.failOnWrite = () => true;
  await watch.start();
  await settle();
  expect(icons.get(TAB)).toBe('/icons/listed-16.png');
  expect(findBadge()).toBeNull();
});

it('a worker that could not look once has the page ask again', async () => {
  await machine.store.repair();
  vi.spyOn(answers, 'findListings').mockRejectedValueOnce(new Error('storage is closed'));
  await watch.start();
  await vi.waitFor(() => expect(findBadge()).not.toBeNull());
  expect(sent).toEqual(['page/listed', 'page/listed']);
});

it('a database that never opens costs a page its card, not its mark', async () => {
  await machine.store.repair();
  machine.start({ openDatabase: () => new Promise(() => undefined) });
  const started = watch.start();
  await vi.waitFor(() => expect(icons.get(TAB)).toBe('/icons/listed-16.png'));
  await started;
  expect(findBadge()).toBeNull();
  expect(icons.get(TAB)).toBe('/icons/listed-16.png');
});

it('a page for which the reader switched all lists off asks for nothing', async () => {
  await machine.store.repair();
  await machine.store.run((store) => enableList('test-list', false, store));
  const repair = vi.spyOn(machine.store, 'repair');
  await watch.start();
  await settle();
  expect(sent).toEqual([]);
  expect(repair).not.toHaveBeenCalled();
  await machine.store.run((store) => enableList('test-list', true, store));
  tell({ kind: 'list/changed' });
  await vi.waitFor(() => expect(findBadge()).not.toBeNull());
});

describe('a page whose list broke for good', () => {
  const NO_LIST = '/icons/no-list-16.png';
  const breakList = () => {
    for (const key of local.items.keys()) if (key.startsWith('r')) local.items.set(key, 'garbage');
    local.failOnWrite = () => true;
  };
  beforeEach(() => machine.store.repair());

  it('says so in place of its mark', async () => {
    await watch.start();
    await vi.waitFor(() => expect(icons.get(TAB)).toBe('/icons/listed-16.png'));
    breakList();
    tell({ kind: 'list/changed' });
    await vi.waitFor(() => expect(icons.get(TAB)).toBe(NO_LIST));
    await settle();
    expect(icons.get(TAB)).toBe(NO_LIST);
    expect(findBadge()).toBeNull();
  });

  it('says so again on return from the back-forward cache', async () => {
    breakList();
    await watch.start();
    await vi.waitFor(() => expect(icons.get(TAB)).toBe(NO_LIST));
    // A navigation takes a tab's own icon away.
    icons.delete(TAB);
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await vi.waitFor(() => expect(icons.get(TAB)).toBe(NO_LIST));
  });

  it('keeps saying so when the reader tries in vain to mend it', async () => {
    breakList();
    await watch.start();
    await vi.waitFor(() => expect(icons.get(TAB)).toBe(NO_LIST));
    const popup = { url: `${OWN}/popup.html` } as Runtime.MessageSender;
    expect(await answerMessage({ kind: 'list/repair' }, popup, answers)).toEqual({
      repaired: false,
    });
    await settle();
    expect(icons.get(TAB)).toBe(NO_LIST);
  });
});
