import { render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import type { DashboardKind, DashboardSource } from '../../src/dashboard/dashboard-source.ts';
import { mountDashboard } from '../../src/dashboard/mount-dashboard.tsx';
import { createMessageText } from '../ui/message-text.ts';
import { NOW } from './example-lists.ts';

/** What the worker answers, by kind; what is not named gets no reply. */
export type Replies = Partial<Record<DashboardKind, unknown>>;

interface Options {
  readonly hash?: string;
  readonly language?: 'en' | 'fr';
}

/** The dashboard on a worker that answers so, and a reader's eyes and hands. */
export async function openDashboard(
  replies: Replies,
  { hash = '#lists', language = 'en' }: Options = {},
) {
  const answers: Replies = { ...replies };
  const asked: (readonly [DashboardKind, unknown])[] = [];
  const everySecond = new Set<() => void>();
  const ask = vi.fn(async (kind: DashboardKind, request: unknown): Promise<unknown> => {
    asked.push([kind, request]);
    return answers[kind];
  });
  const source: DashboardSource = {
    ask,
    now: () => NOW,
    repeat: (work) => {
      everySecond.add(work);
      return () => everySecond.delete(work);
    },
  };
  const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));
  location.hash = hash;
  await act(() => mountDashboard(document, source, createMessageText(language)));
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
  const findControl = (label: string, place: number): HTMLElement => {
    const found = findAll('button, a, label').filter(
      ({ textContent }) => textContent?.trim() === label,
    );
    const control = found[place];
    if (control === undefined) throw new Error(`No ${label} at ${place}`);
    return control;
  };
  return {
    asked,
    /** Requests of one kind, in order. */
    askedOf: (kind: DashboardKind) => asked.filter(([each]) => each === kind).map(([, r]) => r),
    answer: (more: Replies) => Object.assign(answers, more),
    settle,
    find,
    findAll,
    readAll,
    read: (selector: string): string => (find(selector).textContent ?? '').trim(),
    has: (selector: string): boolean => findAll(selector).length > 0,
    /** Presses the button, link or switch that reads so; the n-th of several. */
    press: async (label: string, place = 0): Promise<void> => {
      const control = findControl(label, place);
      // As by keyboard: the focus is on what is pressed.
      control.focus();
      control.click();
      await settle();
    },
    type: (name: string, value: string): void => find(`#${name}`).setAttribute('value', value),
    tick: async (): Promise<void> => {
      for (const work of everySecond) work();
      await settle();
    },
    isTicking: () => everySecond.size > 0,
    focused: (): string => (document.activeElement?.textContent ?? '').trim(),
  };
}

export function closeDashboard(): void {
  render(null, document.body);
  location.hash = '';
}
