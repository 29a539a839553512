import { expect } from 'vitest';
import type { ListSession } from './list-session.ts';
import { readPopup, waitUntilMarked } from './observe-lists.ts';

/** With the network gone the last good list speaks, and its status says what is the matter. */
export async function showNetworkCut(session: ListSession): Promise<void> {
  const { page } = session;
  await page.goto('https://t.me/other');
  await session.web.close();
  const status = await session.sync();
  expect(status).toMatchObject({ version: 1, failure: { reason: 'unreachable' } });
  await page.evaluate(() => history.pushState(null, '', '/examplechannel'));
  await waitUntilMarked(session);
  const text = await readPopup(session);
  expect(text).toContain('Example Channel');
  expect(text).toContain('Test list');
}
