import type { Page } from 'puppeteer-core';

/**
 * Has the dashboard on this page hear these replies, by kind of request, instead of the worker's: for
 * looking at states that a worker reaches only after days or on a hostile server.
 */
export async function stubWorker(
  page: Page,
  replies: Readonly<Record<string, unknown>>,
): Promise<void> {
  await page.evaluateOnNewDocument((texts: string) => {
    const known: Record<string, unknown> = JSON.parse(texts);
    // Only in extension pages; `chrome` has no types here.
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage: (message: { kind: string }) => Promise<unknown> } };
    };
    chrome.runtime.sendMessage = async ({ kind }) => known[kind];
  }, JSON.stringify(replies));
}
