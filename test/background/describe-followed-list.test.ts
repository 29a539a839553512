import { expect, it } from 'vitest';
import { describeFollowedList } from '../../src/background/describe-followed-list.ts';
import { toListHeader } from '../../src/list/list-header.ts';
import type { StoredList } from '../../src/store/stored-list.ts';
import { type Subscription, startSubscription } from '../../src/store/subscription.ts';
import type { SyncFailure } from '../../src/sync/failure.ts';
import { LIST_INFO } from '../support/list-files.ts';
import { makeList } from '../support/make-list.ts';

const HOUR = 3_600_000;
const NOW = 1_000 * HOUR;
const KEY = { key: 'a~1', rootDigest: 'ab'.repeat(32), isOwn: false, isDevelopment: false };
const SUBSCRIPTION: Subscription = {
  ...startSubscription({ ...KEY, position: 3 }, 'https://list.example/'),
  lastAttempt: NOW,
};
const LIST = {
  ...{ ...LIST_INFO, homePage: 'https://list.example/page' },
  publisher: { name: 'A publisher', url: 'https://publisher.example/' },
};
const STORED: StoredList = {
  ...{ edition: 4, header: toListHeader(makeList([], { list: LIST })), digest: 'ab', entries: 9 },
  ...{ setAside: 1, scopes: 12, bytes: 20, confirmedOn: '2026-11-25', contextDigest: 'cd' },
  organisations: [],
};

it('shows what is in force and where it comes from, and no more', () => {
  const described = describeFollowedList({ subscription: SUBSCRIPTION, stored: STORED }, NOW);
  expect(described).toEqual({
    ...{ ...KEY, address: 'https://list.example/', isEnabled: true, lastAttempt: NOW },
    news: { added: [], removed: [], changed: [], more: 0 },
    ...{ title: LIST_INFO.title, licence: 'CC-BY-4.0', maxStaleDays: 60, version: 1 },
    ...{ publisher: 'A publisher', publisherUrl: 'https://publisher.example/' },
    ...{ home: 'https://list.example/page', publishedOn: '2026-11-25', setAside: 1 },
    ...{ confirmedOn: '2026-11-25', entries: 9, scopes: 12, bytes: 20 },
  });
  expect(JSON.parse(JSON.stringify(described))).toEqual(described);
});

it('says of no day that a list was confirmed on it whose publisher names none', () => {
  const stored = { ...STORED, confirmedOn: '' };
  const described = describeFollowedList({ subscription: SUBSCRIPTION, stored }, NOW);
  expect(described).not.toHaveProperty('confirmedOn');
  expect(described).toMatchObject({ publishedOn: '2026-11-25' });
});

it('calls a list by its id while nothing of it is here', () => {
  const described = describeFollowedList({ subscription: SUBSCRIPTION }, NOW);
  expect(described).toMatchObject({ title: { en: 'a', fr: 'a' } });
  expect(described).not.toHaveProperty('version');
});

const LAGGING: SyncFailure = { reason: 'rollback', role: 'timestamp', have: 4, got: 3 };
it.each<[string, SyncFailure, number, boolean]>([
  ['an older timestamp for 24 hours', LAGGING, 24 * HOUR, true],
  ['an older timestamp for a little less', LAGGING, 24 * HOUR - 1, false],
  ['an older snapshot at once', { reason: 'rollback', role: 'snapshot' }, 0, true],
  ['another fault of a timestamp at once', { reason: 'expired', role: 'timestamp' }, 0, true],
  ['a silent server at once', { reason: 'unreachable' }, 0, true],
])('tells of %s: %j', (_, failure, age, isTold) => {
  const failureSince = NOW - age;
  const subscription = { ...SUBSCRIPTION, failures: 2, failure, failureSince };
  const described = describeFollowedList({ subscription }, NOW);
  expect([described.failure, described.failureSince]).toEqual(
    isTold ? [failure, failureSince] : [undefined, undefined],
  );
  expect(described.isLagging).toBe(isTold ? undefined : true);
});
