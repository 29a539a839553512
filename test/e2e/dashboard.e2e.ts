import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import english from '../../src/_locales/en/messages.json';
import french from '../../src/_locales/fr/messages.json';
import { BOTH, NEWS, NOW, OTHER, OWN, PREVIEW, ROOT } from '../dashboard/example-lists.ts';
import { FIREFOX_UUID } from '../support/launch-browser.ts';
import { goInsideFirefox, openPopup } from '../support/open-popup.ts';
import { type BrowserSession, startSession } from './browser-session.ts';
import { pressButton } from './press-button.ts';
import { runAxe } from './run-axe.ts';
import { stubWorker } from './stub-worker.ts';

const MESSAGES = { en: english, fr: french };
const PICTURES = '.cache/pictures';
const OFFER = `#follow?address=https%3A%2F%2Fthird.example%2Flist%2F&root=${ROOT}`;

/** Every state that a card can be in, on two lists. */
const BUSY = {
  running: [{ key: 'own', stage: 'download', done: 1_300_000, total: 4_000_000 }],
  lists: [
    { ...OWN, isDevelopment: true, news: NEWS },
    {
      ...OTHER,
      failure: { reason: 'rollback', have: 2, got: 1, detail: 'timestamp.json' },
      failureSince: NOW - 86_400_000,
      lastAttempt: NOW - 7_200_000,
    },
  ],
};
const OFF = { lists: [{ ...OWN, isEnabled: false }] };
const REFUSED = { kind: 'failed', failure: { reason: 'wrong-root' } };

const STATES = [
  ['busy', '#lists', { 'lists/status': BUSY }],
  ['off', '#lists', { 'lists/status': OFF }],
  ['forms', '#follow', {}],
  ['unreadable', '#follow?link=a', {}],
  ['offer', OFFER, {}],
] as const;

