import type { Browser, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { type FoundBadge, findBadge } from './find-badge.ts';

/** The extension API inside the worker, as far as it is asked here. */
declare const chrome: {
  readonly tabs: { readonly query: (q: object) => Promise<readonly { readonly id?: number }[]> };
  readonly action: { readonly getTitle: (q: object) => Promise<string> };
};

/** Long enough for a check that would draw; a listed page needs a tenth of it. */
const QUIET_MILLISECONDS = 600;

/** Waits until the page has a badge. */
export async function waitForBadge(page: Page): Promise<FoundBadge> {
  let found: FoundBadge | undefined;
  await expect
    .poll(
      async () => {
        found = await findBadge(page);
        return found !== undefined;
      },
      { timeout: 10_000 },
    )
    .toBe(true);
  if (found === undefined) throw new Error('No badge.');
  return found;
}

/** Waits until the page has had no badge for a while. */
export async function waitForNoBadge(page: Page): Promise<void> {
  await expect.poll(async () => (await findBadge(page)) === undefined).toBe(true);
  await new Promise((done) => setTimeout(done, QUIET_MILLISECONDS));
  expect(await findBadge(page)).toBeUndefined();
}

/** The toolbar button's title for the page's tab, asked of the browser itself. */
export async function readToolbarTitle(browser: Browser, page: Page): Promise<string> {
  const target = await browser.waitForTarget(
    (each) => each.type() === 'service_worker' && each.url().startsWith('chrome-extension:'),
  );
  const worker = await target.worker();
  if (worker === null) throw new Error('The worker cannot be reached.');
  await page.bringToFront();
  return worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return chrome.action.getTitle(tab?.id === undefined ? {} : { tabId: tab.id });
  });
}
