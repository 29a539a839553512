// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PageWatch } from '../../src/content/page-watch.ts';
import { readToday } from '../../src/platform/clock.ts';
import type { PageApi } from '../../src/platform/page-api.ts';
import { buildShards } from '../support/build-shards.ts';

const TODAY = readToday();
const HOST = 'listed.example';

async function buildItems(scope: string, generation = 1): Promise<Record<string, unknown>> {
  const list = { id: 'test', title: 'Test', version: 1, publishedOn: TODAY, maxStaleDays: 30 };
  const record = { list: 'test', entry: 'source', scope, state: 'listed', until: TODAY } as const;
  const { head, shards } = await buildShards(
    { lists: [list], records: [record], rules: { aliases: [], foldPathHosts: [] }, seed: 1 },
    generation,
  );
  return { head: { index: head, settings: {}, dismissed: [] }, ...shards };
}

const FINDING = {
  list: 'test',
  listTitle: 'Test list',
  isDevelopment: false,
  entry: 'source',
  name: 'Example Truth',
  scope: HOST,
  contested: false,
  grounds: ['fabricated-news'],
  commitments: [1],
  evidenceCounts: { 'fact-check': 2 },
  organisationCount: 2,
  reviewed: TODAY,
  isDismissed: false,
};

const pages: (() => void)[] = [];

type Listener = Parameters<PageApi['runtime']['onMessage']['addListener']>[0];

function createPage(items: Record<string, unknown>, reply: unknown) {
  const sent: unknown[] = [];
  let listener: Listener | undefined;
  const runtime = {
    id: 'abc' as string | undefined,
    sendMessage: vi.fn(async (message: unknown) => {
      sent.push(message);
      return reply;
    }),
    onMessage: {
      addListener: (added: Listener) => {
        listener = added;
      },
    },
  };
  const get = vi.fn(async (keys: readonly string[]) =>
    Object.fromEntries(keys.flatMap((key) => (key in items ? [[key, items[key]]] : []))),
  );
  const api = {
    storage: { local: { get } },
    runtime,
    i18n: {
      getMessage: (key: string) => (key === 'language_tag' ? 'en' : key),
      getUILanguage: () => 'en',
    },
  };
  const watch = new PageWatch(api as PageApi);
  const receive = (message: unknown): unknown => {
    let answer: unknown;
    listener?.(message, {}, (value) => {
      answer = value;
    });
    return answer;
  };
  pages.push(() => {
    runtime.id = undefined;
    receive({ kind: 'list/changed' });
  });
  return { watch, sent, get, runtime, items, receive };
}

/** The badge's host is the only thing of it that anybody outside can find. */
const findHost = () => document.documentElement.querySelector(':scope > div');
const HEARD = { isHeard: true };
const LISTED = { kind: 'listed', findings: [FINDING] };

/** happy-dom's own way to say where the page is. */
function setAddress(path: string): void {
  const { happyDOM } = window as unknown as { happyDOM: { setURL: (url: string) => void } };
  happyDOM.setURL(`https://${HOST}${path}`);
}

/** A check reads and reports without any clock: all of it is done within a turn of the loop. */
const settle = () => new Promise((done) => setTimeout(done, 0));

/** As `pushState` does, in a browser that is asked by time. */
async function move(path: string): Promise<void> {
  setAddress(path);
  window.dispatchEvent(new Event('popstate'));
  await settle();
}

/** The newest badge's root: closed, so it is caught on its way to the script that made it. */
function catchRoot(): () => ShadowRoot | undefined {
  const attach = vi.spyOn(Element.prototype, 'attachShadow');
  return () => attach.mock.results.at(-1)?.value;
}

function pressDismiss(root: ShadowRoot | undefined): void {
  for (const button of root?.querySelectorAll('button') ?? []) {
    if (button.textContent === 'badge_dismiss') button.click();
  }
}

function showAgain({ persisted }: { readonly persisted: boolean }): void {
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
}

beforeEach(() => setAddress('/news'));
afterEach(() => {
  // An orphaned script takes its badge down by itself; one removed by us would come back.
  for (const orphan of pages.splice(0)) orphan();
  vi.restoreAllMocks();
});

