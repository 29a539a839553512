// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import type { ListsStatus } from '../../src/messages/list-status.ts';
import { BOTH, NEWS, NOW, OTHER, OWN, ROOT, withOwn } from './example-lists.ts';
import { closeDashboard, openDashboard } from './open-dashboard.tsx';

afterEach(closeDashboard);

const open = (status: ListsStatus, more = {}) => openDashboard({ 'lists/status': status, ...more });
const DONE = { kind: 'done' };

describe('the lists', () => {
  test('are named, with who publishes them and what they hold', async () => {
    const { read, readAll } = await open(BOTH);
    expect(read('h1')).toBe('Lists');
    expect(document.title).toBe('Lists · Demonitor');
    expect(readAll('h2')).toEqual(['Example list', 'Other list']);
    expect(read('article')).toContain('Demonitor’s own list');
    expect(readAll('article')[1]).toContain('Published by Example Desk');
    expect(readAll('article')[1]).not.toContain('Demonitor’s own list');
    expect(readAll('.rows')[0]).toContain('5, published 20 Nov 2026');
    expect(readAll('.rows')[0]).toContain('1,204, covering 5,310 addresses');
    expect(readAll('.rows')[1]).toContain('1, covering 1 address');
  });

  test('say when they were synced, when next, and what it took', async () => {
    const { readAll } = await open(BOTH);
    const rows = readAll('article:first-of-type .rows > div');
    expect(rows).toContainEqual(
      expect.stringMatching(/^Last sync that succeeded3 hours ago \(25 /),
    );
    expect(rows).toContainEqual(
      expect.stringMatching(/^Next syncin 5 hours \(25 Nov 2026, 17:00\)/),
    );
    expect(rows).toContain('Downloaded last time843 bytes');
    expect(rows).toContain('Size of the whole list412.3 kB');
    expect(rows.some((row) => row.startsWith('Last attempt'))).toBe(false);
  });

  test('tell an attempt that failed from the last that succeeded, and a sync that is due', async () => {
    const { readAll } = await open(withOwn({ lastAttempt: NOW - 60_000, nextAttempt: NOW }));
    const rows = readAll('article:first-of-type .rows > div');
    expect(rows).toContainEqual(expect.stringMatching(/^Last attempt1 minute ago/));
    expect(rows).toContain('Next syncdue now');
  });

  test.each([
    [
      { confirmedOn: '2026-11-24' },
      'Up to date.',
      'confirmed by its publisher on 24 Nov 2026 (1 day old)',
    ],
    [{ confirmedOn: '2026-10-16' }, 'Up to date.', 'It counts until 15 Dec 2026'],
    [{ confirmedOn: '2026-10-15' }, 'Getting old.', 'It counts until 14 Dec 2026'],
    [{ confirmedOn: '2026-09-26' }, 'Getting old.', 'It counts until 25 Nov 2026'],
    [
      { confirmedOn: '2026-09-25' },
      'Too old to be believed.',
      'It stopped counting after 24 Nov 2026',
    ],
    [{ confirmedOn: 'soon' }, 'Age not known.', ''],
  ])('say how far they are to be believed: %j', async (fields, word, words) => {
    const { read } = await open(withOwn(fields));
    expect(read('.freshness strong')).toBe(word);
    expect(read('.freshness')).toContain(words);
  });

  test('count from the day of publication where none was confirmed', async () => {
    const { readAll } = await open(BOTH);
    expect(readAll('.freshness')[1]).toContain('Published on 1 Oct 2026 (55 days old).');
  });

  test('say when nothing of a list is here yet', async () => {
    const { version: _, ...unfetched } = OWN;
    const { read } = await open({ lists: [unfetched] });
    expect(read('.freshness')).toBe('Not on this machine yet.');
  });

  test('say that a list is a development one', async () => {
    expect((await open(BOTH)).read('main')).not.toContain('Development list');
    closeDashboard();
    const { read } = await open(withOwn({ isDevelopment: true }));
    expect(read('article')).toContain('Development list. It is signed with a key made for trying');
  });

  test('say what a build without address means, and offer no sync then', async () => {
    const { address: _, ...fixed } = OWN;
    const { read, readAll } = await open({ lists: [fixed] });
    expect(read('article')).toContain('no address to fetch the list from');
    expect(readAll('article button')).not.toContain('Sync now');
  });

  test('show what they are recognised by, to copy and to pass on', async () => {
    const { readAll } = await open(BOTH);
    expect(readAll('article:first-of-type .copyable pre')).toEqual([
      ROOT,
      `https://own.example/#demonitor-root=${ROOT}`,
    ]);
  });

  test('speak French in French', async () => {
    const status = withOwn({ confirmedOn: '2026-09-25' });
    const { read } = await openDashboard({ 'lists/status': status }, { language: 'fr' });
    expect(read('h2')).toBe('Liste d’exemple');
    expect(read('.freshness strong')).toBe('Trop ancienne pour être crue.');
    expect(document.documentElement.lang).toBe('fr');
  });
});

describe('when no list decides', () => {
  const off = { ...OWN, isEnabled: false };

  test.each([
    [[off, { ...OTHER, isEnabled: false }], 'Every list is switched off'],
    [[], 'Every list is switched off'],
    [[off, { ...OTHER, publishedOn: '2026-09-25' }], 'No list that is switched on can be used'],
  ])('says that nothing is checked: %#', async (lists, words) => {
    const { read } = await open({ lists });
    expect(read('.caution')).toContain(words);
    expect(read('.caution')).toContain('nothing is checked');
    expect(read('.caution')).toContain('That a page carries no mark means nothing for now.');
  });

  test('says nothing of the kind while one does', async () => {
    const { read } = await open({ lists: [off, OTHER] });
    expect(read('main')).not.toContain('nothing is checked');
  });

  test('offers no sync while every list is switched off', async () => {
    const { readAll } = await open({ lists: [off] });
    expect(readAll('button')).not.toContain('Sync all now');
  });
});

describe('a list that was refused', () => {
  const failure = { reason: 'rollback', have: 5, got: 3, detail: 'x'.repeat(1_000) } as const;

  test('says why, what stays in force, since when and what one can do', async () => {
    const { read } = await open(withOwn({ failure, failureSince: NOW }));
    expect(read('.failure')).toContain('older (version 3) than the one you have (version 5)');
    expect(read('.failure')).toContain('Version 5 stays in force.');
    expect(read('.failure')).toContain('tell its publisher');
    expect(read('.failure')).toContain('This has been so since 25 Nov 2026, 12:00.');
    expect(read('.failure pre')).toHaveLength(400);
  });

  test('keeps nothing in force that is too old to be believed', async () => {
    const { read } = await open(withOwn({ failure, confirmedOn: '2026-09-25' }));
    expect(read('.failure')).not.toContain('stays in force');
  });

  test('does not say so while it is fetched again or switched off', async () => {
    const { has } = await open(withOwn({ failure, isEnabled: false }));
    expect(has('.failure')).toBe(false);
    closeDashboard();
    const running = { key: 'own', stage: 'metadata' } as const;
    expect((await open({ ...withOwn({ failure }), running })).has('.failure')).toBe(false);
  });

  test('says what is wrong with all of them', async () => {
    const { read } = await open({ ...BOTH, failure: { reason: 'storage' } });
    expect(read('.failure')).toContain('The lists cannot be used as they should');
    expect(read('.failure')).toContain('the disk may be full');
  });
});

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
    opened.answer({ 'lists/status': { ...BOTH, running } });
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

  test('has ended even if an answer from before its end comes late', async () => {
    const late = defer();
    const sync = defer();
    const opened = await open(BOTH, { 'lists/sync': sync.promise });
    await opened.press('Sync all now');
    opened.answer({ 'lists/status': late.promise });
    await opened.tick();
    sync.resolve(BOTH);
    await opened.settle();
    late.resolve({ ...BOTH, running: { key: 'own', stage: 'index' } });
    await opened.settle();
    expect(opened.has('progress')).toBe(false);
    expect(opened.isTicking()).toBe(false);
  });

  test('that runs by itself is followed until it ends', async () => {
    const opened = await open({ ...BOTH, running: { key: 'own', stage: 'index' } });
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
      expect(opened.readAll('h2')).toEqual(['Example list', 'Other list']);
      expect(document.activeElement?.tagName).toBe('MAIN');
    },
  );

  test('to a change, says so', async () => {
    const opened = await open(BOTH);
    await opened.press('Use this list');
    expect(opened.read('.said')).toContain('did not get an answer');
  });
});

