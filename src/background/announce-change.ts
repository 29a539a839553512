import type { Browser } from '../platform/browser.ts';

/**
 * Tells every tab that a list or setting changed: its page checks again and reports if it is listed.
 * Not by `storage.onChanged`, which would carry every shard to every tab. Waits for no answer: a tab
 * that shows a dialogue gives none.
 */
export async function announceChange(browser: Pick<Browser, 'tabs'>): Promise<void> {
  for (const { id } of await browser.tabs.query({})) {
    if (id === undefined) continue;
    browser.tabs.sendMessage(id, { kind: 'list/changed' }, { frameId: 0 }).catch(() => {
      // A tab without our script: a browser page, or open since before the install.
    });
  }
}
