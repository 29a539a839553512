import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import english from '../../src/_locales/en/messages.json';
import { openFirefoxPopup } from '../support/open-popup.ts';
import { type BrowserSession, startSession } from './browser-session.ts';
import { runAxe } from './run-axe.ts';

const PICTURES = '.cache/pictures';
const QUIET_MILLISECONDS = 800;

let session: BrowserSession;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  session = await startSession({ family: 'firefox' });
  browser = session.browser;
});
afterAll(() => session?.close());
beforeEach(async () => {
  page = await browser.newPage();
});
afterEach(() => page.close());

/** The node that the page can see; what is in its closed root, no script can. */
const findHost = () =>
  page.evaluate(() => {
    const host = document.documentElement.lastElementChild;
    if (!(host instanceof HTMLDivElement)) return undefined;
    const { width, height } = host.getBoundingClientRect();
    return { width, height, root: host.shadowRoot };
  });

async function waitForHost() {
  return vi.waitFor(
    async () => {
      const host = await findHost();
      if (host === undefined) throw new Error('No badge.');
      return host;
    },
    { timeout: 15_000, interval: 100 },
  );
}

describe('in Firefox', () => {
  it.each([
    'http://example-truth.test/',
    'https://www.example-truth.test/news',
    'https://m.example-truth.co.uk/',
    'https://t.me/s/ExampleChannel/3',
    'https://example-truth.test/strict',
  ])('a badge of its own size is drawn on %s', async (address) => {
    await page.goto(address);
    const { width, height, root } = await waitForHost();
    expect(root).toBeNull();
    expect(width).toBeGreaterThan(60);
    expect(width).toBeLessThan(300);
    expect(height).toBeLessThan(90);
  });

  it.each([
    'https://innocent.test/',
    'https://example-truth.test.evil.test/',
    'https://t.me/examplechannels',
    'https://suspended.test/',
  ])('nothing is drawn on %s', async (address) => {
    await page.goto(address);
    await new Promise((done) => setTimeout(done, QUIET_MILLISECONDS));
    expect(await findHost()).toBeUndefined();
  });

  it('the badge follows moves inside a document and returns from the cache', async () => {
    await page.goto('https://t.me/other');
    await page.evaluate(() => history.pushState(null, '', '/examplechannel'));
    await waitForHost();
    await page.evaluate(() => history.pushState(null, '', '/other'));
    await vi.waitFor(async () => expect(await findHost()).toBeUndefined());
  });

  it('the popup explains the page, and axe minds nothing', async () => {
    await page.goto('https://contested.test/');
    await waitForHost();
    await page.screenshot({ path: `${PICTURES}/firefox-page.png` });
    const popup = await openFirefoxPopup(browser, 'contested.test');
    const text = await popup.evaluate(() => document.body.innerText);
    expect(text).toContain(english.status_listed.message);
    expect(text).toContain('Example Contested');
    await popup.screenshot({ path: `${PICTURES}/firefox-popup.png`, fullPage: true });
    expect(await runAxe(popup)).toEqual([]);
    await popup.close();
  });
});
