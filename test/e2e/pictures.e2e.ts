import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWholePopup, POPUP_WIDTH } from '../support/open-popup.ts';
import { LISTED_HOST, respondAsListed } from '../support/stand-in-page.ts';
import { type BrowserSession, startSession } from './browser-session.ts';
import { waitForBadge } from './observe-page.ts';

/** Where the README's pictures go with `npm run pictures`; a test run leaves them in the cache. */
const FOLDER = process.env['DEMONITOR_PICTURES'] ?? '.cache/pictures';
const SIZE = { width: 900, height: 560 };

/** The shipped list, real entries: what a reader sees after `npm start`. */
describe('pictures of the shipped extension', () => {
  let session: BrowserSession;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    session = await startSession({ isShipped: true, respond: respondAsListed });
    ({ browser, page } = session);
    await page.setViewport(SIZE);
  });
  afterAll(() => session?.close());

  it.each(['light', 'dark'])('show the badge and its card, %s', async (theme) => {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    await page.goto(`http://${LISTED_HOST}/`);
    const badge = await waitForBadge(page);
    expect(badge.text).toContain('Your News Wire');
    await page.mouse.move(SIZE.width - 70, SIZE.height - 28);
    await new Promise((done) => setTimeout(done, 400));
    await page.screenshot({ path: join(FOLDER, `card-${theme}.png`) });
  });

  it.each([
    ['listed', LISTED_HOST],
    ['not-listed', 'example.org'],
  ])('show the popup: %s', async (name, host) => {
    await page.goto(`http://${host}/`);
    const popup = await openWholePopup(browser, page);
    const text = await popup.evaluate(() => document.body.innerText);
    expect(text).toContain(host);
    const height = await popup.evaluate(() => {
      // Of a listed page down to the list, the last of what is said of it.
      const last = document.querySelector('.rows') ?? document.body;
      return Math.ceil(last.getBoundingClientRect().bottom) + 12;
    });
    await popup.setViewport({ width: POPUP_WIDTH, height });
    await popup.screenshot({ path: join(FOLDER, `popup-${name}.png`) });
    await popup.close();
  });
});
