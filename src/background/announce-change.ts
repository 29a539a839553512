import type { Browser } from 'webextension-polyfill';
import { setAllToolbars, type ToolbarState } from './toolbar.ts';

/**
 * Tells every tab that a list or setting changed: the toolbar first, then the pages, which check
 * again and report if they are listed. Not by `storage.onChanged`, which would carry every shard to
 * every tab.
 */
export async function announceChange(
  browser: Pick<Browser, 'action' | 'i18n' | 'tabs'>,
  state: ToolbarState,
): Promise<void> {
  await setAllToolbars(browser, state);
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      try {
        await browser.tabs.sendMessage(id, { kind: 'list/changed' }, { frameId: 0 });
      } catch {
        // A tab without our script: a browser page, or open since before the install.
      }
    }),
  );
}
