import type { Page, Protocol } from 'puppeteer-core';

/** The calls of the extension API that a page's content script made, as JSON of their arguments. */
export interface CountedCalls {
  readonly get: readonly string[];
  readonly message: readonly string[];
}

/** Reads the counters of `prepareTestExtension` in the script's own world (Chromium). */
export async function readCalls(page: Page): Promise<CountedCalls> {
  const session = await page.createCDPSession();
  const contexts: Protocol.Runtime.ExecutionContextDescription[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  try {
    await session.send('Runtime.enable');
    for (const { id, origin } of contexts.reverse()) {
      if (!origin.startsWith('chrome-extension://')) continue;
      const { result } = await session.send('Runtime.evaluate', {
        contextId: id,
        expression: 'JSON.stringify(globalThis.demonitorCalls)',
      });
      if (typeof result.value === 'string') return JSON.parse(result.value);
    }
    throw new Error('This page has no counting content script.');
  } finally {
    await session.detach();
  }
}
