import { afterEach, expect, it, vi } from 'vitest';
import { type BrowserSession, startSession } from './browser-session.ts';

let session: BrowserSession;
afterEach(() => session?.close());

it('an update in Firefox leaves one badge on an open page, not two', async () => {
  session = await startSession({ family: 'firefox' });
  const { browser, extension, page } = session;
  const countHosts = () =>
    page.evaluate(() => document.documentElement.querySelectorAll(':scope > div').length);
  await page.goto('https://example-truth.test/');
  await vi.waitFor(async () => expect(await countHosts()).toBe(1), 15_000);
  // Firefox starts the new script in open pages, beside the old one.
  const mark = await page.evaluate(() => {
    const [old] = document.documentElement.querySelectorAll(':scope > div');
    old?.setAttribute('data-old', '');
    return old !== undefined;
  });
  expect(mark).toBe(true);
  await browser.installExtension(extension);
  await vi.waitFor(
    async () =>
      expect(
        await page.evaluate(() => document.documentElement.querySelector(':scope > [data-old]')),
      ).toBeNull(),
    15_000,
  );
  await vi.waitFor(async () => expect(await countHosts()).toBe(1), 15_000);
});
