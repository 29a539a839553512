import type { Browser, Page, Target } from 'puppeteer-core';
import { FIREFOX_UUID } from './launch-browser.ts';

const LOAD_MILLISECONDS = 15_000;
const POLL_MILLISECONDS = 100;
/** As the popup's style sets it: 24rem. */
export const POPUP_WIDTH = 384;
const POPUP_PATH = 'src/popup/popup.html';
/** Told from a popup by its address. */
const OWN_PAGE_PATH = `${POPUP_PATH}#tab`;

/**
 * Presses the toolbar button on a page, as a reader would, and gives the popup's page. The press
 * grants `activeTab`. Chromium only.
 */
export async function openPopup(browser: Browser, page: Page): Promise<Page> {
  const [extension] = [...(await browser.extensions()).values()];
  if (extension === undefined) throw new Error('No extension is loaded.');
  const isPopup = (target: Target) => target.url().endsWith(POPUP_PATH);
  const opened = browser.waitForTarget(isPopup, { timeout: 15_000 });
  await extension.triggerAction(page);
  const popup = await (await opened).asPage();
  await popup.waitForSelector('main:not([aria-busy="true"])', { timeout: 15_000 });
  return popup;
}

/**
 * The popup in a tab, where it is as tall as its text: the popup itself ends at 600 pixels and
 * scrolls. Chromium only.
 */
export async function openWholePopup(browser: Browser, page: Page): Promise<Page> {
  const popup = await openPopup(browser, page);
  const tab = await popup.evaluate(
    'chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab.id)',
  );
  const address = `${popup.url()}?tab=${tab}`;
  await popup.close();
  const whole = await browser.newPage();
  await whole.setViewport({ width: POPUP_WIDTH, height: 600 });
  await whole.goto(address);
  await whole.waitForSelector('main:not([aria-busy="true"])');
  return whole;
}

/** The popup's page in a tab of its own: from there the worker can be asked. Chromium only. */
export async function openChromiumPage(browser: Browser): Promise<Page> {
  const id = await findExtension(browser);
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${id}/${OWN_PAGE_PATH}`);
  return page;
}

/** The same in Firefox. */
export async function openFirefoxPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await goInsideFirefox(page, `moz-extension://${FIREFOX_UUID}/${OWN_PAGE_PATH}`);
  return page;
}

/**
 * Opens the popup as a page of its own, about the open tab of a host: Firefox's toolbar cannot be
 * pressed from outside.
 *
 * @param page the tab to open it in, else a new one
 */
export async function openFirefoxPopup(browser: Browser, host: string, page?: Page): Promise<Page> {
  const popup = page ?? (await browser.newPage());
  const address = `moz-extension://${FIREFOX_UUID}/${POPUP_PATH}`;
  await goInsideFirefox(popup, address);
  const tabId = await popup.evaluate(
    `browser.tabs.query({ url: '*://${host}/*' }).then(([tab]) => tab.id)`,
  );
  await goInsideFirefox(popup, `${address}?tab=${tabId}`);
  return popup;
}

/**
 * Never awaits the `goto` itself: Firefox does not report the end of a load inside an extension, and
 * may answer a question with an error while one document gives way to the next.
 */
export async function goInsideFirefox(page: Page, address: string): Promise<void> {
  void page.goto(address).catch(() => undefined);
  const isThere = `location.href === ${JSON.stringify(address)} &&
    document.querySelector('main:not([aria-busy="true"])') !== null`;
  for (let wait = 0; wait < LOAD_MILLISECONDS; wait += POLL_MILLISECONDS) {
    const answer = await page.evaluate(isThere).catch(() => false);
    if (answer === true) return;
    await new Promise((done) => setTimeout(done, POLL_MILLISECONDS));
  }
  throw new Error(`Firefox did not open ${address}.`);
}

/** The extension's id; a browser that has just started may not have loaded it yet. */
async function findExtension(browser: Browser): Promise<string> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const [id] = [...(await browser.extensions()).keys()];
    if (id !== undefined) return id;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('The browser has no extension.');
}
