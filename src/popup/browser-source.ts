import { checkAddress } from '../match/check-address.ts';
import type { OwnRequests } from '../messages/protocol.ts';
import { browser } from '../platform/browser.ts';
import { readToday } from '../platform/clock.ts';
import { openDatabase } from '../platform/database.ts';
import { readLocal } from '../platform/local-store.ts';
import { describeTab, type OpenTab } from './describe-tab.ts';
import type { PopupSource, PopupView } from './popup-view.ts';
import { toPopupView } from './to-popup-view.ts';

/**
 * The popup's source in a real browser. The verdict is the popup's own check of the address, with
 * the page's matcher on the page's storage; nothing is asked of any network.
 *
 * @param search of the popup's address; `?tab=ID` names another tab than the active one
 */
export function createBrowserSource(search: string): PopupSource {
  const tab = readTab(search);
  return {
    readCurrentPage: async () => {
      const { head } = await readLocal(['head']);
      if (isPaused(head)) return { kind: 'paused' };
      const shown = await describeTab(await tab, browser);
      return shown.kind === 'address' ? describeAddress(shown.address) : shown;
    },
    checkAddress: (input) => describeAddress(input),
    setPaused: async (paused) => {
      await askWorker('settings/pause', { paused });
    },
    restoreDismissed: async ({ list, entry }) => {
      await askWorker('badge/restore', { list, entry });
    },
    repairList: async () => {
      await askWorker('list/repair', undefined);
    },
    reloadPage: async () => {
      const { id } = await tab;
      if (id !== undefined) await browser.tabs.reload(id);
      window.close();
    },
  };
}

async function readTab(search: string): Promise<OpenTab> {
  const named = new URLSearchParams(search).get('tab');
  if (named !== null) return browser.tabs.get(Number(named));
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active ?? {};
}

async function describeAddress(address: string): Promise<PopupView> {
  const today = readToday();
  const checked = await checkAddress(address, readLocal, today);
  const database = await openDatabase();
  try {
    return await toPopupView({ address, today, checked, database });
  } finally {
    database.close();
  }
}

async function askWorker<Kind extends keyof OwnRequests>(
  kind: Kind,
  request: OwnRequests[Kind]['request'],
): Promise<void> {
  await browser.runtime.sendMessage({ kind, request });
}

function isPaused(head: unknown): boolean {
  if (typeof head !== 'object' || head === null || !('settings' in head)) return false;
  const { settings } = head;
  return (
    typeof settings === 'object' &&
    settings !== null &&
    'paused' in settings &&
    settings.paused === true
  );
}
