import type { Browser, Target } from 'puppeteer-core';
import { vi } from 'vitest';

/** The extension's worker, where it runs (Chromium). */
export function findWorkers(browser: Browser): readonly Target[] {
  return browser
    .targets()
    .filter((each) => each.type() === 'service_worker' && each.url().startsWith('chrome-ext'));
}

/** Stops the worker that runs, whatever it is doing; the next event starts another one. */
export async function stopWorker(browser: Browser): Promise<void> {
  const [target] = findWorkers(browser);
  const worker = await target?.worker();
  if (target === undefined || !worker) throw new Error('No worker runs.');
  await worker.close();
  await vi.waitFor(() => {
    if (browser.targets().includes(target)) throw new Error('The worker still runs.');
  }, 10_000);
}
