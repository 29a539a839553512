import { readdirSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserSession, startSession } from './browser-session.ts';
import { readCalls } from './content-world.ts';
import { waitForBadge, waitForNoBadge } from './observe-page.ts';
import { findWorkers } from './stop-worker.ts';

let session: BrowserSession;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  session = await startSession({ countCalls: true });
  ({ browser, page } = session);
  // The first start has put the list in force once a listed page shows it.
  await page.goto('https://example-truth.test/');
  await waitForBadge(page);
});
afterAll(() => session?.close());

/** Stops the worker for good: what it was about to do may start it once more. */
async function keepStopped(): Promise<void> {
  for (let quiet = 0; quiet < 3; ) {
    const workers = findWorkers(browser);
    quiet = workers.length === 0 ? quiet + 1 : 0;
    for (const target of workers) {
      // Gone by itself in the meantime is as good.
      await target.worker().then(
        (worker) => worker?.close(),
        () => undefined,
      );
    }
    await new Promise((done) => setTimeout(done, 150));
  }
}

describe('an unlisted page', () => {
  it('costs one storage call and starts no worker', async () => {
    await keepStopped();
    await page.goto('https://innocent.test/');
    await waitForNoBadge(page);
    expect(await readCalls(page)).toEqual({ get: ['["head"]'], message: [] });
    expect(findWorkers(browser)).toEqual([]);
    // The same count on a listed page, so that a dead counter cannot pass.
    await page.goto('https://example-truth.test/');
    await waitForBadge(page);
    const { get, message } = await readCalls(page);
    expect(get.length).toBe(2);
    expect(message).toEqual([JSON.stringify({ kind: 'page/listed', request: { path: '/' } })]);
    await expect.poll(() => findWorkers(browser).length).toBe(1);
  });

  it('costs no more on a host where paths can be listed', async () => {
    await keepStopped();
    await page.goto('https://t.me/someoneelse');
    await waitForNoBadge(page);
    expect(await readCalls(page)).toEqual({ get: ['["head"]'], message: [] });
    expect(findWorkers(browser)).toEqual([]);
  });

  it('sends nothing anywhere but for itself', async () => {
    const before = session.web.requests.length;
    await page.goto('https://innocent.test/quiet');
    await waitForNoBadge(page);
    const asked = session.web.requests
      .slice(before)
      .filter((each) => !each.endsWith('/favicon.ico'));
    expect(asked).toEqual(['https://innocent.test/quiet']);
  });
});

describe('a page cannot tell that the extension is there', () => {
  it('by its globals, its nodes or its storage', async () => {
    const look = async (visited: Page) => {
      await visited.goto('https://innocent.test/');
      // As long as a content script needs that would leave something behind.
      await waitForNoBadge(visited);
      return visited.evaluate(() => ({
        globals: Object.getOwnPropertyNames(window),
        html: document.documentElement.outerHTML,
        nodes: document.querySelectorAll('*').length,
        sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
        stored: [localStorage.length, sessionStorage.length, document.cookie],
      }));
    };
    const plain = await startSession({ isInstalled: false });
    try {
      expect(await look(page)).toEqual(await look(plain.page));
    } finally {
      await plain.close();
    }
  });

  it('by asking for its files', async () => {
    await page.goto('https://innocent.test/');
    const [id] = [...(await browser.extensions()).keys()];
    const files = readdirSync(session.extension, { recursive: true, encoding: 'utf8' });
    const addresses = files.map((file) => `chrome-extension://${id}/${file}`);
    const loaded = await page.evaluate(async (all) => {
      const results = await Promise.all(
        all.map((address) =>
          fetch(address, { mode: 'no-cors' }).then(
            () => address,
            () => undefined,
          ),
        ),
      );
      return results.filter((each) => each !== undefined);
    }, addresses);
    expect(addresses.length).toBeGreaterThan(10);
    expect(loaded).toEqual([]);
  });

  it('and not what its badge says', async () => {
    await page.goto('https://example-truth.test/');
    await waitForBadge(page);
    const host = await page.evaluate(() => {
      const host = document.querySelector('html > div');
      return { root: host?.shadowRoot ?? null, text: host?.textContent, id: host?.id };
    });
    expect(host).toEqual({ root: null, text: '', id: '' });
  });
});
