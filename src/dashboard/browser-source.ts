import type { Browser } from '../platform/browser.ts';
import { withTimeout } from '../platform/with-timeout.ts';
import type { DashboardKind, DashboardSource } from './dashboard-source.ts';

const SECOND = 1_000;
/** A worker that has to start first takes a quarter of a second. */
const ANSWER_MILLISECONDS = 5 * SECOND;
/** Putting a list in force takes longer than reading one. */
const CHANGE_MILLISECONDS = 60 * SECOND;
/** A whole list over a slow line; meanwhile the page shows how far it is. */
const FETCH_MILLISECONDS = 600 * SECOND;

const PATIENCE: Readonly<Record<DashboardKind, number>> = {
  'lists/status': ANSWER_MILLISECONDS,
  'lists/sync': FETCH_MILLISECONDS,
  'lists/preview': FETCH_MILLISECONDS,
  'lists/follow': FETCH_MILLISECONDS,
  'lists/unfollow': CHANGE_MILLISECONDS,
  'lists/enable': CHANGE_MILLISECONDS,
  'lists/move': CHANGE_MILLISECONDS,
  'lists/news-seen': ANSWER_MILLISECONDS,
};

/** The dashboard's source in a real browser: everything is asked of the worker. */
export function createBrowserSource({ runtime }: Pick<Browser, 'runtime'>): DashboardSource {
  return {
    ask: async (kind, request) => {
      try {
        return await withTimeout(runtime.sendMessage({ kind, request }), PATIENCE[kind]);
      } catch {
        // The worker is gone or never started; the page says so.
        return undefined;
      }
    },
    now: () => Date.now(),
    repeat: (work) => {
      const timer = setInterval(work, SECOND);
      return () => clearInterval(timer);
    },
  };
}
