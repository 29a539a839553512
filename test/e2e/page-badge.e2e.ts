import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import english from '../../src/_locales/en/messages.json';
import { type BrowserSession, startSession } from './browser-session.ts';
import { findBadge } from './find-badge.ts';
import { waitForBadge, waitForNoBadge, waitForToolbar } from './observe-page.ts';

const LISTED = english.toolbar_listed.message;
const NOTHING_LISTED = english.toolbar_default.message;

let session: BrowserSession;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  session = await startSession();
  browser = session.browser;
});
afterAll(() => session?.close());
beforeEach(async () => {
  page = await browser.newPage();
});
afterEach(() => page.close());

/** Runs in the page. */
function readBadgeHeight(): number | undefined {
  return document.querySelector('html > div')?.getBoundingClientRect().height;
}

describe('a badge is drawn', () => {
  it.each([
    ['a listed host', 'http://example-truth.test/'],
    ['a listed host by https', 'https://example-truth.test/news/1?x=1#y'],
    ['its subdomain', 'https://www.example-truth.test/'],
    ['a deep subdomain', 'https://a.b.m.example-truth.test/'],
    ['a mobile host under a two-part suffix', 'https://m.example-truth.co.uk/'],
    ['a listed path', 'https://t.me/examplechannel'],
    ['a path below it, in another case', 'https://t.me/ExampleChannel/12'],
    ['its double', 'https://t.me/s/examplechannel'],
    ['an account under the platform’s old name', 'https://twitter.com/exampleaccount/status/1'],
    ['a contested source', 'https://contested.test/'],
  ])('on %s', async (_name, address) => {
    await page.goto(address);
    const badge = await waitForBadge(page);
    expect(badge.mode).toBe('closed');
    expect(badge.text).toContain('Example');
    // The first start announces the list to all tabs, which report once more.
    await waitForToolbar(browser, page, LISTED);
  });
});

describe('nothing is drawn', () => {
  it.each([
    ['an unlisted host', 'https://innocent.test/'],
    ['a suffix look-alike', 'https://notexample-truth.test/'],
    ['a listed host as a subdomain of another', 'https://example-truth.test.evil.test/'],
    ['a listed host in the path', 'https://innocent.test/example-truth.test/'],
    ['a listed host in the user name', 'https://example-truth.test@innocent.test/'],
    ['the platform of a listed path', 'https://t.me/'],
    ['a path look-alike', 'https://t.me/examplechannels'],
    ['a listed path below another', 'https://t.me/other/examplechannel'],
    ['another subdomain of the platform', 'https://web.t.me/examplechannel'],
    ['a suspended source', 'https://suspended.test/'],
    ['a lapsed source', 'https://lapsed.test/'],
    ['a removed part of a listed source', 'https://archive.example-truth.test/'],
  ])('on %s', async (_name, address) => {
    await page.goto(address);
    await waitForNoBadge(page);
    await waitForToolbar(browser, page, NOTHING_LISTED);
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
  });
});

