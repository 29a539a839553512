import type { SyncFailure } from './failure.ts';

const MINUTE = 60_000;
/** Four times a day; without news one sync is one small file and the question for a new root. */
const PERIOD_MILLISECONDS = 6 * 60 * MINUTE;
const FIRST_RETRY_MILLISECONDS = 5 * MINUTE;
/** So many readers must not come at the same minute: a fifth earlier to a fifth later. */
const JITTER = 0.2;

/**
 * When to sync again, in milliseconds: after success in some six hours; after failures in 5, 10, 20
 * minutes and so on, up to the same six hours; never before the server said.
 *
 * @param random from 0 up to, not with, 1
 */
export function planNextSync(
  now: number,
  failures: number,
  failure: Pick<SyncFailure, 'retryAfter'> | undefined,
  random: number,
): number {
  const pause =
    failures === 0
      ? PERIOD_MILLISECONDS
      : Math.min(FIRST_RETRY_MILLISECONDS * 2 ** (failures - 1), PERIOD_MILLISECONDS);
  const spread = pause * (1 - JITTER + 2 * JITTER * random);
  return now + Math.max(spread, failure?.retryAfter ?? 0);
}
