import { expect } from 'vitest';
import type { ListSession } from './list-session.ts';

/** What browsers send with any request; no cookie, referrer, origin or tag among them. */
const HARMLESS_HEADERS = [
  'accept',
  'accept-encoding',
  'accept-language',
  'cache-control',
  'connection',
  'host',
  'pragma',
  'priority',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'user-agent',
];

/** Without news a sync asks for two files, and says nothing of who asks. */
export async function showQuietSync(session: ListSession): Promise<void> {
  const { host } = session.own;
  // Its cookie would go with a request that takes any.
  await session.page.goto(host.address);
  expect(await session.page.evaluate(() => document.cookie)).toContain('reader=');
  await session.sync();
  host.requests.length = 0;
  await session.sync();
  expect(host.requests.map(({ path }) => path)).toEqual([
    'metadata/2.root.json',
    'metadata/timestamp.json',
  ]);
  for (const { headers } of host.requests) {
    expect(HARMLESS_HEADERS).toEqual(expect.arrayContaining(Object.keys(headers)));
  }
}
