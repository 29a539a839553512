import type { Browser } from '../platform/browser.ts';

const DAILY_ALARM = 'daily';
const DAY_MINUTES = 24 * 60;
/** Just after midnight, so that an entry that lapses is dropped on its day. */
const AFTER_MIDNIGHT_MINUTES = 1;

/**
 * Makes sure that the worker is woken once a day: lists grow too old and entries lapse without any
 * event of their own. Asked at every start of the worker, because Firefox forgets alarms with the
 * session. One that lies later was set by a clock that was ahead, and would come on that day only.
 */
export async function ensureDailyAlarm(
  browser: Pick<Browser, 'alarms'>,
  now: Date = new Date(),
): Promise<void> {
  const next = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  next.setMinutes(AFTER_MIDNIGHT_MINUTES);
  const alarm = await browser.alarms.get(DAILY_ALARM);
  if (alarm !== undefined && alarm.scheduledTime <= next.getTime()) return;
  browser.alarms.create(DAILY_ALARM, { when: next.getTime(), periodInMinutes: DAY_MINUTES });
}
