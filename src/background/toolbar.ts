import type { Browser } from '../platform/browser.ts';

/**
 * What the toolbar can say at a glance. `default` covers everything that is no news: the popup
 * tells "not listed" and "not checkable" apart, an icon for either would pass as a certificate.
 */
export type ToolbarState = 'default' | 'listed' | 'no-list' | 'paused';

const TITLE_KEYS: Readonly<Record<ToolbarState, string>> = {
  default: 'toolbar_default',
  listed: 'toolbar_listed',
  'no-list': 'toolbar_no_list',
  paused: 'toolbar_paused',
};

/** Sets icon and title of one tab; a tab that closed in between is no error. */
export async function setTabToolbar(
  browser: Pick<Browser, 'action' | 'i18n'>,
  tabId: number,
  state: ToolbarState,
): Promise<void> {
  try {
    await setToolbar(browser, state, { tabId });
  } catch {
    // The tab is gone: nobody looks at its icon any more.
  }
}

/**
 * Sets the state of all tabs, open and future. Tabs that were set one by one are set again, because
 * Chromium cannot take a tab's own icon back; listed pages report again and get theirs. Future tabs
 * come last: where an icon cannot be loaded just then, open ones have theirs all the same.
 */
export async function setAllToolbars(
  browser: Pick<Browser, 'action' | 'i18n' | 'tabs'>,
  state: ToolbarState,
): Promise<void> {
  for (const { id } of await browser.tabs.query({})) {
    if (id !== undefined) await setTabToolbar(browser, id, state);
  }
  await setToolbar(browser, state, {});
}

async function setToolbar(
  browser: Pick<Browser, 'action' | 'i18n'>,
  state: ToolbarState,
  where: { readonly tabId?: number },
): Promise<void> {
  const path = { 16: `/icons/${state}-16.png`, 32: `/icons/${state}-32.png` };
  await browser.action.setIcon({ ...where, path });
  await browser.action.setTitle({ ...where, title: browser.i18n.getMessage(TITLE_KEYS[state]) });
}
