import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import english from '../../src/_locales/en/messages.json';
import { openPopup } from '../support/open-popup.ts';
import { type BrowserSession, type SessionOptions, startSession } from './browser-session.ts';
import { readCalls } from './content-world.ts';
import { runInWorker, waitForBadge, waitForNoBadge, waitForToolbar } from './observe-page.ts';

let session: BrowserSession;
let browser: Browser;
let page: Page;

async function start(options: SessionOptions = {}) {
  session = await startSession(options);
  ({ browser, page } = session);
}
afterEach(() => session?.close());

const readStatus = async (): Promise<string> => {
  const popup = await openPopup(browser, page);
  const text = await popup.evaluate(() => document.querySelector('h1')?.textContent ?? '');
  await popup.close();
  return text.trim();
};
const expectNoList = async (): Promise<void> => {
  await waitForNoBadge(page);
  await waitForToolbar(browser, page, english.toolbar_no_list.message);
  expect(await readStatus()).toContain(english.status_no_list.message);
};

/** Targets are named by their hash. */
function findTarget(extension: string, name: string): string {
  const folder = join(extension, 'list/targets');
  const file = readdirSync(folder).find((each) => each.endsWith(`.${name}`));
  return join(folder, file ?? name);
}

describe('without a usable list nothing is called not listed', () => {
  it('when the package’s list is damaged', async () => {
    await start({ spoil: (path) => writeFileSync(findTarget(path, 'sources.bin'), 'not gzip') });
    await page.goto('https://innocent.test/');
    await expectNoList();
  });

  it('when the package’s list is missing', async () => {
    await start({ spoil: (path) => rmSync(findTarget(path, 'context.bin')) });
    await page.goto('https://example-truth.test/');
    await expectNoList();
  });

  it('when the list is too old to be believed', async () => {
    await start({ listAgeDays: 400 });
    await page.goto('https://example-truth.test/');
    await expectNoList();
  });

  it('when the browser refuses to store', async () => {
    await start();
    await page.goto('https://example-truth.test/');
    await waitForBadge(page);
    await runInWorker(
      browser,
      `chrome.storage.local.clear().then(() => {
        chrome.storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
      })`,
    );
    await page.goto('https://innocent.test/');
    await expectNoList();
  });
});

describe('what was damaged is mended by the next page that notices', () => {
  it.each([
    ['the head is gone', `chrome.storage.local.remove('head')`],
    ['the head is nonsense', `chrome.storage.local.set({ head: 7 })`],
    [
      'the index in the head is damaged',
      `chrome.storage.local.get('head').then(({ head }) => {
        head.index.filter = head.index.filter.slice(3);
        return chrome.storage.local.set({ head });
      })`,
    ],
    [
      'the records are gone',
      `chrome.storage.local.get(null).then((all) =>
        chrome.storage.local.remove(Object.keys(all).filter((key) => key.startsWith('r'))))`,
    ],
    ['everything stored is gone', `chrome.storage.local.clear()`],
    [
      'the database is gone too',
      `chrome.storage.local.clear().then(() => new Promise((done) => {
        const request = indexedDB.deleteDatabase('demonitor');
        request.onsuccess = request.onerror = () => done();
      }))`,
    ],
  ])('%s', async (_name, damage) => {
    await start();
    await page.goto('https://example-truth.test/');
    await waitForBadge(page);
    await runInWorker(browser, damage);
    await page.goto('https://example-truth.test/');
    await waitForBadge(page);
    expect(await readStatus()).toContain(english.status_listed.message);
  });
});

describe('what cannot be checked is said to be so', () => {
  it.each([
    ['a page of the browser', 'chrome://version/', /page of the browser itself/],
    // Whether Chromium tells the popup that it is a file depends on its file access.
    ['a local file', `file://${process.cwd()}/README.md`, /file on your machine/],
  ])('%s', async (_name, address, message) => {
    await start();
    await page.goto(address).catch(() => undefined);
    const popup = await openPopup(browser, page);
    const text = await popup.evaluate(() => document.body.innerText);
    expect(text).toContain(english.status_not_checkable.message);
    expect(text).toMatch(message);
  });
});

describe('a list at rest stays at rest', () => {
  const readGeneration = async (): Promise<unknown> =>
    runInWorker(
      browser,
      `chrome.storage.local.get('head').then(({ head }) => head.index.generation)`,
    );
  const repair = async (): Promise<void> => {
    const popup = await openPopup(browser, page);
    await popup.evaluate(`chrome.runtime.sendMessage({ kind: 'list/repair' })`);
    await popup.close();
  };

  it('when it is looked at and found sound, as the browser gives it back', async () => {
    await start();
    await page.goto('https://example-truth.test/');
    await waitForBadge(page);
    const before = await readGeneration();
    await repair();
    await repair();
    expect(await readGeneration()).toBe(before);
  });

  it('when it is too old: no page has it written again', async () => {
    await start({ listAgeDays: 400, countCalls: true });
    await page.goto('https://example-truth.test/');
    await expectNoList();
    const before = await readGeneration();
    // On a first start the page may have come before the list, and said so.
    const { message } = await readCalls(page);
    await new Promise((done) => setTimeout(done, 1_500));
    expect(await readGeneration()).toBe(before);
    expect((await readCalls(page)).message).toEqual(message);
  });
});
