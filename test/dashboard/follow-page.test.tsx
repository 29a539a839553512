// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { BOTH, ROOT } from './example-lists.ts';
import { closeDashboard, openDashboard } from './open-dashboard.tsx';

afterEach(closeDashboard);

const HASH = `#follow?address=https%3A%2F%2Fthird.example%2Flist%2F&root=${ROOT}`;
const LINK = `https://third.example/list/#demonitor-root=${ROOT}`;

const openForms = (hash = '#follow') => openDashboard({ 'lists/status': BOTH }, { hash });

describe('the forms', () => {
  test('are a page of their own, marked in the navigation', async () => {
    const { read, readAll } = await openForms();
    expect(read('h1')).toBe('Follow a list');
    expect(readAll('[aria-current=page]')).toEqual(['Follow a list']);
    expect(document.title).toBe('Follow a list · Demonitor');
  });

  test('lead from a link to the confirmation, and fetch nothing', async () => {
    const opened = await openForms();
    opened.type('link', LINK);
    await opened.press('Continue');
    expect(opened.read('h2')).toBe('Follow this list?');
    expect(location.hash).toBe(HASH);
    expect(document.activeElement?.tagName).toBe('MAIN');
    expect(opened.asked).toEqual([]);
  });

  test('lead there from an address and a digest', async () => {
    const opened = await openForms();
    opened.type('address', 'https://THIRD.example/list');
    opened.type('digest', ROOT.toUpperCase());
    await opened.press('Continue', 1);
    expect(location.hash).toBe(HASH);
  });

  test('say what is wrong with a link, at its field', async () => {
    const opened = await openForms();
    opened.type('link', LINK.slice(0, -1));
    await opened.press('Continue');
    expect(opened.read('#link-problem')).toContain('This is not a link to follow.');
    expect(document.activeElement).toBe(opened.find('#link'));
    expect(opened.find('#link').getAttribute('aria-describedby')).toBe('link-problem');
    expect(location.hash).toBe('#follow');
  });

  test('say all that is wrong at once, and go to the first', async () => {
    const opened = await openForms();
    opened.type('address', 'third.example');
    opened.type('digest', ROOT.slice(1));
    await opened.press('Continue', 1);
    expect(opened.read('#address-problem')).toContain('It begins with https://');
    expect(opened.read('#digest-problem')).toContain('It has 64 characters');
    expect(document.activeElement).toBe(opened.find('#address'));
    opened.type('address', 'https://third.example/');
    await opened.press('Continue', 1);
    expect(opened.has('#address-problem')).toBe(false);
    expect(document.activeElement).toBe(opened.find('#digest'));
  });

  test('come up for a link that cannot be read', async () => {
    const { read, has } = await openForms('#follow?link=javascript%3Aalert(1)');
    expect(read('[role=alert]')).toContain('This is not a link to follow.');
    expect(has('#link')).toBe(true);
  });
});
