import type { Browser } from 'puppeteer-core';
import { vi } from 'vitest';
import { hasContentScript } from './content-world.ts';

/**
 * Waits until Chromium puts the content script of an extension that it has just loaded into pages. A
 * page that comes before has none, and stays quiet until it is loaded again: so it is with tabs that
 * were open before an install.
 */
export async function waitForContentScripts(browser: Browser): Promise<void> {
  const page = await browser.newPage();
  await vi.waitFor(
    async () => {
      await page.goto('https://innocent.test/');
      if (!(await hasContentScript(page))) throw new Error('Pages get no content script.');
    },
    { timeout: 10_000, interval: 100 },
  );
  await page.close();
}
