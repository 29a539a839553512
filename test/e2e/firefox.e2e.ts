import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import english from '../../src/_locales/en/messages.json';
import { openFirefoxPopup } from '../support/open-popup.ts';
import { type BrowserSession, startSession } from './browser-session.ts';
import { waitForFirefoxToolbar, waitForHost, waitForNoHost } from './observe-firefox.ts';
import { pressButton } from './press-button.ts';
import { runAxe } from './run-axe.ts';

const PICTURES = '.cache/pictures';

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

describe('in Firefox', () => {
  it.each([
    'http://example-truth.test/',
    'https://www.example-truth.test/news',
    'https://m.example-truth.co.uk/',
    'https://t.me/s/ExampleChannel/3',
    'https://example-truth.test/strict',
  ])('a badge of its own size is drawn on %s', async (address) => {
    await page.goto(address);
    const { width, height, root } = await waitForHost(page);
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
    await waitForNoHost(page);
  });

  it('nothing is drawn in a page with a listed frame, nor in the frame', async () => {
    await page.goto('https://innocent.test/frames');
    const frame = await page.waitForFrame((each) => each.url().includes('example-truth.test'));
    await frame.waitForSelector('h1');
    await waitForNoHost(page);
    await waitForNoHost(frame);
    await waitForFirefoxToolbar(browser, 'innocent.test', english.toolbar_default.message);
  });

  it('the badge keeps its corner, and darkens nothing, whatever the page styles', async () => {
    await page.goto('https://example-truth.test/');
    await waitForHost(page);
    const found = await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = `html { transform: translateX(-300vw) }
        ::backdrop { display: block !important; background: red !important }`;
      document.head.append(style);
      const host = document.documentElement.querySelector(':scope > div') ?? document.body;
      const box = host.getBoundingClientRect();
      const { display } = getComputedStyle(host, '::backdrop');
      const gap = Math.max(innerWidth - box.right, innerHeight - box.bottom, -box.x, -box.y);
      return { gap, display };
    });
    expect(found.display).toBe('none');
    expect(found.gap).toBeCloseTo(0);
  });

  it('the badge follows moves inside a document', async () => {
    await page.goto('https://t.me/other');
    await page.evaluate(() => history.pushState(null, '', '/examplechannel'));
    await waitForHost(page);
    await page.evaluate(() => history.pushState(null, '', '/other'));
    await waitForNoHost(page);
  });

  it('badge and toolbar return with a page from the back-forward cache', async () => {
    await page.goto('https://example-truth.test/');
    await waitForHost(page);
    await page.evaluate(() => Object.assign(globalThis, { wasKept: true }));
    await page.goto('https://innocent.test/');
    await waitForNoHost(page);
    await waitForFirefoxToolbar(browser, 'innocent.test', english.toolbar_default.message);
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => location.host === 'example-truth.test');
    expect(await page.evaluate(() => 'wasKept' in globalThis)).toBe(true);
    await waitForHost(page);
    await waitForFirefoxToolbar(browser, 'example-truth.test', english.toolbar_listed.message);
  });

  it('the popup explains the page, and axe minds nothing', async () => {
    await page.goto('https://contested.test/');
    await waitForHost(page);
    await page.screenshot({ path: `${PICTURES}/firefox-page.png` });
    await waitForFirefoxToolbar(browser, 'contested.test', english.toolbar_listed.message);
    const popup = await openFirefoxPopup(browser, 'contested.test');
    const text = await popup.evaluate(() => document.body.innerText);
    expect(text).toContain(english.status_listed.message);
    expect(text).toContain('Example Contested');
    await popup.screenshot({ path: `${PICTURES}/firefox-popup.png`, fullPage: true });
    expect(await runAxe(popup)).toEqual([]);
    await popup.close();
  });

  it('the popup pauses and resumes everywhere', async () => {
    await page.goto('https://example-truth.test/');
    await waitForHost(page);
    const popup = await openFirefoxPopup(browser, 'example-truth.test');
    await pressButton(popup, english.pause_button.message);
    await waitForNoHost(page);
    await waitForFirefoxToolbar(browser, 'example-truth.test', english.toolbar_paused.message);
    await pressButton(popup, english.paused_resume.message);
    await waitForHost(page);
    await waitForFirefoxToolbar(browser, 'example-truth.test', english.toolbar_listed.message);
    await popup.close();
  });
});