describe.each(['en', 'fr'] as const)('the dashboard in %s', (language) => {
  const messages = MESSAGES[language];
  let session: BrowserSession;
  let browser: Browser;
  let page: Page;
  let address: string;

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    session = await startSession({ language });
    browser = session.browser;
    const [id] = (await browser.extensions()).keys();
    address = `chrome-extension://${id}/src/dashboard/dashboard.html`;
  });
  afterAll(() => session?.close());
  beforeEach(async () => {
    page = await browser.newPage();
  });
  afterEach(() => page.close());

  const open = async (hash: string): Promise<void> => {
    await page.goto(address + hash);
    await page.waitForSelector('main');
  };
  const waitForText = (text: string) =>
    page.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, text);

  describe.each(STATES)('%s', (name, hash, replies) => {
    it.each(['light', 'dark'])('has nothing that axe minds, %s', async (theme) => {
      await stubWorker(page, replies);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      for (const width of [360, 1280]) {
        await page.setViewport({ width, height: 800 });
        await open(hash);
        await page.waitForSelector('.label');
        expect(await runAxe(page)).toEqual([]);
        const overflow = 'document.documentElement.scrollWidth - innerWidth';
        expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
        const path = `${PICTURES}/dashboard-${name}-${theme}-${width}-${language}.png` as const;
        await page.screenshot({ path, fullPage: true });
      }
    });
  });

  it('leads by keyboard alone from an offer to a followed list', async () => {
    await stubWorker(page, {
      'lists/preview': PREVIEW,
      'lists/follow': { kind: 'done' },
      'lists/status': BOTH,
    });
    await open(OFFER);
    await waitForText(messages.follow_nothing_yet.message);
    // Past the two links of the navigation.
    for (let stop = 0; stop < 3; stop += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await waitForText(messages.follow_found.message);
    expect(await runAxe(page)).toEqual([]);
    await page.screenshot({
      path: `${PICTURES}/dashboard-preview-${language}.png`,
      fullPage: true,
    });
    // From the top of the page, past the publisher's two links.
    for (let stop = 0; stop < 3; stop += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('article');
    const said = await page.$eval('.said', ({ textContent }) => textContent);
    expect(said).toBe(
      messages.follow_done.message.replace(
        '$TITLE$',
        PREVIEW.kind === 'preview' ? PREVIEW.title[language] : '',
      ),
    );
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  });

  it('says in words why a list cannot be followed', async () => {
    await stubWorker(page, { 'lists/preview': REFUSED });
    await open(OFFER);
    await pressButton(page, messages.follow_look.message);
    await waitForText(messages.failure_wrong_root.message);
    expect(await runAxe(page)).toEqual([]);
    await page.screenshot({
      path: `${PICTURES}/dashboard-refused-${language}.png`,
      fullPage: true,
    });
  });

  it('asks before it unfollows', async () => {
    await stubWorker(page, { 'lists/status': BOTH });
    await open('#lists');
    await waitForText(messages.lists_unfollow.message);
    await pressButton(page, messages.lists_unfollow.message);
    await waitForText(messages.lists_unfollow_yes.message);
    expect(await runAxe(page)).toEqual([]);
    await page.screenshot({
      path: `${PICTURES}/dashboard-question-${language}.png`,
      fullPage: true,
    });
  });

  it('says so when the worker does not answer', async () => {
    await stubWorker(page, {});
    await open('#lists');
    await waitForText(messages.dashboard_unanswered.message);
    expect(await runAxe(page)).toEqual([]);
  });

  it('offers in the popup what the page’s address offers, and fetches nothing', async () => {
    await page.goto(`https://innocent.test/#demonitor-root=${ROOT}`);
    const before = session.web.requests.length;
    const popup = await openPopup(browser, page);
    const link = await popup.waitForSelector('a[href*="#follow"]');
    expect(await link?.evaluate(({ textContent }) => textContent)).toBe(
      messages.follow_offer_link.message,
    );
    expect(await runAxe(popup)).toEqual([]);
    await popup.screenshot({ path: `${PICTURES}/popup-offer-${language}.png` });
    const opened = browser.waitForTarget((target) => target.url().startsWith(address));
    // The popup closes under the click, which is then never reported as done.
    void link?.click().catch(() => undefined);
    const tab = await (await opened).asPage();
    await tab.waitForFunction(
      (text) => document.body.innerText.includes(text),
      {},
      messages.follow_nothing_yet.message,
    );
    expect(await tab.evaluate(() => document.body.innerText)).toContain('https://innocent.test/');
    // The browser itself asks for the page's icon.
    const asked = session.web.requests.slice(before).filter((url) => !url.endsWith('/favicon.ico'));
    expect(asked).toEqual([]);
    await tab.close();
  });

  it('asks the real worker, and shows its lists or that it gave no answer', async () => {
    await open('#lists');
    await page.waitForSelector('article, [role=alert]');
  });
});

describe('the dashboard in Firefox', () => {
  it('confirms a link that the browser hands over, fetches nothing, and asks the real worker', async () => {
    const session = await startSession({ family: 'firefox' });
    try {
      const { page, web } = session;
      const manifest = readFileSync(join(session.extension, 'manifest.json'), 'utf8');
      const { protocol_handlers } = JSON.parse(manifest) as {
        protocol_handlers: readonly { protocol: string; uriTemplate: string }[];
      };
      expect(protocol_handlers.map(({ protocol }) => protocol)).toEqual(['ext+demonitor']);
      const [handler] = protocol_handlers;
      const link = `ext+demonitor:${OFFER.slice(1)}`;
      const path = handler?.uriTemplate.replace('%s', encodeURIComponent(link));
      await goInsideFirefox(page, `moz-extension://${FIREFOX_UUID}/${path}`);
      const text = await page.evaluate(() => document.body.innerText);
      expect(text).toContain(english.follow_nothing_yet.message);
      expect(text).toContain('https://third.example/list/');
      expect(await runAxe(page)).toEqual([]);
      expect(web.requests.filter((url) => url.includes('third.example'))).toEqual([]);
      await page.click('nav a');
      await page.waitForSelector('article, [role=alert]');
    } finally {
      await session.close();
    }
  });
});
