import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import english from '../../src/_locales/en/messages.json';
import { openFirefoxPopup } from '../support/open-popup.ts';
import { type BrowserSession, startSession } from './browser-session.ts';
import { waitForHost } from './observe-firefox.ts';

let session: BrowserSession;
let browser: Browser;

beforeAll(async () => {
  session = await startSession({ family: 'firefox', isInstalled: false });
  browser = session.browser;
  await installForPrivateWindows(browser, session.extension);
});
afterAll(() => session?.close());

it('the popup explains a listed page in a private window of Firefox', async () => {
  const start = await browser.newPage();
  await start.goto('https://innocent.test/');
  const outside = await openFirefoxPopup(browser, 'innocent.test');
  await waitForHost(await openPrivately(outside, 'https://contested.test/'));
  const tab = await openPrivately(outside, 'https://other.test/');
  const popup = await openFirefoxPopup(browser, 'contested.test', tab);
  expect(await popup.evaluate('browser.extension.inIncognitoContext')).toBe(true);
  // The worker's database is not to be seen from here.
  expect(await popup.evaluate(`(${hasNoDatabase})()`)).toBe(true);
  const text = await popup.evaluate(() => document.body.innerText);
  expect(text.split('\n')).toContain(english.status_listed.message);
  expect(text).toContain('Example Contested');
});

/** Runs in the popup. Firefox gives a private window's page a new database, or none at all. */
function hasNoDatabase(): Promise<boolean> {
  return new Promise((done) => {
    const opening = indexedDB.open('demonitor');
    opening.onupgradeneeded = () => done(true);
    opening.onsuccess = () => done(false);
    opening.onerror = () => done(true);
  });
}

/** Opens an address in a private window, from a page of the extension. */
async function openPrivately(from: Page, address: string): Promise<Page> {
  const opened = browser.waitForTarget((target) => target.url() === address, { timeout: 15_000 });
  await from.evaluate(
    `browser.windows.create({ incognito: true, url: ${JSON.stringify(address)} }).then(() => undefined)`,
  );
  const page = await (await opened).page();
  if (page === null) throw new Error(`No page at ${address}.`);
  return page;
}

/** As a reader who allows it there; puppeteer's own install cannot say so. */
async function installForPrivateWindows(firefox: Browser, path: string): Promise<void> {
  // The driver's connection is no part of the common type of both browsers.
  const { connection } = firefox as unknown as {
    connection: { send: (method: string, parameters: object) => Promise<unknown> };
  };
  await connection.send('webExtension.install', {
    extensionData: { type: 'path', path },
    'moz:allowPrivateBrowsing': true,
  });
}
