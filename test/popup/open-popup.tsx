import { render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import type { FollowOffer } from '../../src/messages/parse-follow-link.ts';
import { mountPopup } from '../../src/popup/mount-popup.tsx';
import type { PopupSource, PopupView } from '../../src/popup/popup-view.ts';
import { createMessageText } from '../ui/message-text.ts';

/** The popup on a page with this view, its source's calls recorded, and a reader's eyes and hands. */
export async function openPopup(
  page: PopupView,
  answers: Partial<PopupSource> = {},
  language: 'en' | 'fr' = 'en',
) {
  const source = {
    readCurrentPage: vi.fn(() => Promise.resolve(page)),
    checkAddress: vi.fn((): Promise<PopupView> => Promise.resolve({ kind: 'failed' })),
    setPaused: vi.fn(() => Promise.resolve()),
    restoreDismissed: vi.fn(() => Promise.resolve()),
    repairList: vi.fn(() => Promise.resolve()),
    readOffer: vi.fn((): Promise<FollowOffer | undefined> => Promise.resolve(undefined)),
    reloadPage: vi.fn(() => Promise.resolve()),
    ...answers,
  };
  const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));
  await act(() => mountPopup(document, source, createMessageText(language)));
  await settle();

  const findAll = (selector: string): HTMLElement[] => [
    ...document.querySelectorAll<HTMLElement>(selector),
  ];
  const find = (selector: string): HTMLElement => {
    const [found] = findAll(selector);
    if (found === undefined) throw new Error(`Nothing matches ${selector}`);
    return found;
  };
  const readAll = (selector: string) => findAll(selector).map((e) => (e.textContent ?? '').trim());
  return {
    source,
    settle,
    find,
    findAll,
    readAll,
    read: (selector: string): string => (find(selector).textContent ?? '').trim(),
    press: async (label: string): Promise<void> => {
      const button = findAll('button').find(({ textContent }) => textContent === label);
      if (button === undefined) throw new Error(`No button ${label}`);
      // As by keyboard: the focus is on what is pressed.
      button.focus();
      button.click();
      await settle();
    },
    lookUp: async (address: string): Promise<void> => {
      find('#lookup-address').setAttribute('value', address);
      find('.lookup button').click();
      await settle();
    },
  };
}

export function closePopup(): void {
  render(null, document.body);
}
