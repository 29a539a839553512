import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { BrowserFamily } from '../support/find-browser.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { type LocalWeb, type Responder, startLocalWeb } from '../support/local-web.ts';
import { respond } from './example-web.ts';
import { prepareTestExtension } from './test-extension.ts';
import { waitForContentScripts } from './wait-for-content-scripts.ts';

/** A browser with the extension on the stand-in web, for one file or one test. */
export interface BrowserSession {
  readonly browser: Browser;
  readonly web: LocalWeb;
  /** Where the loaded extension lies. */
  readonly extension: string;
  /** The tab under test: in front, since the reader looks at it. */
  readonly page: Page;
  readonly close: () => Promise<void>;
}

export interface SessionOptions {
  readonly family?: BrowserFamily;
  readonly language?: string;
  readonly countCalls?: boolean;
  readonly listAgeDays?: number;
  /** Spoils the extension's files before it is loaded. */
  readonly spoil?: (extension: string) => void;
  /** False: the browser starts without the extension. */
  readonly isInstalled?: boolean;
  /** The extension as built, with the shipped list, instead of the test list. */
  readonly isShipped?: boolean;
  readonly respond?: Responder;
}

/** Starts everything; close the session whatever happens. */
export async function startSession(options: SessionOptions = {}): Promise<BrowserSession> {
  const { family = 'chromium', language, isInstalled = true, isShipped = false } = options;
  const copy = isShipped ? undefined : await prepareTestExtension(family, options);
  const extension = copy?.path ?? join(process.cwd(), 'dist', family);
  options.spoil?.(extension);
  const web = await startLocalWeb(options.respond ?? respond);
  const browser = await launchBrowser({
    family,
    web,
    ...(language === undefined ? {} : { language }),
    ...(isInstalled ? { extension } : {}),
  });
  const close = async (): Promise<void> => {
    await browser.close();
    await web.close();
    copy?.remove();
  };
  try {
    if (isInstalled && family === 'chromium') await waitForContentScripts(browser);
    return { browser, web, extension, page: await browser.newPage(), close };
  } catch (error) {
    // Nobody else has it to close.
    await close();
    throw error;
  }
}
