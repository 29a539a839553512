import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFollowLink } from '../../src/messages/parse-follow-link.ts';
import { renderPages } from '../../src/site/render-pages.tsx';
import { launchBrowser } from '../support/launch-browser.ts';
import { TODAY } from '../support/list-files.ts';
import { type LocalWeb, type StandInPage, startLocalWeb } from '../support/local-web.ts';
import { makeRelease, ROOT_DIGEST } from '../support/make-release.ts';
import { runAxe } from './run-axe.ts';

/** Below a path of its own, as on most free hosts. */
const BASE = '/lists/main/';
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
};
const PAGES = ['index', 'entries', 'policy', 'changelog', 'entries/truth', 'entries/lapsed'];

let folder: string;
let web: LocalWeb;
let browser: Browser;
let page: Page;
let complaints: string[];
let requests: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demonitor-pages-'));
  const files = new Map<string, StandInPage>();
  for (const { path, content } of renderPages(makeRelease())) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
    const type = TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    if (typeof content === 'string') {
      files.set(BASE + path, { headers: { 'content-type': type }, body: content });
    }
  }
  web = await startLocalWeb(({ pathname }) => files.get(pathname));
  browser = await launchBrowser({ family: 'chromium', web });
});
afterAll(async () => {
  await browser?.close();
  await web?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A new tab on a day of ours, whose every word of complaint and request is kept. */
async function open(address: string, today = TODAY): Promise<void> {
  page = await browser.newPage();
  await page.evaluateOnNewDocument((noon) => {
    const RealDate = Date;
    globalThis.Date = class extends RealDate {
      constructor() {
        super(noon);
      }
    } as DateConstructor;
  }, `${today}T12:00:00`);
  complaints = [];
  requests = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => complaints.push(request.url()));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(address);
}

function readStatus(): Promise<string> {
  return page.$eval('#search-status', ({ textContent }) => textContent ?? '');
}

/** Types into the search by keyboard alone, from the top of the page. */
async function search(text: string): Promise<void> {
  await page.focus('body');
  for (let steps = 0; steps < 30; steps++) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.id)) === 'query') break;
  }
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

const byHttp = (path: string): string => `http://list.example${BASE}${path}`;
const byFile = (path: string): string => pathToFileURL(join(folder, path)).href;

describe.each([
  ['http', byHttp],
  ['file', byFile],
])('the public pages by %s', (_, at) => {
  it('find what covers an address, and lead there by keyboard', async () => {
    await open(at('index.html'));
    await search('https://www.mirror.test/a?b');
    await expect
      .poll(readStatus)
      .toBe(
        'The entry “Example Truth” covers https://www.mirror.test/a?b by its scope mirror.test. State: Listed. 1 entry matches.',
      );
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(page.url()).toBe(at('entries/truth.html'));
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('ask for nothing but their own files, and complain of nothing', async () => {
    await open(at('index.html'));
    for (const name of PAGES) {
      await page.goto(at(`${name}.html`));
      await page.goto(at(`fr/${name}.html`));
    }
    const foreign = requests.filter((each) => !each.startsWith(at('')) && !/^data:/.test(each));
    expect(foreign).toEqual([]);
    expect(requests.length).toBeGreaterThan(2 * PAGES.length);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

it.each([
  [
    'old.test',
    'La fiche «\u00a0Old Post\u00a0» couvre old.test par sa portée old.test. État\u00a0: Expirée.',
  ],
  ['blog.truth.test', 'La fiche «\u00a0Paused Post\u00a0» couvre blog.truth.test'],
  [
    'SHARED.test/Truth/1',
    'La fiche «\u00a0Example Truth\u00a0» couvre SHARED.test/Truth/1 par sa portée shared.test/',
  ],
  ['shared.test/truths', 'Aucune fiche ne couvre shared.test/truths.'],
  ['nottruth.test', 'Aucune fiche ne couvre nottruth.test.'],
  ['example TRUTH', '1 fiche correspond.'],
  ['message-judge', '1 fiche correspond.'],
  ['usurpation', '1 fiche correspond.'],
  ['france', '6 fiches correspondent.'],
  ['<b>nobody', 'Aucune fiche ne correspond à «\u00a0<b>nobody\u00a0».'],
])('say in French of %s: %s', async (query, said) => {
  await open(byHttp('fr/entries.html'));
  await search(query);
  await expect.poll(readStatus).toContain(said);
  expect(complaints).toEqual([]);
  await page.close();
});

it.each([
  ['light', 'en', ''],
  ['dark', 'en', ''],
  ['light', 'fr', 'fr/'],
  ['dark', 'fr', 'fr/'],
])('are as axe wants them, and fit their width, in %s and %s', async (value, _, language) => {
  await open(byHttp(`${language}index.html`));
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
  for (const width of [360, 1280]) {
    await page.setViewport({ width, height: 900 });
    for (const name of PAGES) {
      await page.goto(byHttp(`${language}${name}.html`));
      expect(await runAxe(page), `${name} at ${width}`).toEqual([]);
      const overflow = 'document.documentElement.scrollWidth - innerWidth';
      expect(await page.evaluate(overflow), `${name} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
  await page.close();
});

it.each(['', 'fr/'])(
  'show below %s the address by which the list is followed',
  async (language) => {
    await open(`https://list.example${BASE}${language}index.html`);
    const address = await page.$eval('[data-address] code', ({ textContent }) => textContent);
    expect(address).toBe(`https://list.example${BASE}`);
    const link = await page.$eval('[data-link] code', ({ textContent }) => textContent);
    expect(parseFollowLink(link)).toEqual({ address, rootDigest: ROOT_DIGEST });
    // Where the address is no https, nothing can be followed by it.
    await page.goto(byHttp(`${language}index.html`));
    expect(await page.$('[data-address] code, [data-link] code')).toBeNull();
    expect(complaints).toEqual([]);
    await page.close();
  },
);

it.each([
  ['2027-11-24', 'State: Listed', true],
  ['2027-11-25', 'State: Lapsed', false],
])('go by the reader’s own day: on %s, %s', async (today, said, isHidden) => {
  await open(byHttp('index.html'), today);
  await search('truth.test');
  await expect.poll(readStatus).toContain(said);
  await page.goto(byHttp('entries/truth.html'));
  expect(await page.$eval('[data-until]', (note) => note.matches('[hidden]'))).toBe(isHidden);
  await page.close();
});

it('select what the browser does not let them copy', async () => {
  // Without https there is no clipboard.
  await open(byHttp('index.html'));
  await page.click('.follow button');
  expect(await page.evaluate('String(getSelection())')).toBe(ROOT_DIGEST);
  const said = await page.$eval('.follow [role=status]', ({ textContent }) => textContent);
  expect(said).toContain('The text is selected');
  await page.close();
});

it('say that nothing can be said when a part of the list is missing', async () => {
  await open(byFile('index.html'));
  rmSync(join(folder, 'assets/search-1.js'));
  await search('truth.test');
  await expect.poll(readStatus).toContain('could not be read, so nothing can be said');
  expect(await page.$$('#search-results li')).toEqual([]);
  await page.close();
});

it('show no field where no script runs, and say where to look', async () => {
  page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(byHttp('index.html'));
  const isShown = await page.$eval('noscript', ({ textContent }) => textContent);
  expect(isShown).toContain('Searching needs JavaScript');
  expect(await (await page.$('#search'))?.isVisible()).toBe(false);
  await page.close();
});
