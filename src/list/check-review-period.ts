import { countDays } from './day.ts';
import type { Entry } from './entry.ts';
import { MAX_REVIEW_PERIODS } from './limits.ts';
import type { Report } from './report-to.ts';

/** An entry must end by itself: one reviewed for good would outlive its publisher's interest. */
export function checkReviewPeriod(
  { reviewed, reviewBy }: Pick<Entry, 'reviewed' | 'reviewBy'>,
  reviewDays: number,
  report: Report,
): void {
  const period = countDays(reviewed, reviewBy);
  const most = reviewDays * MAX_REVIEW_PERIODS;
  if (period <= most) return;
  report('reviewBy', `is ${period} days after the review`, `at most ${most} days`);
}
