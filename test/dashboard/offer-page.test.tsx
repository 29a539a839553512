// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { BOTH, PREVIEW, ROOT } from './example-lists.ts';
import { closeDashboard, openDashboard, type Replies } from './open-dashboard.tsx';

afterEach(closeDashboard);

const OFFER = { address: 'https://third.example/list/', rootDigest: ROOT };
const HASH = `#follow?address=https%3A%2F%2Fthird.example%2Flist%2F&root=${ROOT}`;

const openOffer = (replies: Replies = {}, hash = HASH) =>
  openDashboard({ 'lists/status': BOTH, ...replies }, { hash });

describe('the confirmation', () => {
  test('says whom fetching shows what, and fetches nothing by itself', async () => {
    const { asked, read } = await openOffer();
    expect(read('main')).toContain('Demonitor will fetch this list from third.example.');
    expect(read('main')).toContain('That server sees your network address');
    expect(read('main')).toContain('it does not learn what you visit');
    expect(read('main')).toContain('Nothing has been fetched so far.');
    expect(read('.rows')).toContain('https://third.example/list/');
    expect(read('.rows')).toContain(ROOT);
    expect(asked).toEqual([]);
  });

  test('shows a host as it is asked for, not as it looks', async () => {
    // A Cyrillic letter that looks like an i.
    const hash = `#follow?address=${encodeURIComponent('https://th\u0456rd.example/')}&root=${ROOT}`;
    const { read } = await openOffer({}, hash);
    expect(read('main')).toContain('from xn--thrd-m9d.example.');
  });

  test('is left by Cancel without a trace', async () => {
    const opened = await openOffer();
    await opened.press('Cancel');
    expect(opened.read('h1')).toBe('Lists');
    expect(opened.read('.said')).toBe('Nothing was fetched or changed.');
    expect(document.activeElement?.tagName).toBe('MAIN');
    expect(opened.asked.map(([kind]) => kind)).toEqual(['lists/status']);
  });

  test('shows what the list says of itself before it is followed', async () => {
    const opened = await openOffer({ 'lists/preview': PREVIEW });
    await opened.press('Look');
    expect(opened.askedOf('lists/preview')).toEqual([OFFER]);
    expect(opened.read('h3')).toBe('Third list');
    const words = opened.read('main');
    expect(words).toContain('Published by Third Desk');
    expect(words).toContain('CC0-1.0');
    expect(words).toContain('12, covering 34 addresses');
    expect(words).toContain('56.8 kB');
    expect(words).toContain('7, published 23 Nov 2026');
    expect(words).toContain('3 of its addresses are already covered');
    expect(words).toContain('Demonitor has not reviewed it.');
    expect(opened.askedOf('lists/follow')).toEqual([]);
    expect(document.activeElement?.tagName).toBe('MAIN');
  });

  test('says when none of its addresses is covered yet', async () => {
    const opened = await openOffer({ 'lists/preview': { ...PREVIEW, overlaps: 0 } });
    await opened.press('Look');
    expect(opened.read('main')).toContain('None of its addresses is covered');
  });

  test('follows on a second click, and says so where the list now stands', async () => {
    const opened = await openOffer({ 'lists/preview': PREVIEW, 'lists/follow': { kind: 'done' } });
    await opened.press('Look');
    await opened.press('Follow');
    // The address changes one turn after the reply.
    await opened.settle();
    expect(opened.askedOf('lists/follow')).toEqual([OFFER]);
    expect(opened.read('h1')).toBe('Lists');
    expect(opened.read('.said')).toBe('You follow “Third list” now.');
    expect(document.activeElement?.tagName).toBe('MAIN');
  });

  test('follows once, however often it is pressed', async () => {
    const never = new Promise(() => undefined);
    const opened = await openOffer({ 'lists/preview': PREVIEW, 'lists/follow': never });
    await opened.press('Look');
    await opened.press('Follow');
    await opened.press('Follow');
    expect(opened.askedOf('lists/follow')).toHaveLength(1);
    expect(opened.read('.said')).toBe('Putting the list in force…');
  });

  test('cannot be cancelled once it is under way', async () => {
    const never = new Promise(() => undefined);
    const opened = await openOffer({ 'lists/preview': PREVIEW, 'lists/follow': never });
    await opened.press('Look');
    await opened.press('Follow');
    await opened.press('Cancel');
    expect(opened.read('h1')).toBe('Follow a list');
    expect(opened.read('.said')).toBe('Putting the list in force…');
  });

  test('shows the list to a reader who went to the lists before it was followed', async () => {
    let finish = (_: unknown): void => undefined;
    const followed = new Promise((resolve) => {
      finish = resolve;
    });
    const opened = await openOffer({ 'lists/preview': PREVIEW, 'lists/follow': followed });
    await opened.press('Look');
    await opened.press('Follow');
    await opened.press('Lists');
    const before = opened.askedOf('lists/status').length;
    finish({ kind: 'done' });
    await opened.settle();
    expect(opened.read('.said')).toBe('You follow “Third list” now.');
    expect(opened.askedOf('lists/status')).toHaveLength(before + 1);
  });

  test('drops a list that was looked at', async () => {
    const opened = await openOffer({ 'lists/preview': PREVIEW });
    await opened.press('Look');
    await opened.press('Cancel');
    expect(opened.read('.said')).toBe('The list is not followed.');
    expect(opened.askedOf('lists/follow')).toEqual([]);
  });

  test('says that the list is followed already', async () => {
    const opened = await openOffer({ 'lists/preview': { kind: 'already' } });
    await opened.press('Look');
    expect(opened.read('main')).toContain('You follow this list already.');
  });

  test.each(['Look', 'Follow'])('says why %s was refused, and tries again', async (last) => {
    const failed = { kind: 'failed', failure: { reason: 'wrong-root' } };
    const opened = await openOffer({ 'lists/preview': PREVIEW, 'lists/follow': failed });
    if (last === 'Look') opened.answer({ 'lists/preview': failed });
    await opened.press('Look');
    if (last === 'Follow') await opened.press('Follow');
    expect(opened.read('.failure')).toContain('not the one that the root digest names');
    expect(opened.read('.failure')).toContain('The list is not followed, and nothing has changed.');
    opened.answer({ 'lists/preview': PREVIEW });
    await opened.press('Try again');
    expect(opened.read('h3')).toBe('Third list');
  });

  test.each([undefined, {}, { kind: 'preview' }, { ...PREVIEW, title: 'Third' }])(
    'says that the worker did not answer: %#',
    async (reply) => {
      const opened = await openOffer({ 'lists/preview': reply });
      await opened.press('Look');
      expect(opened.read('main')).toContain('did not get an answer from its own parts');
    },
  );

  test('does not come back when the answer comes after the reader left', async () => {
    let finish = (_: unknown): void => undefined;
    const preview = new Promise((resolve) => {
      finish = resolve;
    });
    const opened = await openOffer({ 'lists/preview': preview });
    await opened.press('Look');
    expect(opened.read('.said')).toContain('Fetching the list from third.example');
    await opened.press('Cancel');
    finish(PREVIEW);
    await opened.settle();
    expect(opened.read('h1')).toBe('Lists');
    expect(opened.read('.said')).toBe('The list is not followed.');
  });

  test('starts anew for another list', async () => {
    const opened = await openOffer({ 'lists/preview': PREVIEW });
    await opened.press('Look');
    location.hash = `#follow?address=https%3A%2F%2Ffourth.example%2F&root=${ROOT}`;
    await opened.settle();
    expect(opened.read('main')).toContain('will fetch this list from fourth.example.');
    expect(opened.has('h3')).toBe(false);
  });
});

test('what was said goes when the reader moves on', async () => {
  const opened = await openOffer();
  await opened.press('Cancel');
  await opened.press('Follow a list');
  expect(opened.read('.said')).toBe('');
});