describe('the reader', () => {
  test('switches a list off and on', async () => {
    const opened = await open(BOTH, { 'lists/enable': DONE });
    opened.answer({ 'lists/status': withOwn({ isEnabled: false }) });
    await opened.press('Use this list');
    expect(opened.askedOf('lists/enable')).toEqual([{ key: 'own', isEnabled: false }]);
    expect(opened.read('.said')).toBe('“Example list” is switched off.');
    expect(opened.read('article')).toContain('no page is marked because of it');
    expect(opened.has('article:first-of-type .freshness')).toBe(false);
    await opened.press('Use this list');
    expect(opened.askedOf('lists/enable')).toContainEqual({ key: 'own', isEnabled: true });
  });

  test('is told why a change failed', async () => {
    const failed = { kind: 'failed', failure: { reason: 'storage' } };
    const opened = await open(BOTH, { 'lists/enable': failed });
    await opened.press('Use this list');
    expect(opened.read('.said')).toContain('the disk may be full');
    expect(opened.find('input').matches(':checked')).toBe(true);
  });

  test('moves a list, and keeps the focus on what moves it', async () => {
    const opened = await open(BOTH, { 'lists/move': DONE });
    opened.answer({ 'lists/status': { lists: [OTHER, OWN] } });
    await opened.press('Move up', 1);
    expect(opened.askedOf('lists/move')).toEqual([{ key: 'other', position: 0 }]);
    expect(opened.readAll('h2')).toEqual(['Other list', 'Example list']);
    expect(opened.read('.said')).toBe('“Other list” is now number 1 of 2.');
    // It cannot go further up, so the focus is on the way back.
    expect(opened.focused()).toBe('Move down');
    expect(document.activeElement?.closest('article')?.textContent).toContain('Other list');
  });

  test('cannot move the first up, the last down, or the only one at all', async () => {
    const { findAll } = await open(BOTH);
    const buttons = findAll('button:disabled').map(({ textContent }) => textContent);
    expect(buttons).toEqual(['Move up', 'Move down']);
    closeDashboard();
    expect((await open({ lists: [OWN] })).readAll('button')).not.toContain('Move up');
  });

  test('unfollows a list after a question, and finds the focus again', async () => {
    const opened = await open(BOTH, { 'lists/unfollow': DONE });
    await opened.press('Unfollow');
    expect(opened.askedOf('lists/unfollow')).toEqual([]);
    expect(opened.focused()).toContain('Stop following “Other list”?');
    opened.answer({ 'lists/status': { lists: [OWN] } });
    await opened.press('Stop following');
    expect(opened.askedOf('lists/unfollow')).toEqual([{ key: 'other' }]);
    expect(opened.read('.said')).toBe('You no longer follow “Other list”.');
    expect(opened.readAll('h2')).toEqual(['Example list']);
    expect(document.activeElement?.tagName).toBe('MAIN');
  });

  test.each(['Keep it', 'Escape'])('keeps a list by %s', async (way) => {
    const opened = await open(BOTH);
    await opened.press('Unfollow');
    if (way === 'Escape') {
      const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
      document.activeElement?.dispatchEvent(event);
      await opened.settle();
    } else await opened.press(way);
    expect(opened.askedOf('lists/unfollow')).toEqual([]);
    expect(opened.focused()).toBe('Unfollow');
  });

  test('cannot unfollow Demonitor’s own list', async () => {
    const { readAll } = await open({ lists: [OWN] });
    expect(readAll('button')).not.toContain('Unfollow');
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
