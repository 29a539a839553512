import type { Browser, Page } from 'puppeteer-core';
import { vi } from 'vitest';
import { hasContentScript } from './content-world.ts';
import { type FoundBadge, findBadge } from './find-badge.ts';

/** Long enough for a check that would draw; a listed page needs a tenth of it. */
const QUIET_MILLISECONDS = 600;

/** Waits until the page has a badge; without one the error says where, and whether it could have one. */
export async function waitForBadge(page: Page): Promise<FoundBadge> {
  // Of the call: the wait itself ends in a timer, which knows nothing of it.
  const missing = new Error('No badge.');
  try {
    return await vi.waitFor(
      async () => {
        const found = await findBadge(page);
        if (found === undefined) throw missing;
        return found;
      },
      { timeout: 10_000 },
    );
  } catch (error) {
    if (error === missing) {
      const script = (await hasContentScript(page)) ? 'a content script' : 'no content script';
      missing.message = `No badge on ${page.url()}, which has ${script}.`;
    }
    throw error;
  }
}

/** Waits until the page has no badge, and then that none comes for a while. */
export async function waitForNoBadge(page: Page): Promise<void> {
  const check = async () => {
    const found = await findBadge(page);
    if (found !== undefined) throw new Error(`A badge: ${found.text}`);
  };
  await vi.waitFor(check, { timeout: 5_000 });
  await new Promise((done) => setTimeout(done, QUIET_MILLISECONDS));
  await check();
}

/** Evaluates an expression in the extension's worker, starting it where it was stopped (Chromium). */
export async function runInWorker(browser: Browser, expression: string): Promise<unknown> {
  const target = await browser.waitForTarget(
    (each) => each.type() === 'service_worker' && each.url().startsWith('chrome-extension:'),
    { timeout: 10_000 },
  );
  const worker = await target.worker();
  if (worker === null) throw new Error('The worker cannot be reached.');
  return worker.evaluate(expression);
}

/** The toolbar button's title for the page's tab, asked of the browser itself. */
async function readToolbarTitle(browser: Browser, page: Page): Promise<string> {
  await page.bringToFront();
  const title = await runInWorker(
    browser,
    `chrome.tabs.query({ active: true, currentWindow: true })
      .then(([tab]) => chrome.action.getTitle({ tabId: tab.id }))`,
  );
  return String(title);
}

/** Waits until the toolbar button has this title for the page's tab. */
export async function waitForToolbar(browser: Browser, page: Page, title: string): Promise<void> {
  const check = async () => {
    const found = await readToolbarTitle(browser, page);
    if (found !== title) throw new Error(`The toolbar says "${found}", not "${title}".`);
  };
  await vi.waitFor(check, { timeout: 10_000 });
}
