import type { CDPSession, Page } from 'puppeteer-core';

/** The calls of the extension API that a page's content script made, as JSON of their arguments. */
export interface CountedCalls {
  readonly get: readonly string[];
  readonly message: readonly string[];
}

/** Reads the counters of `prepareTestExtension` in the script's own world (Chromium). */
export async function readCalls(page: Page): Promise<CountedCalls> {
  return inContentWorlds(page, async (worlds, session) => {
    for (const contextId of worlds) {
      const expression = 'JSON.stringify(globalThis.demonitorCalls)';
      const { result } = await session.send('Runtime.evaluate', { contextId, expression });
      if (typeof result.value === 'string') return JSON.parse(result.value);
    }
    throw new Error('This page has no counting content script.');
  });
}

/** Whether the extension's content script was put into the page (Chromium). */
export function hasContentScript(page: Page): Promise<boolean> {
  return inContentWorlds(page, async (worlds) => worlds.length > 0);
}

/** The worlds of content scripts in a page, the newest first, while a session can look into them. */
async function inContentWorlds<Value>(
  page: Page,
  look: (worlds: readonly number[], session: CDPSession) => Promise<Value>,
): Promise<Value> {
  const session = await page.createCDPSession();
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => {
    if (origin.startsWith('chrome-extension://')) worlds.unshift(id);
  });
  try {
    // Tells of the worlds that are there before it answers.
    await session.send('Runtime.enable');
    return await look(worlds, session);
  } finally {
    await session.detach();
  }
}
