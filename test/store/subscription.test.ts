import { expect, it } from 'vitest';
import { NO_NEWS } from '../../src/store/list-news.ts';
import { parseSubscription, startSubscription } from '../../src/store/subscription.ts';

const LIST = {
  ...{ key: 'a~1', rootDigest: 'ab'.repeat(32), isOwn: false, isDevelopment: false, position: 2 },
};

it('starts switched on, without failures and news', () => {
  expect(startSubscription(LIST, 'https://list.example/')).toEqual({
    ...LIST,
    ...{ address: 'https://list.example/', isEnabled: true, failures: 0, news: NO_NEWS },
  });
  expect(startSubscription(LIST, undefined)).not.toHaveProperty('address');
});

it('comes back as it was kept', () => {
  const failure = { reason: 'unreachable' as const };
  const kept = {
    ...startSubscription(LIST, 'https://list.example/'),
    ...{ lastAttempt: 3, lastSuccess: 1, nextAttempt: 9, failures: 2, failure, failureSince: 2 },
  };
  expect(parseSubscription(structuredClone(kept))).toEqual(kept);
});

it.each([
  ['nothing', undefined],
  ['no key', { key: undefined }],
  ['an address that is none', { address: 'list' }],
  ['half a digest', { rootDigest: 'ab'.repeat(31) }],
  ['a digest in capitals', { rootDigest: 'AB'.repeat(32) }],
  ['no place', { position: '2' }],
  ['a failure that is none', { failure: 'x' }],
])('is none where it was damaged: %s', (_, change) => {
  const value = change && { ...startSubscription(LIST, 'https://list.example/'), ...change };
  expect(parseSubscription(value)).toBeUndefined();
});

it('loses its news alone where those were damaged', () => {
  const value = { ...startSubscription(LIST, undefined), news: 7 };
  expect(parseSubscription(value)).toMatchObject({ key: 'a~1', news: NO_NEWS });
});
