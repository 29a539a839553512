import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { findBrowser, findDemoFamily } from '../test/support/find-browser.ts';
import { type LaunchOptions, launchBrowser } from '../test/support/launch-browser.ts';
import { startLocalWeb } from '../test/support/local-web.ts';
import { openFirefoxPopup, openWholePopup, POPUP_WIDTH } from '../test/support/open-popup.ts';
import { LISTED_HOST, respondAsListed } from '../test/support/stand-in-page.ts';

const PICTURES = 'pictures';
const BADGE_WAIT_MILLISECONDS = 10_000;

/** Opens the demonstration; without a display it leaves pictures and ends. */
export async function showDemo(): Promise<number> {
  const family = findDemoFamily() ?? 'chromium';
  const hasDisplay =
    process.platform !== 'linux' ||
    process.env['DISPLAY'] !== undefined ||
    process.env['WAYLAND_DISPLAY'] !== undefined;
  const web = await startLocalWeb(respondAsListed);
  const extension = join(process.cwd(), 'dist', family);
  const options: LaunchOptions = { family, extension, web, headless: !hasDisplay };
  const { browser, hasWindow } = await open(options);
  if (browser === undefined) {
    await web.close();
    return 1;
  }
  try {
    const [first] = await browser.pages();
    const page = first ?? (await browser.newPage());
    await page.goto(`http://${LISTED_HOST}/`);
    await waitForHost(page);
    printVerdict();
    if (hasWindow) {
      console.log('The browser is open: see the badge, press the toolbar button. Close it to end.');
      await new Promise((done) => browser.once('disconnected', done));
    } else {
      await takePictures(family, browser, page);
    }
    return 0;
  } finally {
    await browser.close();
    await web.close();
  }
}

/** Opens the browser, without a window where the display fails; what fails for good is told. */
async function open(
  options: LaunchOptions,
): Promise<{ readonly browser?: Browser; readonly hasWindow: boolean }> {
  const program = findBrowser(options.family) ?? options.family;
  try {
    return { browser: await launchBrowser(options), hasWindow: options.headless === false };
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split('\n');
    if (options.headless === false) {
      console.error(`${program} opens no window (${reason}): trying without one.`);
      return open({ ...options, headless: true });
    }
    const variable = `DEMONITOR_${options.family.toUpperCase()}`;
    console.error(`${program} can’t be started (${reason}). ${variable} may name another program.`);
    return { hasWindow: false };
  }
}

/** The badge's host element is all that a page, and so this program, can see of it. */
async function waitForHost(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.documentElement.lastElementChild instanceof HTMLDivElement,
    { timeout: BADGE_WAIT_MILLISECONDS },
  );
}

/** The same verdict by the command line, which exits with 1 for an address on the list. */
function printVerdict(): void {
  const command = ['dist/cli/demonitor.mjs', 'check', LISTED_HOST];
  console.log(`\n$ node ${command.join(' ')}`);
  try {
    execFileSync(process.execPath, command, { stdio: 'inherit' });
  } catch (error) {
    const { status } = error as { status?: number };
    if (status !== 1) throw error;
  }
}

async function takePictures(
  family: 'chromium' | 'firefox',
  browser: Browser,
  page: Page,
): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, 'page.png') });
  const popup =
    family === 'chromium'
      ? await openWholePopup(browser, page)
      : await openFirefoxPopup(browser, LISTED_HOST);
  await popup.setViewport({ width: POPUP_WIDTH, height: 600 });
  await popup.screenshot({ path: join(PICTURES, 'popup.png'), fullPage: true });
  console.log(
    `\nNo display here, so the browser ran without a window. Pictures: ` +
      `${join(PICTURES, 'page.png')} and ${join(PICTURES, 'popup.png')}`,
  );
}
