import { expect } from 'vitest';
import { serveRepository } from '../../../src/cli/publish/serve-repository.ts';
import { LIST_INFO } from '../../support/list-files.ts';
import type { ListSession, PublishedList } from './list-session.ts';
import {
  readPopup,
  waitUntilBadgeNames,
  waitUntilMarked,
  waitUntilUnmarked,
} from './observe-lists.ts';
import { NEW_PAGE, OLD_PAGE, TRUTH } from './turning-releases.ts';

/** A second list speaks beside the own one, and alone, until it is left. */
export async function showSecondList(session: ListSession): Promise<void> {
  const { page } = session;
  const second = session.addList('second.test', {
    ...LIST_INFO,
    id: 'second-list',
    title: { en: 'Second list', fr: 'Seconde liste' },
  });
  await second.repository.publish({
    sources: {
      'truth-again': { ...TRUTH, name: 'Truth Again', scopes: ['example-truth.test'] },
      'example-new': { ...TRUTH, name: 'Example New', scopes: ['example-new.test'] },
    },
  });
  const location = { address: second.host.address, rootDigest: second.repository.rootDigest };
  const other = await session.browser.newPage();
  await other.goto(NEW_PAGE);
  await page.goto(OLD_PAGE);
  await waitUntilMarked(session);

  expect(await session.ask('lists/preview', location)).toMatchObject({
    ...{ kind: 'preview', entries: 2, scopes: 2, version: 1, overlaps: 1 },
    title: { en: 'Second list' },
  });
  await waitUntilUnmarked(session, other);

  expect(await session.ask('lists/follow', location)).toEqual({ kind: 'done' });
  await waitUntilMarked(session, other);
  await waitUntilMarked(session, page);
  const names = ['Example Truth', 'Test list', 'Truth Again', 'Second list'];
  const both = await readPopup(session);
  for (const name of names) expect(both).toContain(name);
  await waitUntilBadgeNames(session, names);
  const { lists } = await session.ask('lists/status', undefined);
  const [own, followed] = lists.map(({ key }) => key);
  if (own === undefined || followed === undefined) throw new Error('Two lists are followed.');

  // What only the own list names goes with it; the other one still speaks.
  expect(await session.isListed('https://example-truth.co.uk/')).toBe(true);
  await session.ask('lists/enable', { key: own, isEnabled: false });
  expect(await session.isListed('https://example-truth.co.uk/')).toBe(false);
  await waitUntilMarked(session, page);
  const alone = await readPopup(session);
  expect(alone).toContain('Truth Again');
  expect(alone).not.toContain('Example Truth');
  await session.ask('lists/enable', { key: own, isEnabled: true });
  expect(await session.isListed('https://example-truth.co.uk/')).toBe(true);

  expect(await session.ask('lists/unfollow', { key: followed })).toEqual({ kind: 'done' });
  await waitUntilUnmarked(session, other);
  await waitUntilMarked(session, page);
  expect(await readPopup(session)).not.toContain('Second list');
  expect((await session.ask('lists/status', undefined)).lists.map(({ key }) => key)).toEqual([own]);
  await showPlainHttp(session, second);
}

/** A development build takes a list from its own machine without https, and from no other. */
async function showPlainHttp(session: ListSession, { repository }: PublishedList): Promise<void> {
  const { rootDigest } = repository;
  const server = await serveRepository(repository.dir);
  try {
    const here = { address: server.url, rootDigest };
    expect(await session.ask('lists/preview', here)).toMatchObject({ kind: 'preview' });
    const elsewhere = { address: 'http://second.test/', rootDigest };
    expect(await session.ask('lists/preview', elsewhere)).toEqual({
      kind: 'failed',
      failure: { reason: 'insecure' },
    });
  } finally {
    await server.close();
  }
}
