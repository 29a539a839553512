import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { findBrowser } from '../test/support/find-browser.ts';
import { launchBrowser } from '../test/support/launch-browser.ts';
import { startLocalWeb } from '../test/support/local-web.ts';
import { openPopup } from '../test/support/open-popup.ts';

/** A host of a source on the shipped list; its real site is never asked. */
const LISTED_HOST = 'yournewswire.com';
const PICTURES = 'pictures';
const BADGE_WAIT_MILLISECONDS = 1_500;

const STAND_IN = `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Stand-in page</title>
<style>body{font:1.1em/1.5 serif;max-width:36em;margin:3em auto;padding:0 1em}</style>
<h1>This is a stand-in</h1>
<p>This page comes from your own machine. It stands in for <b>${LISTED_HOST}</b>, a source on the
list, so that you can see what Demonitor shows there. Nothing was asked of the real site.</p>
<p>Look for the badge in the corner and press the Demonitor button of the toolbar.</p></html>`;

/** Opens the demonstration; without a display it leaves pictures and ends. */
export async function showDemo(): Promise<number> {
  const family = findBrowser('chromium') === undefined ? 'firefox' : 'chromium';
  const headless = process.env['DISPLAY'] === undefined && process.platform === 'linux';
  const web = await startLocalWeb(() => STAND_IN);
  const browser = await launchBrowser({
    family,
    extension: join(process.cwd(), 'dist', family),
    web,
    headless,
  });
  const page = await browser.newPage();
  await page.goto(`http://${LISTED_HOST}/`);
  await new Promise((done) => setTimeout(done, BADGE_WAIT_MILLISECONDS));
  if (!headless) {
    console.log('Close the browser to end.');
    await new Promise((done) => browser.once('disconnected', done));
  } else {
    await takePictures(browser, page);
    await browser.close();
  }
  await web.close();
  return 0;
}

async function takePictures(browser: Browser, page: Page): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, 'page.png') });
  const popup = await openPopup(browser, page);
  await popup.screenshot({ path: join(PICTURES, 'popup.png'), fullPage: true });
  console.log(`Pictures: ${join(PICTURES, 'page.png')} and ${join(PICTURES, 'popup.png')}`);
}
