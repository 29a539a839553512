// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import type { ListsStatus } from '../../src/messages/list-status.ts';
import { BOTH, OTHER, OWN, withOwn } from './example-lists.ts';
import { closeDashboard, openDashboard } from './open-dashboard.tsx';

afterEach(closeDashboard);

const open = (status: ListsStatus, more = {}) => openDashboard({ 'lists/status': status, ...more });
const DONE = { kind: 'done' };

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
    expect(opened.readAll('h2')).toEqual(['Other list (other.example)', 'Example list']);
    expect(opened.read('.said')).toBe('“Other list (other.example)” is now number 1 of 2.');
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
    expect(opened.focused()).toContain('Stop following “Other list (other.example)”?');
    opened.answer({ 'lists/status': { lists: [OWN] } });
    await opened.press('Stop following');
    expect(opened.askedOf('lists/unfollow')).toEqual([{ key: 'other' }]);
    expect(opened.read('.said')).toBe('You no longer follow “Other list (other.example)”.');
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
