import type { DescribedAddress } from '../messages/described-address.ts';
import { parseFollowLink } from '../messages/parse-follow-link.ts';
import type { OwnRequests } from '../messages/protocol.ts';
import { parseReaderChoices } from '../messages/stored-head.ts';
import type { Browser } from '../platform/browser.ts';
import { withTimeout } from '../platform/with-timeout.ts';
import { describeTab, type OpenTab } from './describe-tab.ts';
import { parseDescribedAddress } from './parse-described-address.ts';
import type { PopupSource } from './popup-view.ts';

/** A worker that has to start first takes a quarter of a second. */
const ANSWER_MILLISECONDS = 5_000;
/** Rebuilding a list takes longer than reading one. */
const CHANGE_MILLISECONDS = 30_000;

export interface BrowserSourceParts {
  readonly browser: Pick<Browser, 'permissions' | 'runtime' | 'storage' | 'tabs'>;
  /** Of the popup's address; `?tab=ID` names another tab than the active one. */
  readonly search: string;
  readonly close: () => void;
}

/**
 * The popup's source in a real browser. The worker says what the lists say of an address; nothing
 * is asked of any network.
 */
export function createBrowserSource({ browser, search, close }: BrowserSourceParts): PopupSource {
  const tab = readTab(search, browser);

  async function ask<Kind extends keyof OwnRequests>(
    kind: Kind,
    request: OwnRequests[Kind]['request'],
    milliseconds: number,
  ): Promise<unknown> {
    return withTimeout(browser.runtime.sendMessage({ kind, request }), milliseconds);
  }
  const describe = async (address: string, isLink: boolean): Promise<DescribedAddress> =>
    parseDescribedAddress(await ask('address/describe', { address, isLink }, ANSWER_MILLISECONDS));

  return {
    readCurrentPage: async () => {
      const { head } = await browser.storage.local.get(['head']);
      if (parseReaderChoices(head).settings.paused) return { kind: 'paused' };
      const shown = await describeTab(await tab, browser);
      return shown.kind === 'address' ? describe(shown.address, false) : shown;
    },
    checkAddress: (address) => describe(address, true),
    setPaused: async (paused) => {
      await ask('settings/pause', { paused }, CHANGE_MILLISECONDS);
    },
    restoreDismissed: async ({ list, entry }) => {
      await ask('badge/restore', { list, entry }, CHANGE_MILLISECONDS);
    },
    repairList: async () => {
      await ask('list/repair', undefined, CHANGE_MILLISECONDS);
    },
    readOffer: async () => parseFollowLink((await tab).url ?? ''),
    reloadPage: async () => {
      const { id } = await tab;
      if (id !== undefined) await browser.tabs.reload(id);
      close();
    },
  };
}

async function readTab(search: string, { tabs }: Pick<Browser, 'tabs'>): Promise<OpenTab> {
  const named = new URLSearchParams(search).get('tab');
  if (named !== null) return tabs.get(Number(named));
  const [active] = await tabs.query({ active: true, currentWindow: true });
  return active ?? {};
}
