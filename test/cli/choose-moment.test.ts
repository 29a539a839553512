import { expect, test } from 'vitest';
import { chooseMoment } from '../../src/cli/choose-moment.ts';

const CLOCK = { now: new Date('2026-11-24T23:30:00Z'), today: '2026-11-25' };

test.each([
  [undefined, '2026-11-24T23:30:00.000Z', '2026-11-25'],
  ['2026-11-20', '2026-11-20T00:00:00.000Z', '2026-11-20'],
  ['2026-11-20T23:59:59Z', '2026-11-20T23:59:59.000Z', '2026-11-20'],
])('takes --at %s as %s, on %s', (at, time, today) => {
  const moment = chooseMoment(at, CLOCK, 'help');
  expect([moment.now.toISOString(), moment.today]).toEqual([time, today]);
});

test.each([
  ...['2026-02-30', '2026-02-30T10:00:00Z', '2026-11-20T24:00:00Z', '2026-11-20T10:00:00+01:00'],
  ...['2026-11-20T10:00Z', '2026-11-20T10:00:00.000Z', '2026-11-20 10:00:00Z', 'today', ''],
])('refuses --at %j', (at) => {
  expect(() => chooseMoment(at, CLOCK, 'help')).toThrow('is no moment that exists');
});
