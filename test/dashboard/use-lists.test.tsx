// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import type { ListsStatus } from '../../src/messages/list-status.ts';
import { BOTH, NEWS, OTHER, OWN, withOwn } from './example-lists.ts';
import { closeDashboard, openDashboard } from './open-dashboard.tsx';

afterEach(closeDashboard);

const open = (status: ListsStatus, more = {}) => openDashboard({ 'lists/status': status, ...more });

describe('news', () => {
  test('name what changed, with the page that explains each', async () => {
    const { read, findAll } = await open(withOwn({ news: NEWS }));
    expect(read('.news summary')).toBe('7 entries changed since you last looked');
    expect(read('.news')).toContain('You last saw version 3.');
    expect(read('.news')).toContain('And 4 more.');
    const links = findAll('.news a').map((link) => link.getAttribute('href'));
    expect(links).toEqual([
      'https://own.example/entries/example-truth.html',
      'https://own.example/entries/a%2Fb%3Fc.html',
      'https://own.example/changelog.html',
    ]);
  });

  test('lead to French pages in French, and nowhere without an address', async () => {
    const status = withOwn({ news: NEWS });
    const { find } = await openDashboard({ 'lists/status': status }, { language: 'fr' });
    expect(find('.news a').getAttribute('href')).toBe(
      'https://own.example/fr/entries/example-truth.html',
    );
    closeDashboard();
    const { address: _, ...fixed } = OWN;
    const { has, read } = await open({ lists: [{ ...fixed, news: NEWS }] });
    expect(read('.news')).toContain('Example Truth');
    expect(has('.news a')).toBe(false);
  });

  test('are seen once they were shown, and stay while the page is open', async () => {
    const opened = await open(withOwn({ news: NEWS }), { 'lists/sync': BOTH });
    expect(opened.askedOf('lists/news-seen')).toHaveLength(1);
    await opened.press('Sync all now');
    expect(opened.read('.news')).toContain('Example Truth');
    expect(opened.askedOf('lists/news-seen')).toHaveLength(1);
  });

  test('are not asked for where there are none', async () => {
    const { askedOf, has } = await open(BOTH);
    expect(has('.news')).toBe(false);
    expect(askedOf('lists/news-seen')).toEqual([]);
  });
});

describe('a sync', () => {
  test('does not say that nothing was refused where a server lags behind', async () => {
    const lagging = { lists: [OWN, { ...OTHER, isLagging: true }] };
    const opened = await open(BOTH, { 'lists/sync': lagging });
    await opened.press('Sync all now');
    expect(opened.read('.said')).toContain('A server gave an older release than the one you have');
    expect(opened.has('.failure')).toBe(false);
  });

  test('is asked of all or of one list, and says how it ended', async () => {
    const opened = await open(BOTH, { 'lists/sync': BOTH });
    await opened.press('Sync all now');
    expect(opened.read('.said')).toBe('Sync done: nothing was refused.');
    const failed = { lists: [OWN, { ...OTHER, failure: { reason: 'timeout' } }] };
    opened.answer({ 'lists/sync': failed });
    await opened.press('Sync now', 1);
    expect(opened.read('.said')).toContain('not every list could be renewed');
    expect(opened.read('.failure')).toContain('took too long');
    expect(opened.askedOf('lists/sync')).toEqual([{}, { key: 'other' }]);
  });

  test('shows how far it is, every second, and takes no second one meanwhile', async () => {
    const sync = defer();
    const opened = await open(BOTH, { 'lists/sync': sync.promise });
    await opened.press('Sync all now');
    const running = { key: 'own', stage: 'download', done: 1_500, total: 3_000 } as const;
    opened.answer({ 'lists/status': { ...BOTH, running: [running] } });
    await opened.tick();
    expect(opened.read('.stage')).toBe('Downloading…');
    expect(opened.read('.progress')).toBe('1.5 kB of 3 kB');
    expect(opened.find('progress').getAttribute('value')).toBe('1500');
    await opened.press('Syncing…');
    await opened.press('Sync now');
    expect(opened.askedOf('lists/sync')).toHaveLength(1);
    opened.answer({ 'lists/status': BOTH });
    sync.resolve(BOTH);
    await opened.settle();
    expect(opened.has('progress')).toBe(false);
    expect(opened.isTicking()).toBe(false);
  });

  test('shows of each list how far it is', async () => {
    const running = [
      { key: 'other', stage: 'metadata' },
      { key: 'own', stage: 'check' },
    ] as const;
    const opened = await open({ ...BOTH, running });
    expect(opened.readAll('progress')).toHaveLength(2);
  });

  test('has ended even if an answer from before its end comes late', async () => {
    const late = defer();
    const sync = defer();
    const opened = await open(BOTH, { 'lists/sync': sync.promise });
    await opened.press('Sync all now');
    opened.answer({ 'lists/status': late.promise });
    await opened.tick();
    sync.resolve(BOTH);
    await opened.settle();
    late.resolve({ ...BOTH, running: [{ key: 'own', stage: 'index' }] });
    await opened.settle();
    expect(opened.has('progress')).toBe(false);
    expect(opened.isTicking()).toBe(false);
  });

  test('that runs by itself is followed until it ends', async () => {
    const opened = await open({ ...BOTH, running: [{ key: 'own', stage: 'index' }] });
    expect(opened.read('.stage')).toBe('Putting the list in force…');
    expect(opened.find('progress').hasAttribute('value')).toBe(false);
    opened.answer({ 'lists/status': BOTH });
    await opened.tick();
    expect(opened.read('.stage')).toBe('');
    expect(opened.isTicking()).toBe(false);
  });
});

describe('without an answer of the worker', () => {
  test.each([undefined, {}, { lists: [{}] }, { lists: [{ ...OWN, news: undefined }] }])(
    'says that there is none, and asks again: %#',
    async (reply) => {
      const opened = await openDashboard({ 'lists/status': reply });
      expect(opened.read('[role=alert]')).toContain('did not get an answer from its own parts');
      opened.answer({ 'lists/status': BOTH });
      await opened.press('Try again');
      expect(opened.readAll('h2')).toEqual(['Example list', 'Other list (other.example)']);
      expect(document.activeElement?.tagName).toBe('MAIN');
    },
  );

  test('to a change, says so', async () => {
    const opened = await open(BOTH);
    await opened.press('Use this list');
    expect(opened.read('.said')).toContain('did not get an answer');
  });
});

/** A reply that comes when the test says so. */
function defer() {
  let resolve = (_: unknown): void => undefined;
  const promise = new Promise<unknown>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