describe('a listed page', () => {
  it('asks the worker once, by path alone, and draws', async () => {
    const { watch, sent } = createPage(await buildItems(HOST), LISTED);
    await watch.start();
    expect(sent).toEqual([{ kind: 'page/listed', request: { path: '/news' } }]);
    expect(findHost()).not.toBeNull();
    expect(findHost()?.shadowRoot).toBeNull();
  });

  it('leaves when the worker says that it is not listed', async () => {
    const { watch, receive } = createPage(await buildItems(HOST), { kind: 'not-listed' });
    await watch.start();
    expect(findHost()).toBeNull();
    expect(receive({ kind: 'page/state' })).toEqual({ isListed: false });
  });

  it.each([
    ['the worker does not answer', undefined],
    ['the entries cannot be read', { kind: 'listed', findings: [] }],
    ['the answer is of another version', { kind: 'listed', findings: [{ name: 'x' }] }],
    [
      'the answer has grounds unknown here',
      { kind: 'listed', findings: [{ ...FINDING, grounds: ['toString'] }] },
    ],
  ])('draws nothing but stays listed when %s', async (_name, reply) => {
    const { watch, receive } = createPage(await buildItems(HOST), reply);
    await watch.start();
    expect(findHost()).toBeNull();
    expect(receive({ kind: 'page/state' })).toEqual({ isListed: true });
  });

  it('keeps its badge, and what is open in it, when nothing about it changed', async () => {
    const { watch, items, receive, sent } = createPage(await buildItems(HOST), LISTED);
    await watch.start();
    const before = findHost();
    Object.assign(items, await buildItems(HOST, 2));
    receive({ kind: 'list/changed' });
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    await Promise.resolve();
    expect(findHost()).toBe(before);
  });

  it('is found when the page moves there before its first check is done', async () => {
    const { watch, get, sent } = createPage(await buildItems(`${HOST}/elsewhere`), LISTED);
    const read = get.getMockImplementation();
    get.mockImplementationOnce(async (keys) => {
      setAddress('/elsewhere');
      return (await read?.(keys)) ?? {};
    });
    await watch.start();
    expect(sent).toEqual([{ kind: 'page/listed', request: { path: '/elsewhere' } }]);
    expect(findHost()).not.toBeNull();
  });

  it.each([
    ['is hidden for this source', { ...FINDING, isDismissed: true }, {}],
    ['is set to the toolbar only', FINDING, { show: 'toolbar' }],
  ])('draws nothing when the badge %s, and stays listed', async (_name, finding, settings) => {
    const items = await buildItems(HOST);
    const { watch, receive } = createPage(
      { ...items, head: { ...(items['head'] as object), settings } },
      { kind: 'listed', findings: [finding] },
    );
    await watch.start();
    expect(findHost()).toBeNull();
    expect(receive({ kind: 'page/state' })).toEqual({ isListed: true });
  });

  it('says nothing while paused', async () => {
    const items = await buildItems(HOST);
    const head = { ...(items['head'] as object), settings: { paused: true } };
    const { watch, sent } = createPage({ ...items, head }, LISTED);
    await watch.start();
    expect(sent).toEqual([]);
    expect(findHost()).toBeNull();
  });

  it('gives badge and toolbar back when the list drops it', async () => {
    const { watch, items, receive, sent } = createPage(await buildItems(HOST), LISTED);
    await watch.start();
    Object.assign(items, await buildItems('other.example', 2));
    receive({ kind: 'list/changed' });
    await vi.waitFor(() => expect(sent.at(-1)).toMatchObject({ kind: 'page/left' }));
    expect(findHost()).toBeNull();
  });

  it('that finds no list any more says only that', async () => {
    const { watch, items, receive, sent } = createPage(await buildItems(HOST), LISTED);
    await watch.start();
    for (const key of Object.keys(items)) delete items[key];
    receive({ kind: 'list/changed' });
    await settle();
    expect(sent.slice(1)).toEqual([{ kind: 'page/no-list' }]);
    expect(findHost()).toBeNull();
    expect(receive({ kind: 'page/state' })).toEqual({ isListed: false });
  });

  it('says so each time that it moves to where no list can be read', async () => {
    const { watch, items, sent } = createPage(await buildItems(`${HOST}/elsewhere`), LISTED);
    setAddress('/elsewhere');
    await watch.start();
    const whole = { ...items };
    for (let turn = 0; turn < 2; turn += 1) {
      for (const key of Object.keys(items)) if (key.startsWith('r')) delete items[key];
      await move(`/elsewhere/${turn}`);
      Object.assign(items, whole);
      await move('/elsewhere');
    }
    const kinds = ['page/listed', 'page/no-list', 'page/listed', 'page/no-list', 'page/listed'];
    expect(sent).toMatchObject(kinds.map((kind) => ({ kind })));
  });

  it('takes its badge down once an update has cut it off', async () => {
    const { watch, runtime, receive, get } = createPage(await buildItems(HOST), LISTED);
    await watch.start();
    runtime.id = undefined;
    const calls = get.mock.calls.length;
    receive({ kind: 'list/changed' });
    await Promise.resolve();
    expect(findHost()).toBeNull();
    expect(get.mock.calls.length).toBe(calls);
  });
});

