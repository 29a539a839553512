import type { RefObject } from 'preact';
import type { DashboardSource } from './dashboard-source.ts';

/** What every page of the dashboard is given. */
export interface PageParts {
  readonly source: DashboardSource;
  /** Says what was done, to eyes and ears; an empty text takes it back. */
  readonly announce: (words: string) => void;
  /** Has the lists read anew: they changed for another reason than what their own page does. */
  readonly noteChange: () => void;
  /** Takes the focus where what had it is gone. */
  readonly main: RefObject<HTMLElement | null>;
}
