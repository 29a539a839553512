import { expect, vi } from 'vitest';
import { TEST_SOURCES } from '../test-list.ts';
import type { ListSession } from './list-session.ts';
import { waitUntilMarked, waitUntilUnmarked } from './observe-lists.ts';

/*
 * Releases of the test list take turns: one lists `example-truth.test`, the next one
 * `example-new.test` in its place, so that half a release shows.
 */

const { 'example-truth': first = {}, ...others } = TEST_SOURCES;
/** The entry that takes turns. */
export const TRUTH = first;
const SECOND = {
  ...others,
  'example-new': { ...TRUTH, name: 'Example New', scopes: ['example-new.test'] },
};

/** Listed by the first release and every second one after it. */
export const OLD_PAGE = 'https://example-truth.test/';
/** Listed by those between them. */
export const NEW_PAGE = 'https://example-new.test/';

/** Publishes the release that takes the turn of the one with this version. */
export async function publishNext(session: ListSession, version: number): Promise<void> {
  await session.own.repository.publish({ sources: version % 2 === 0 ? SECOND : TEST_SOURCES });
}

/** Pages and worker hold to one release, whole. */
export async function expectInForce(
  session: ListSession,
  versions: readonly number[],
): Promise<void> {
  const { version = 0 } = await session.readStatus();
  expect(versions).toContain(version);
  const isNew = version % 2 === 0;
  // The database may have been ahead of the pages: the start of the worker brings them together.
  await vi.waitFor(async () => {
    expect([await session.isListed(OLD_PAGE), await session.isListed(NEW_PAGE)]).toEqual([
      !isNew,
      isNew,
    ]);
  }, 20_000);
  await session.page.goto(isNew ? OLD_PAGE : NEW_PAGE);
  await waitUntilUnmarked(session);
  await session.page.goto(isNew ? NEW_PAGE : OLD_PAGE);
  await waitUntilMarked(session);
}
