import { expect } from 'vitest';
import type { ListSession } from './list-session.ts';
import { makeOverdue } from './make-overdue.ts';
import { waitUntilMarked, waitUntilUnmarked } from './observe-lists.ts';
import { NEW_PAGE, OLD_PAGE, publishNext } from './turning-releases.ts';

/** A release that was published meanwhile reaches open tabs, by a reader's wish and by the alarm. */
export async function showReleaseArrives(
  session: ListSession,
  beforeAlarm: () => Promise<void> = async () => undefined,
): Promise<void> {
  const { page } = session;
  // Tabs that are older than the list itself are another test's.
  await session.waitForVersion(1);
  const coming = await session.browser.newPage();
  for (const [tab, address] of [
    [coming, NEW_PAGE],
    [page, OLD_PAGE],
  ] as const) {
    // A tab in the background may be held back by the browser.
    await tab.bringToFront();
    await tab.goto(address);
    await tab.evaluate(() => Object.assign(globalThis, { wasKept: true }));
  }
  await waitUntilMarked(session, page);
  await waitUntilUnmarked(session, coming);

  await publishNext(session, 2);
  expect((await session.sync()).version).toBe(2);
  await waitUntilUnmarked(session, page);
  await waitUntilMarked(session, coming);
  const { news } = await session.readStatus();
  expect(news).toMatchObject({
    added: [{ slug: 'example-new' }],
    removed: [{ slug: 'example-truth' }],
  });

  await publishNext(session, 3);
  await beforeAlarm();
  await makeOverdue(session);
  await session.waitForVersion(3);
  await waitUntilMarked(session, page);
  await waitUntilUnmarked(session, coming);
  for (const tab of [page, coming]) {
    expect(await tab.evaluate(() => 'wasKept' in globalThis)).toBe(true);
  }
}
