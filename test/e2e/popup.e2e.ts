import { mkdirSync } from 'node:fs';
import type { Browser, Dialog, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import english from '../../src/_locales/en/messages.json';
import french from '../../src/_locales/fr/messages.json';
import { openPopup } from '../support/open-popup.ts';
import { type BrowserSession, startSession } from './browser-session.ts';
import { runInWorker, waitForBadge, waitForNoBadge, waitForToolbar } from './observe-page.ts';
import { pressButton } from './press-button.ts';
import { runAxe } from './run-axe.ts';

const MESSAGES = { en: english, fr: french };
const PICTURES = '.cache/pictures';

describe.each(['en', 'fr'] as const)('the popup in %s', (language) => {
  const listed = MESSAGES[language].status_listed.message;
  const unlisted = MESSAGES[language].status_not_listed.message;
  let session: BrowserSession;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    session = await startSession({ language });
    browser = session.browser;
  });
  afterAll(() => session?.close());
  beforeEach(async () => {
    page = await browser.newPage();
  });
  afterEach(() => page.close());

  const read = (popup: Page): Promise<string> => popup.evaluate(() => document.body.innerText);

  it.each([
    ['https://example-truth.test/a', true],
    ['https://example-truth.test.evil.test/', false],
    ['https://t.me/s/examplechannel/7', true],
    ['https://t.me/someoneelse', false],
    ['https://x.com/EXAMPLEACCOUNT', true],
    ['https://suspended.test/', false],
    ['https://lapsed.test/', false],
    ['https://contested.test/', true],
  ])('agrees with the badge on %s', async (address, isListed) => {
    await page.goto(address);
    if (isListed) await waitForBadge(page);
    else await waitForNoBadge(page);
    const text = await read(await openPopup(browser, page));
    expect(text.split('\n')).toContain(isListed ? listed : unlisted);
  });

  it.each(['light', 'dark'])('has nothing that axe minds, %s', async (theme) => {
    for (const [name, address] of [
      ['listed', 'https://contested.test/'],
      ['unlisted', 'https://innocent.test/'],
    ] as const) {
      await page.goto(address);
      const popup = await openPopup(browser, page);
      await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      await popup.screenshot({ path: `${PICTURES}/popup-${name}-${theme}-${language}.png` });
      expect(await runAxe(popup)).toEqual([]);
      await popup.close();
    }
  });

  it('says what is listed although its entry is gone, how to dispute it, and brings it back', async () => {
    await page.goto('https://old.test/');
    await waitForToolbar(browser, page, MESSAGES[language].toolbar_listed.message);
    await runInWorker(browser, `(${dropEntry})('test-list', 'example-old')`);
    const popup = await openPopup(browser, page);
    expect((await read(popup)).split('\n')).toContain(listed);
    expect(await read(popup)).toContain(MESSAGES[language].unreadable_text.message);
    await popup.click('.wrong summary');
    await pressButton(popup, MESSAGES[language].copy_button.message);
    const { copy_done: done, copy_selected: selected } = MESSAGES[language];
    await popup.waitForFunction(
      (...texts) => texts.some((text) => document.body.innerText.includes(text)),
      {},
      done.message,
      selected.message,
    );
    const wrong = await popup.$('.wrong');
    await wrong?.screenshot({ path: `${PICTURES}/popup-wrong-${language}.png` });
    expect(await runAxe(popup)).toEqual([]);
    await pressButton(popup, MESSAGES[language].no_list_rebuild.message);
    await popup.waitForFunction(() => document.body.innerText.includes('Example Old'));
  });

  it('checks a page that shows an alert and so does not answer', async () => {
    await page.goto('https://example-truth.test/');
    await waitForBadge(page);
    const alerted = new Promise<Dialog>((shown) => page.once('dialog', shown));
    await page.evaluate(() => void setTimeout(() => alert('Read this.')));
    const dialog = await alerted;
    const popup = await openPopup(browser, page);
    expect((await read(popup)).split('\n')).toContain(listed);
    await dialog.accept();
  });

  it('looks up any address by hand, by keyboard alone', async () => {
    await page.goto('https://innocent.test/');
    const popup = await openPopup(browser, page);
    await lookUp(popup, 'm.example-truth.test/page');
    await popup.waitForFunction((text) => document.body.innerText.includes(text), {}, listed);
    expect(await read(popup)).toContain('Example Truth');
  });

  it('looks up where a link leads, and says through what', async () => {
    await page.goto('https://innocent.test/');
    const popup = await openPopup(browser, page);
    const target = encodeURIComponent('https://www.example-truth.test/a');
    await lookUp(popup, `https://l.facebook.com/l.php?u=${target}&h=x`);
    await popup.waitForFunction((text) => document.body.innerText.includes(text), {}, listed);
    expect(await read(popup)).toContain('l.facebook.com');
    expect(await read(popup)).toContain('https://www.example-truth.test/a');
  });

  it('pauses and resumes everywhere, and looks addresses up meanwhile', async () => {
    await page.goto('https://example-truth.test/');
    await waitForBadge(page);
    const { pause_button: pause, paused_resume: resume } = MESSAGES[language];
    await pressButton(await openPopup(browser, page), pause.message);
    await waitForNoBadge(page);
    await waitForToolbar(browser, page, MESSAGES[language].toolbar_paused.message);
    const popup = await openPopup(browser, page);
    await lookUp(popup, 'contested.test');
    await popup.waitForFunction((text) => document.body.innerText.includes(text), {}, listed);
    await popup.close();
    await pressButton(await openPopup(browser, page), resume.message);
    await waitForBadge(page);
    await waitForToolbar(browser, page, MESSAGES[language].toolbar_listed.message);
  });

  it('keeps a badge hidden on the next page until it is shown again', async () => {
    await hideBadge(page);
    await page.reload();
    await waitForNoBadge(page);
    await waitForToolbar(browser, page, MESSAGES[language].toolbar_listed.message);
    const popup = await openPopup(browser, page);
    await pressButton(popup, MESSAGES[language].dismissed_restore.message);
    await waitForBadge(page);
  });

  it('shows a badge again on the page where it was hidden', async () => {
    await hideBadge(page);
    const popup = await openPopup(browser, page);
    await pressButton(popup, MESSAGES[language].dismissed_restore.message);
    await waitForBadge(page);
  });
});

async function hideBadge(page: Page): Promise<void> {
  await page.goto('https://example-truth.test/');
  await waitForBadge(page);
  // Past the page's own button and the pill.
  for (let stop = 0; stop < 3; stop += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await waitForNoBadge(page);
}

async function lookUp(popup: Page, address: string): Promise<void> {
  await popup.focus('input');
  await popup.keyboard.type(address);
  await popup.keyboard.press('Enter');
}

/** Runs in the worker: the entry is gone, the index still names it. */
function dropEntry(list: string, slug: string): Promise<unknown> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('demonitor');
    opening.onerror = fail;
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('entries', 'readwrite');
      const entries = transaction.objectStore('entries');
      const listing = entries.getAllKeys(IDBKeyRange.bound([list], [list, []]));
      listing.onsuccess = () => {
        // By list, edition and slug.
        for (const key of listing.result) {
          if ((key as string[])[2] === slug) entries.delete(key);
        }
      };
      transaction.onerror = fail;
      transaction.oncomplete = () => {
        opening.result.close();
        done(undefined);
      };
    };
  });
}
