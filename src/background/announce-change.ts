import type { Browser } from '../platform/browser.ts';

/**
 * Tells every tab that a list or setting changed: its page checks again and reports if it is listed.
 * Not by `storage.onChanged`, which would carry every shard to every tab.
 */
export async function announceChange(browser: Pick<Browser, 'tabs'>): Promise<void> {
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
