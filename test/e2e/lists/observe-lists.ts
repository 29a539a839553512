import type { Page } from 'puppeteer-core';
import { vi } from 'vitest';
import english from '../../../src/_locales/en/messages.json';
import { openFirefoxPopup, openPopup } from '../../support/open-popup.ts';
import { findBadge } from '../find-badge.ts';
import { findHost } from '../observe-firefox.ts';
import type { ListSession } from './list-session.ts';

/*
 * What a reader sees of the lists, in either browser: waits for it, and never for a while.
 */

const WAIT = { timeout: 20_000, interval: 100 };
const TITLES = {
  listed: english.toolbar_listed.message,
  default: english.toolbar_default.message,
  'no-list': english.toolbar_no_list.message,
};

/** Waits until a tab has its badge, and the toolbar's button says that its page is listed. */
export async function waitUntilMarked(session: ListSession, page = session.page): Promise<void> {
  await waitForBadge(session, page, true);
  await waitForTitle(session, page, 'listed');
}

/** Waits until a tab has no badge, and the toolbar's button says so. */
export async function waitUntilUnmarked(
  session: ListSession,
  page = session.page,
  title: keyof typeof TITLES = 'default',
): Promise<void> {
  await waitForBadge(session, page, false);
  await waitForTitle(session, page, title);
}

/** Waits until the badge speaks for every one of these lists. Only Chromium shows a closed root. */
export async function waitUntilBadgeNames(
  { family, page }: ListSession,
  names: readonly string[],
): Promise<void> {
  if (family !== 'chromium') return;
  await vi.waitFor(async () => {
    const { text = '' } = (await findBadge(page)) ?? {};
    const missing = names.filter((name) => !text.includes(name));
    if (missing.length > 0) throw new Error(`The badge says nothing of ${missing}: "${text}".`);
  }, WAIT);
}

/** What the popup says of the page of a tab. */
export async function readPopup(session: ListSession, page = session.page): Promise<string> {
  const popup =
    session.family === 'chromium'
      ? await openPopup(session.browser, page)
      : await openFirefoxPopup(session.browser, new URL(page.url()).hostname);
  const text = await popup.evaluate(() => document.body.innerText);
  await popup.close();
  return text;
}

function waitForBadge({ family }: ListSession, page: Page, isWanted: boolean): Promise<void> {
  return vi.waitFor(async () => {
    const found = family === 'chromium' ? await findBadge(page) : await findHost(page);
    const isThere = found !== undefined;
    if (isThere !== isWanted) throw new Error(`${page.url()}: ${isThere ? 'a' : 'no'} badge.`);
  }, WAIT);
}

async function waitForTitle(
  session: ListSession,
  page: Page,
  title: keyof typeof TITLES,
): Promise<void> {
  const query =
    session.family === 'chromium'
      ? '{ active: true, currentWindow: true }'
      : `{ url: '*://${new URL(page.url()).hostname}/*' }`;
  await session.openOwnPage();
  // Asked of the browser by a page of the extension: the worker may be the one that was stopped.
  if (session.family === 'chromium') await page.bringToFront();
  await vi.waitFor(async () => {
    const found = await session.evaluate(
      `api.tabs.query(${query}).then(([tab]) => api.action.getTitle({ tabId: tab.id }))`,
    );
    if (found !== TITLES[title]) throw new Error(`${page.url()}: the toolbar says "${found}".`);
  }, WAIT);
}