describe('a source that two lists name', () => {
  const OTHER = { ...FINDING, list: 'other', listTitle: 'Other list', entry: 'same' };

  it('has one badge which says what each of them says', async () => {
    const root = catchRoot();
    const both = { kind: 'listed', findings: [FINDING, OTHER] };
    await createPage(await buildItems(HOST), both).watch.start();
    expect(root()?.querySelectorAll('.pill')).toHaveLength(1);
    expect(root()?.querySelectorAll('.name')).toHaveLength(2);
  });

  it('shows what the other says where the reader hid one of them', async () => {
    const root = catchRoot();
    const findings = [{ ...FINDING, isDismissed: true }, OTHER];
    await createPage(await buildItems(HOST), { kind: 'listed', findings }).watch.start();
    expect(root()?.querySelectorAll('.name')).toHaveLength(1);
  });

  it('is hidden for both by one press', async () => {
    const root = catchRoot();
    const both = { kind: 'listed', findings: [FINDING, OTHER] };
    const { watch, sent } = createPage(await buildItems(HOST), both);
    await watch.start();
    pressDismiss(root());
    expect(findHost()).toBeNull();
    await settle();
    expect(sent.slice(1)).toEqual([
      { kind: 'badge/dismiss', request: { path: '/news', list: 'test', entry: 'source' } },
      { kind: 'badge/dismiss', request: { path: '/news', list: 'other', entry: 'same' } },
    ]);
  });
});

describe('a badge that the reader hides', () => {
  /** What the worker answers and stores when it hides and shows again; in private it stores nothing. */
  async function openPage({ isPrivate }: { readonly isPrivate: boolean }) {
    const root = catchRoot();
    const page = createPage(await buildItems(HOST), LISTED);
    const store = (dismissed: readonly string[]) => {
      page.items['head'] = { ...(page.items['head'] as object), dismissed };
      const finding = { ...FINDING, isDismissed: dismissed.length > 0 };
      page.runtime.sendMessage.mockImplementation(async (message) => {
        const { kind } = message as { kind: string };
        if (kind === 'badge/dismiss' && !isPrivate) store(['test/source']);
        return { kind: 'listed', findings: [finding] };
      });
    };
    store([]);
    await page.watch.start();
    return { ...page, store, hide: () => pressDismiss(root()) };
  }

  it('is gone at once, and back when the reader shows it again', async () => {
    const { hide, store, receive } = await openPage({ isPrivate: false });
    hide();
    expect(findHost()).toBeNull();
    await settle();
    store([]);
    receive({ kind: 'list/changed' });
    await settle();
    expect(findHost()).not.toBeNull();
  });

  it('stays hidden when a list changes', async () => {
    const { hide, receive } = await openPage({ isPrivate: false });
    hide();
    await settle();
    receive({ kind: 'list/changed' });
    await settle();
    expect(findHost()).toBeNull();
  });

  it('stays hidden on its page where nothing is stored', async () => {
    const { hide, receive, runtime } = await openPage({ isPrivate: true });
    hide();
    await settle();
    expect(runtime.sendMessage).toHaveBeenCalledTimes(2);
    receive({ kind: 'list/changed' });
    await settle();
    expect(runtime.sendMessage).toHaveBeenCalledTimes(3);
    expect(findHost()).toBeNull();
  });
});

