import type { Browser, Page, Target } from 'puppeteer-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import english from '../../src/_locales/en/messages.json';
import { openPopup } from '../support/open-popup.ts';
import { type BrowserSession, type SessionOptions, startSession } from './browser-session.ts';
import { runInWorker, waitForBadge, waitForNoBadge, waitForToolbar } from './observe-page.ts';

let session: BrowserSession;
let browser: Browser;
let page: Page;

async function start(options: SessionOptions = {}) {
  session = await startSession(options);
  ({ browser, page } = session);
}
afterEach(() => session?.close());

/** Role, name and state of what a screen reader is given, closed roots included. */
async function readAccessibility() {
  const session = await page.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.map(({ role, name, properties = [] }) => ({
    role: String(role?.value),
    name: String(name?.value),
    isExpanded: properties.find((each) => each.name === 'expanded')?.value.value,
    isFocused: properties.some((each) => each.name === 'focused' && each.value.value === true),
  }));
}

it('the badge is a named region whose button opens by Tab and closes by Escape', async () => {
  await start();
  await page.goto('https://example-truth.test/');
  await waitForBadge(page);
  const findPill = async () =>
    (await readAccessibility()).find(({ name }) => name === english.badge_pill.message);
  const region = (await readAccessibility()).find(({ role }) => role === 'complementary');
  expect(region?.name).toBe(english.badge_label.message);
  expect(await findPill()).toMatchObject({ role: 'button', isExpanded: false });
  // Past the page's own button.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await findPill()).toMatchObject({ isExpanded: true, isFocused: true });
  const names = (await readAccessibility()).map(({ name }) => name);
  expect(names).toContain(english.badge_dismiss.message);
  await page.keyboard.press('Escape');
  expect(await findPill()).toMatchObject({ isExpanded: false, isFocused: true });
});

it('a page prepared in advance marks nothing before it is shown', async () => {
  await start();
  await page.goto('https://t.me/prerender');
  await vi.waitFor(
    () => expect(session.web.requests).toContain('https://t.me/examplechannel'),
    10_000,
  );
  await waitForNoBadge(page);
  await waitForToolbar(browser, page, english.toolbar_default.message);
  // The prepared document takes the place of the page's own frame, which may count as detached.
  await Promise.all([page.waitForNavigation().catch(() => undefined), page.click('a')]);
  await waitForBadge(page);
  await waitForToolbar(browser, page, english.toolbar_listed.message);
});

it('a slow worker marks no innocent page that followed a listed one', async () => {
  await start();
  await page.goto('https://example-truth.test/');
  await waitForToolbar(browser, page, english.toolbar_listed.message);
  await runInWorker(
    browser,
    `{ const area = chrome.storage.local; const get = area.get.bind(area);
      globalThis.reads = 0;
      area.get = async (...keys) => {
        await new Promise((done) => setTimeout(done, 1_500));
        globalThis.reads += 1;
        return get(...keys);
      }; }`,
  );
  await page.goto('https://example-truth.test/news');
  // Long enough for its report, too short for the worker to answer it.
  await new Promise((done) => setTimeout(done, 500));
  await page.goto('https://innocent.test/');
  await vi.waitFor(
    async () => expect(await runInWorker(browser, 'reads')).toBeGreaterThan(1),
    10_000,
  );
  await new Promise((done) => setTimeout(done, 2_000));
  await waitForToolbar(browser, page, english.toolbar_default.message);
});

describe('a tab that cannot be checked says why, and what helps', () => {
  it('when it was open before the install', async () => {
    await start({ isInstalled: false });
    await page.goto('https://example-truth.test/');
    await browser.installExtension(session.extension);
    await page.bringToFront();
    const popup = await openPopup(browser, page);
    const text = await popup.evaluate(() => document.body.innerText);
    expect(text).toContain(english.status_not_checkable.message);
    expect(text).toContain(english.not_checkable_reload_button.message);
    await popup.evaluate((label) => {
      const buttons = [...document.querySelectorAll('button')];
      buttons.find(({ textContent }) => textContent === label)?.click();
    }, english.not_checkable_reload_button.message);
    await waitForBadge(page);
  });

  it('when the reader withholds access to sites', async () => {
    await start();
    const [id] = [...(await browser.extensions()).keys()];
    const settings = await browser.newPage();
    await settings.goto('chrome://extensions/');
    await settings.evaluate(
      `chrome.developerPrivate.updateExtensionConfiguration({
        extensionId: ${JSON.stringify(id)}, hostAccess: 'ON_CLICK' })`,
    );
    await settings.close();
    await page.goto('https://example-truth.test/');
    await waitForNoBadge(page);
    // Pressing the button would have Chromium ask for a reload first, before any popup.
    const isPopup = (target: Target) => target.url().endsWith('popup.html');
    const opened = browser.waitForTarget(isPopup, { timeout: 15_000 });
    await runInWorker(browser, 'chrome.action.openPopup()');
    const popup = await (await opened).asPage();
    await popup.waitForSelector('main:not([aria-busy="true"])');
    const text = await popup.evaluate(() => document.body.innerText);
    expect(text).toContain(english.status_not_checkable.message);
    expect(text).toContain(english.not_checkable_no_access.message);
  });
});
