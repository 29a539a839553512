import { describe, expect, test } from 'vitest';
import { describeFailure, formatFailure } from '../../src/dashboard/describe-failure.ts';
import type { FailureReason, SyncFailure } from '../../src/sync/failure.ts';
import { createMessageText } from '../ui/message-text.ts';

/** Every reason once; the compiler finds one that is missing. */
const REASONS: Readonly<Record<FailureReason, RegExp>> = {
  insecure: /not an https one/,
  unreachable: /could not be reached/,
  timeout: /too long to answer/,
  status: /status \?/,
  redirected: /another address/,
  'wrong-type': /another kind of file/,
  'too-large': /larger than Demonitor accepts/,
  'cut-short': /broke off/,
  'wrong-length': /another length/,
  'wrong-hash': /not the one that the signed release names/,
  'not-metadata': /no signed release/,
  signatures: /not carry enough valid signatures/,
  rollback: /is older than the one you have/,
  expired: /has run out/,
  'version-mismatch': /different releases/,
  'root-skipped': /a step of that change is missing/,
  'key-id': /an id that does not belong to it/,
  'wrong-root': /not the one that the root digest names/,
  'unsafe-list': /what no list may hold/,
  'wrong-digest': /not those that the publisher signed/,
  'missing-file': /is not on the server/,
  'clock-behind': /seems to be behind/,
  'clock-ahead': /seems to be ahead/,
  storage: /the disk may be full/,
  database: /does not open Demonitor’s database/,
  internal: /in Demonitor itself failed/,
  'not-offered': /no address to fetch/,
  stopped: /changed on this machine while/,
};

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  const text = createMessageText(language);

  test('every reason has words of its own, and a way out', () => {
    // Own keys of a record that is typed by them.
    const reasons = Object.keys(REASONS) as FailureReason[];
    const words = reasons.map((reason) => describeFailure({ reason }, text));
    expect(new Set(words.map(({ what }) => what)).size).toBe(reasons.length);
    expect(words.every(({ cure }) => cure.length > 20)).toBe(true);
  });
});

const english = createMessageText('en');
const say = (failure: SyncFailure) => describeFailure(failure, english).what;

test.each(Object.entries(REASONS))('says what %s means', (reason, words) => {
  // Own keys of a record that is typed by them.
  expect(say({ reason: reason as FailureReason })).toMatch(words);
});

test('promises no new attempt for a list that is not followed', () => {
  // Own keys of a record that is typed by them.
  const reasons = Object.keys(REASONS) as FailureReason[];
  const cures = (isOffer: boolean) =>
    reasons.map((reason) => describeFailure({ reason }, english, isOffer).cure);
  expect(cures(false).filter((cure) => cure.includes('by itself'))).not.toEqual([]);
  expect(cures(true).filter((cure) => /by itself|unfollow/.test(cure))).toEqual([]);
});

test('says which version was older than which', () => {
  expect(say({ reason: 'rollback', have: 5, got: 3 })).toBe(
    'The list that the server sent is older (version 3) than the one you have (version 5), so it was refused.',
  );
  expect(say({ reason: 'rollback', role: 'timestamp', have: 5, got: 3 })).toContain(
    '(timestamp 3) than the one you have (timestamp 5)',
  );
});

test('says with which status the server answered and when a signature ran out', () => {
  expect(say({ reason: 'status', status: 404 })).toContain('status 404');
  expect(say({ reason: 'expired', until: '2026-11-20T10:00:00Z' })).toContain('20 Nov 2026');
  expect(say({ reason: 'expired', until: 'soon' })).toContain('ran out on –');
});

test('keeps the facts for whoever looks into it', () => {
  const failure = { reason: 'rollback', role: 'snapshot', have: 5, got: 3, detail: 'x' } as const;
  expect(formatFailure(failure)).toBe('rollback role=snapshot have=5 got=3 x');
});

test('has words for a reason that only a newer worker knows', () => {
  expect(say({ reason: 'new' as FailureReason })).toContain('no words for');
});

test.each<[SyncFailure, boolean, string]>([
  [{ reason: 'missing-file', file: 'metadata/1.root.json' }, true, 'There is no list at this'],
  [{ reason: 'wrong-type', file: 'metadata/1.root.json' }, true, 'There is no list at this'],
  [{ reason: 'missing-file', file: 'targets/a.sources.bin' }, true, 'A file that belongs to'],
  [{ reason: 'missing-file', file: 'metadata/1.root.json' }, false, 'A file that belongs to'],
])('takes %j, offered: %j, for a mistyped address', (failure, isOffer, words) => {
  expect(describeFailure(failure, english, isOffer).what).toContain(words);
});

test('says how an address is to be written', () => {
  expect(describeFailure({ reason: 'insecure' }, english, true).cure).toContain('https://');
});