describe('a page that nobody heard', () => {
  it.each([
    ['finds no list', false],
    ['is listed', true],
  ])('that %s says so again when it is looked at, and then no more', async (_name, isListed) => {
    const items = isListed ? await buildItems(HOST) : {};
    const { watch, sent, runtime } = createPage(items, isListed ? LISTED : HEARD);
    runtime.sendMessage.mockRejectedValueOnce(new Error('no worker'));
    const counts: number[] = [];
    await watch.start();
    for (let look = 0; look < 2; look += 1) {
      document.dispatchEvent(new Event('visibilitychange'));
      await settle();
      counts.push(sent.length);
    }
    expect(counts).toEqual([1, 1]);
    expect(findHost() !== null).toBe(isListed);
  });
});

describe('an unlisted page', () => {
  it('costs one read and says nothing', async () => {
    const { watch, sent, get, receive } = createPage(await buildItems('other.example'), LISTED);
    await watch.start();
    expect(get.mock.calls).toEqual([[['head']]]);
    expect(sent).toEqual([]);
    expect(findHost()).toBeNull();
    expect(receive({ kind: 'page/state' })).toEqual({ isListed: false });
  });

  it.each([{}, { head: 7 }, { head: { index: {} } }])(
    'that cannot be checked for %j tells the worker once, and again when asked to look again',
    async (items) => {
      const { watch, sent, receive, get } = createPage(items, HEARD);
      await watch.start();
      const calls = get.mock.calls.length;
      document.dispatchEvent(new Event('visibilitychange'));
      await vi.waitFor(() => expect(get.mock.calls.length).toBeGreaterThan(calls));
      await settle();
      expect(sent).toEqual([{ kind: 'page/no-list' }]);
      receive({ kind: 'list/changed' });
      await vi.waitFor(() => expect(sent).toHaveLength(2));
      await settle();
      expect(sent).toEqual([{ kind: 'page/no-list' }, { kind: 'page/no-list' }]);
      expect(findHost()).toBeNull();
    },
  );

  it('that still finds no list on return from the back-forward cache says so again', async () => {
    const { watch, sent } = createPage({}, undefined);
    await watch.start();
    showAgain({ persisted: false });
    await settle();
    expect(sent).toHaveLength(1);
    showAgain({ persisted: true });
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    expect(sent.at(-1)).toEqual({ kind: 'page/no-list' });
  });

  it('that found no list gives the mark back once it has one', async () => {
    const { watch, items, receive, sent } = createPage({}, undefined);
    await watch.start();
    Object.assign(items, await buildItems('other.example'));
    for (let time = 0; time < 2; time += 1) {
      receive({ kind: 'list/changed' });
      await settle();
    }
    expect(sent).toEqual([{ kind: 'page/no-list' }, { kind: 'page/left' }]);
  });

  it('that finds its list too old leaves the worker in peace', async () => {
    const items = await buildItems(HOST);
    const head = items['head'] as { index: { lists: { publishedOn: string }[] } };
    for (const list of head.index.lists) list.publishedOn = '2020-01-01';
    const { watch, sent } = createPage(items, undefined);
    await watch.start();
    expect(sent).toEqual([]);
  });

  it('that turns out to be listed once the list is mended is drawn and stays so', async () => {
    const { watch, items, runtime, receive } = createPage({}, LISTED);
    runtime.sendMessage.mockImplementationOnce(async () => {
      // The worker mends, tells the tabs, and answers last of all.
      Object.assign(items, await buildItems(HOST));
      receive({ kind: 'list/changed' });
      await vi.waitFor(() => expect(findHost()).not.toBeNull());
      return undefined;
    });
    await watch.start();
    await vi.waitFor(() => expect(findHost()).not.toBeNull());
    await new Promise((done) => setTimeout(done, 0));
    expect(findHost()).not.toBeNull();
    expect(receive({ kind: 'page/state' })).toEqual({ isListed: true });
  });

  it.each([{ kind: 'page/listed' }, { kind: 'settings/pause' }, 'page/state', null])(
    'does not answer %j',
    async (message) => {
      const { watch, receive } = createPage(await buildItems('other.example'), LISTED);
      await watch.start();
      expect(receive(message)).toBeUndefined();
    },
  );
});
