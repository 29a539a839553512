import { expect, it, test, vi } from 'vitest';
import { announceChange } from '../../src/background/announce-change.ts';
import { ensureDailyAlarm } from '../../src/background/daily-alarm.ts';
import { setAllToolbars, setTabToolbar, type ToolbarState } from '../../src/background/toolbar.ts';
import type { Browser } from '../../src/platform/browser.ts';

/** A toolbar that remembers, and tabs 1 to 3 of which the second has closed. */
function createBrowser() {
  const icons = new Map<number | undefined, string>();
  const titles = new Map<number | undefined, string>();
  const sendMessage = vi.fn(async (id: number) => {
    if (id === 2) throw new Error('no receiver');
    return undefined;
  });
  const refuseClosed = (tabId: number | undefined) => {
    if (tabId === 2) throw new Error('No tab with id: 2');
  };
  const browser = {
    action: {
      setIcon: async ({ tabId, path }: { tabId?: number; path: Record<number, string> }) => {
        refuseClosed(tabId);
        icons.set(tabId, path[16] ?? '');
      },
      setTitle: async ({ tabId, title }: { tabId?: number; title: string }) => {
        refuseClosed(tabId);
        titles.set(tabId, title);
      },
    },
    i18n: { getMessage: (key: string) => key },
    tabs: { query: async () => [{ id: 1 }, { id: 2 }, {}, { id: 3 }], sendMessage },
  };
  // The parts of the API that are used; a call of any other throws.
  return { icons, titles, sendMessage, browser: browser as unknown as Browser };
}

test.each<[ToolbarState, string]>([
  ['default', 'toolbar_default'],
  ['listed', 'toolbar_listed'],
  ['no-list', 'toolbar_no_list'],
  ['paused', 'toolbar_paused'],
])('%s has an icon and a title of its own', async (state, key) => {
  const { browser, icons, titles } = createBrowser();
  await setTabToolbar(browser, 1, state);
  expect(icons.get(1)).toBe(`/icons/${state}-16.png`);
  expect(titles.get(1)).toBe(key);
});

it('sets open tabs and those to come, whatever closes meanwhile', async () => {
  const { browser, icons } = createBrowser();
  await setAllToolbars(browser, 'paused');
  expect([...icons.keys()]).toEqual([1, 3, undefined]);
});

it('sets open tabs also where that of those to come cannot be set', async () => {
  const { browser, icons } = createBrowser();
  vi.spyOn(browser.action, 'setIcon').mockImplementation(async ({ tabId }) => {
    if (tabId === undefined) throw new Error('Failed to fetch');
    icons.set(tabId, 'set');
  });
  await expect(setAllToolbars(browser, 'paused')).rejects.toThrow('Failed to fetch');
  expect([...icons.keys()]).toEqual([1, 2, 3]);
});

it('tells the top frame of every tab of a change, and waits for none', async () => {
  const { browser, sendMessage } = createBrowser();
  sendMessage.mockImplementationOnce(() => new Promise(() => undefined));
  await announceChange(browser);
  expect(sendMessage.mock.calls).toEqual(
    [1, 2, 3].map((id) => [id, { kind: 'list/changed' }, { frameId: 0 }]),
  );
});

/** A browser that keeps alarms. */
function createAlarms() {
  const alarms = new Map<string, { scheduledTime: number; periodInMinutes?: number }>();
  const create = vi.fn((name: string, { when, ...info }: { when: number }) => {
    alarms.set(name, { scheduledTime: when, ...info });
  });
  const browser = { alarms: { get: async (name: string) => alarms.get(name), create } };
  // As above.
  return { alarms, create, api: browser as unknown as Browser };
}
const JUST_AFTER_MIDNIGHT = {
  scheduledTime: new Date(2027, 0, 1, 0, 1).getTime(),
  periodInMinutes: 1_440,
};

it('is woken just after the next midnight, once', async () => {
  const { alarms, create, api } = createAlarms();
  await ensureDailyAlarm(api, new Date(2026, 11, 31, 15, 30));
  await ensureDailyAlarm(api, new Date(2026, 11, 31, 15, 31));
  expect(create).toHaveBeenCalledOnce();
  expect([...alarms.values()]).toEqual([JUST_AFTER_MIDNIGHT]);
});

it('is woken then, too, after a clock that was ahead for a while', async () => {
  const { alarms, api } = createAlarms();
  await ensureDailyAlarm(api, new Date(2030, 5, 1));
  await ensureDailyAlarm(api, new Date(2026, 11, 31, 15, 30));
  expect([...alarms.values()]).toEqual([JUST_AFTER_MIDNIGHT]);
});
