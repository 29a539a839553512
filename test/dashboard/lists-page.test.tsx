// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import type { ListsStatus } from '../../src/messages/list-status.ts';
import { BOTH, NOW, OTHER, OWN, ROOT, withOwn } from './example-lists.ts';
import { closeDashboard, openDashboard } from './open-dashboard.tsx';

afterEach(closeDashboard);

const open = (status: ListsStatus, more = {}) => openDashboard({ 'lists/status': status, ...more });

describe('the lists', () => {
  test('are named, with who publishes them and what they hold', async () => {
    const { read, readAll } = await open(BOTH);
    expect(read('h1')).toBe('Lists');
    expect(document.title).toBe('Lists · Demonitor');
    expect(readAll('h2')).toEqual(['Example list', 'Other list (other.example)']);
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
    [[off, { ...OTHER, publishedOn: '2026-09-25' }], 'No list that is switched on can be used'],
  ])('says that nothing is checked: %#', async (lists, words) => {
    const { read } = await open({ lists });
    expect(read('.caution')).toContain(words);
    expect(read('.caution')).toContain('nothing is checked');
    expect(read('.caution')).toContain('That a page carries no mark means nothing for now.');
  });

  test('waits for the list that came with the package', async () => {
    const opened = await open({ lists: [] });
    expect(opened.read('.caution')).toContain('is being put in force');
    opened.answer({ 'lists/status': { lists: [OWN] } });
    await opened.tick();
    expect(opened.has('.caution')).toBe(false);
    expect(opened.readAll('h2')).toEqual(['Example list']);
  });

  test('does not wait where the lists cannot be read', async () => {
    const { read } = await open({ lists: [], failure: { reason: 'database' } });
    expect(read('main')).not.toContain('is being put in force');
  });

  test('says that everything is paused', async () => {
    const { read } = await open({ lists: [OWN], isPaused: true });
    expect(read('.caution')).toContain('Demonitor is paused, so no page is checked.');
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
    const running = [{ key: 'own', stage: 'metadata' }] as const;
    expect((await open({ ...withOwn({ failure }), running })).has('.failure')).toBe(false);
  });

  test('says what is wrong with all of them', async () => {
    const { read } = await open({ ...BOTH, failure: { reason: 'storage' } });
    expect(read('.failure')).toContain('The lists cannot be used as they should');
    expect(read('.failure')).toContain('the disk may be full');
  });
});