describe('the badge stays right', () => {
  it('under a policy that forbids all styles and scripts', async () => {
    await page.goto('https://example-truth.test/strict');
    await waitForBadge(page);
    const { width, height } = await page.evaluate(() => {
      const rect = document.querySelector('html > div')?.getBoundingClientRect();
      return { width: rect?.width ?? 0, height: rect?.height ?? 0 };
    });
    // Without its style the card's text would run over the page.
    expect(width).toBeGreaterThan(60);
    expect(width).toBeLessThan(300);
    expect(height).toBeLessThan(90);
  });

  it('after moves inside one document, in and out of a listed path', async () => {
    await page.goto('https://t.me/other');
    await waitForNoBadge(page);
    await page.evaluate(() => history.pushState(null, '', '/examplechannel'));
    await waitForBadge(page);
    await waitForToolbar(browser, page, LISTED);
    await page.evaluate(() => history.pushState(null, '', '/other'));
    await waitForNoBadge(page);
    await waitForToolbar(browser, page, NOTHING_LISTED);
    await page.goBack();
    await waitForBadge(page);
  });

  it('on return from the back-forward cache', async () => {
    await page.goto('https://example-truth.test/');
    await waitForBadge(page);
    await page.evaluate(() => Object.assign(globalThis, { wasKept: true }));
    await page.goto('https://innocent.test/');
    await waitForToolbar(browser, page, NOTHING_LISTED);
    await page.goBack();
    expect(await page.evaluate(() => 'wasKept' in globalThis)).toBe(true);
    await waitForBadge(page);
    await waitForToolbar(browser, page, LISTED);
  });

  it('in the top frame only', async () => {
    await page.goto('https://innocent.test/frames');
    await page.waitForFrame((frame) => frame.url().includes('example-truth.test'));
    await waitForNoBadge(page);
    await waitForToolbar(browser, page, NOTHING_LISTED);
  });

  it('when the page rewrites its body, its document, and removes strangers', async () => {
    await page.goto('https://example-truth.test/');
    await waitForBadge(page);
    await page.evaluate(() => {
      document.body.innerHTML = '<p>New</p>';
    });
    await waitForBadge(page);
    await page.evaluate(() => document.querySelector('html > div')?.remove());
    await waitForBadge(page);
    await page.evaluate(() => {
      document.open();
      document.write('<!doctype html><title>Again</title><p>Rewritten');
      document.close();
    });
    await waitForBadge(page);
  });

  it('in the toolbar when the page keeps removing or covers the badge', async () => {
    await page.goto('https://example-truth.test/hostile');
    await new Promise((done) => setTimeout(done, 1_000));
    expect(await findBadge(page)).toBeUndefined();
    await waitForToolbar(browser, page, LISTED);
  });

  it('in its corner when the page moves, fades and clips its root element', async () => {
    await page.goto('https://example-truth.test/');
    await waitForBadge(page);
    const readCorner = () =>
      page.evaluate(() => {
        const box = document.querySelector('html > div')?.getBoundingClientRect();
        return [box && innerWidth - box.right, box && innerHeight - box.bottom];
      });
    await page.evaluate(() => {
      document.documentElement.style.cssText =
        'transform: translateX(-300vw); opacity: 0; overflow: hidden; contain: strict';
    });
    expect(await readCorner()).toEqual([0, 0]);
    await page.evaluate(() => document.querySelector('html > div')?.remove());
    await waitForBadge(page);
    expect(await readCorner()).toEqual([0, 0]);
  });

  it('without the backdrop that a page gives its dialogs', async () => {
    await page.goto('https://example-truth.test/');
    await waitForBadge(page);
    const display = await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = '::backdrop { display: block !important; background: red !important }';
      document.head.append(style);
      const host = document.querySelector('html > div');
      return host && getComputedStyle(host, '::backdrop').display;
    });
    expect(display).toBe('none');
  });

  it('hidden in print and full screen', async () => {
    await page.goto('https://example-truth.test/');
    await waitForBadge(page);
    expect(await page.evaluate(readBadgeHeight)).toBeGreaterThan(20);
    await page.emulateMediaType('print');
    expect(await page.evaluate(readBadgeHeight)).toBe(0);
    await page.emulateMediaType('screen');
    await page.click('button');
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await expect.poll(() => page.evaluate(readBadgeHeight)).toBe(0);
  });

  it('hidden in full screen when it is drawn there, until the reader leaves it', async () => {
    await page.goto('https://t.me/other');
    await waitForNoBadge(page);
    await page.click('button');
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await page.evaluate(() => history.pushState(null, '', '/examplechannel'));
    await waitForBadge(page);
    expect(await page.evaluate(readBadgeHeight)).toBe(0);
    await page.evaluate(() => document.exitFullscreen());
    await expect.poll(() => page.evaluate(readBadgeHeight)).toBeGreaterThan(20);
  });

  it('in full screen too after the page replaced its document', async () => {
    await page.goto('https://example-truth.test/');
    await waitForBadge(page);
    await page.evaluate(() => {
      document.open();
      document.write(
        '<!doctype html><button onclick="document.documentElement.requestFullscreen()">F</button>',
      );
      document.close();
    });
    await waitForBadge(page);
    await page.evaluate(() => document.querySelector('html > div')?.remove());
    await waitForBadge(page);
    await page.click('button');
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await expect.poll(() => page.evaluate(readBadgeHeight)).toBe(0);
  });

  it('on a page from right to left, where its card stays open under the pointer', async () => {
    await page.goto('https://example-truth.test/rtl');
    await waitForBadge(page);
    const readBox = () =>
      page.evaluate(() => {
        const box = document.querySelector('html > div')?.getBoundingClientRect();
        return { x: box?.x ?? 0, y: box?.y ?? 0, width: box?.width ?? 0, height: box?.height ?? 0 };
      });
    const pill = await readBox();
    await page.mouse.move(pill.x + pill.width / 2, pill.y + pill.height / 2);
    await expect.poll(async () => (await readBox()).height).toBeGreaterThan(pill.height * 2);
    for (let step = 0; step < 5; step += 1) {
      await page.mouse.move(pill.x + pill.width / 2 + step, pill.y + pill.height / 2);
      expect((await readBox()).height).toBeGreaterThan(pill.height * 2);
    }
  });

  it('however long the path below a listed one grows', async () => {
    await page.goto('https://t.me/examplechannel');
    await waitForBadge(page);
    await page.evaluate(() => history.pushState(null, '', `/examplechannel/${'a'.repeat(70_000)}`));
    await new Promise((done) => setTimeout(done, 500));
    await waitForBadge(page);
    await waitForToolbar(browser, page, LISTED);
  });

  it('inside a narrow window at twice the zoom', async () => {
    await page.setViewport({ width: 320, height: 480, deviceScaleFactor: 2 });
    await page.goto('https://example-truth.test/');
    await waitForBadge(page);
    const fits = await page.evaluate(() => {
      const rect = document.querySelector('html > div')?.getBoundingClientRect();
      return rect !== undefined && rect.left >= 0 && rect.right <= 320 && rect.bottom <= 480;
    });
    expect(fits).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
  });
});

describe('a badge is drawn whatever the page names its elements', () => {
  it.each(['browser', 'chrome'])(
    'on <html id="%s">, where only chrome is the API',
    async (name) => {
      const html = `<!doctype html><html id="${name}"><title>Named</title><h1>Named</h1></html>`;
      const named = await startSession({ respond: () => html, spoil: takeBrowserAway });
      try {
        await named.page.goto('https://example-truth.test/');
        await waitForBadge(named.page);
        await waitForToolbar(named.browser, named.page, LISTED);
      } finally {
        await named.close();
      }
    },
  );
});

/** As in Chrome before 152: later ones hang the API on what the page calls `browser`, too. */
function takeBrowserAway(extension: string): void {
  const script = join(extension, 'src/content/main.iife.js');
  const before =
    'for (const key of Object.keys(globalThis.browser ?? {})) delete globalThis.browser[key];' +
    'delete globalThis.browser;';
  writeFileSync(script, `${before}\n${readFileSync(script, 'utf8')}`);
}
