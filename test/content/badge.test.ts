// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type BadgeFinding, type BadgeView, drawBadge } from '../../src/content/badge.ts';
import { createMessageText } from '../ui/message-text.ts';

const FINDING: BadgeFinding = {
  name: 'Example Truth',
  groundsText: 'Repeated false claims',
  isContested: false,
  evidenceText: '7 fact-checks by 3 organisations',
  listTitle: 'Demonitor list',
  isDevelopment: false,
  reviewedText: '24 Nov 2026',
};
const VIEW: BadgeView = { findings: [FINDING], commitmentNumbers: [1, 2] };

/** The badge of a source that one list names. */
const show = (changes: Partial<BadgeFinding>): BadgeView => ({
  ...VIEW,
  findings: [{ ...FINDING, ...changes }],
});

describe('badge', () => {
  beforeEach(() => document.body.replaceChildren());

  test('is a pill until it is pressed', () => {
    const { pill, card } = draw(VIEW);
    expect(pill.textContent).toBe('Listed source');
    expect(pill.getAttribute('aria-expanded')).toBe('false');
    expect(card.hidden).toBe(true);
    pill.click();
    expect(pill.getAttribute('aria-expanded')).toBe('true');
    expect(card.hidden).toBe(false);
  });

  test('says who, why, under which commitment, on whose list', () => {
    const { card } = draw(VIEW);
    expect(card.textContent).toContain('Example Truth');
    expect(card.textContent).toContain('On “Demonitor list”: Repeated false claims');
    expect(card.textContent).toContain('Commitments 1 and 2 of the EU Code');
    expect(card.textContent).toContain('(numbered as in the 2022 text)');
    expect(card.textContent).toContain('The Code names no websites');
    expect(card.textContent).toContain('7 fact-checks by 3 organisations');
    expect(card.textContent).toContain('Entry reviewed 24 Nov 2026');
  });

  test('shows markup in a name as text', () => {
    const { card, root } = draw(show({ name: '<img src=x>' }));
    expect(card.textContent).toContain('<img src=x>');
    expect(root.querySelector('img')).toBeNull();
  });

  test('says in the pill that an entry is contested', () => {
    const { pill, card } = draw(show({ isContested: true }));
    expect(pill.textContent).toBe('Listed source, contested');
    expect(card.textContent).not.toContain('Contested');
  });

  test('shows what each list says, and which of them hears an appeal', () => {
    const other = { ...FINDING, name: 'Example-Truth.com', listTitle: 'Other list' };
    const { pill, card } = draw({
      ...VIEW,
      findings: [FINDING, { ...other, groundsText: 'Impersonation', isContested: true }],
    });
    const lines = Array.from(card.querySelectorAll('p'), ({ textContent }) => textContent);
    expect(pill.textContent).toBe('Listed source, contested');
    expect(lines.slice(0, 9)).toEqual([
      'Example Truth',
      'On “Demonitor list”: Repeated false claims',
      '7 fact-checks by 3 organisations',
      'Entry reviewed 24 Nov 2026',
      'Example-Truth.com',
      'On “Other list”: Impersonation',
      '7 fact-checks by 3 organisations',
      'Entry reviewed 24 Nov 2026',
      'Contested',
    ]);
    expect(lines.filter((line) => line.startsWith('Commitments'))).toHaveLength(1);
    expect(card.querySelectorAll('button')).toHaveLength(1);
  });

  test('leaves the commitment out where none applies', () => {
    const { card } = draw({ ...VIEW, commitmentNumbers: [] });
    expect(card.textContent).not.toContain('Commitment');
  });

  test('closes on Escape, gives the focus back and keeps the key from the page', () => {
    const { badge, pill, card } = draw(VIEW);
    const page = vi.fn();
    document.body.addEventListener('keydown', page);
    pill.click();
    badge.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(card.hidden).toBe(true);
    expect(document.activeElement).toBe(pill);
    expect(page).not.toHaveBeenCalled();
  });

  test('leaves Escape to the page while it is closed', () => {
    const { badge } = draw(VIEW);
    const page = vi.fn();
    document.body.addEventListener('keydown', page);
    badge.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(page).toHaveBeenCalledOnce();
  });

  test('opens under a mouse and closes behind it, but not under a finger', () => {
    const { badge, card } = draw(VIEW);
    badge.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'touch' }));
    expect(card.hidden).toBe(true);
    badge.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'mouse' }));
    expect(card.hidden).toBe(false);
    badge.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    expect(card.hidden).toBe(true);
  });

  test('stays open behind the mouse once pressed', () => {
    const { badge, pill, card } = draw(VIEW);
    badge.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'mouse' }));
    pill.dispatchEvent(new MouseEvent('click', { detail: 1 }));
    badge.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    expect(card.hidden).toBe(false);
  });

  test('stays closed behind the mouse once pressed twice', () => {
    const { badge, pill, card } = draw(VIEW);
    badge.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'mouse' }));
    pill.dispatchEvent(new MouseEvent('click', { detail: 1 }));
    pill.dispatchEvent(new MouseEvent('click', { detail: 1 }));
    badge.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    expect(card.hidden).toBe(true);
  });

  test('can be hidden for this source', () => {
    const { press, dismiss } = draw(VIEW);
    press('Hide for this source on this machine');
    expect(dismiss).toHaveBeenCalledOnce();
  });

  test('speaks French in French', () => {
    const { pill, badge } = draw(VIEW, 'fr');
    expect(pill.textContent).toBe('Source listée');
    expect(badge.lang).toBe('fr');
  });
});

function draw(view: BadgeView, language: 'en' | 'fr' = 'en') {
  const root = document.createElement('div');
  document.body.append(root);
  const dismiss = vi.fn();
  drawBadge(root, view, { dismiss }, createMessageText(language));
  const find = (selector: string): HTMLElement => {
    const found = root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`Nothing matches ${selector}`);
    return found;
  };
  const press = (label: string): void => {
    for (const button of root.querySelectorAll('button')) {
      if (button.textContent === label) button.click();
    }
  };
  return { root, dismiss, press, badge: find('.badge'), pill: find('.pill'), card: find('.card') };
}
