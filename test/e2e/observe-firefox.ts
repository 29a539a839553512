import type { Browser, Frame, Page } from 'puppeteer-core';
import { vi } from 'vitest';
import { openFirefoxPopup } from '../support/open-popup.ts';

/** Long enough for a check that would draw; a listed page needs a tenth of it. */
const QUIET_MILLISECONDS = 800;
const TIMEOUT_MILLISECONDS = 15_000;

/** The node of the badge that the page can see, if any; what is in its closed root, no script can. */
export function findHost(page: Page | Frame) {
  return page.evaluate(() => {
    // Drawn while the page was still read, it stands before the head.
    const host = document.documentElement.querySelector(':scope > div');
    if (host === null) return undefined;
    const { width, height } = host.getBoundingClientRect();
    return { width, height, root: host.shadowRoot };
  });
}

/** Waits until the page has a badge. */
export function waitForHost(page: Page) {
  return vi.waitFor(
    async () => {
      const host = await findHost(page);
      if (host === undefined) throw new Error('No badge.');
      return host;
    },
    { timeout: TIMEOUT_MILLISECONDS, interval: 100 },
  );
}

/** Waits until the page or frame has no badge, and then that none comes for a while. */
export async function waitForNoHost(page: Page | Frame): Promise<void> {
  const check = async () => {
    if ((await findHost(page)) !== undefined) throw new Error('A badge.');
  };
  await vi.waitFor(check, { timeout: TIMEOUT_MILLISECONDS, interval: 100 });
  await new Promise((done) => setTimeout(done, QUIET_MILLISECONDS));
  await check();
}

/** Waits until the toolbar button has this title for the open tab of a host. */
export async function waitForFirefoxToolbar(
  browser: Browser,
  host: string,
  title: string,
): Promise<void> {
  // Any page of the extension may ask the browser.
  const popup = await openFirefoxPopup(browser, host);
  const check = async () => {
    const found = await popup.evaluate(
      `browser.tabs.query({ url: '*://${host}/*' })
        .then(([tab]) => browser.action.getTitle({ tabId: tab.id }))`,
    );
    if (found !== title) throw new Error(`The toolbar says "${found}", not "${title}".`);
  };
  try {
    await vi.waitFor(check, { timeout: TIMEOUT_MILLISECONDS, interval: 100 });
  } finally {
    await popup.close();
  }
}
