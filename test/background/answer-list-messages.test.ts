import { expect, it } from 'vitest';
import {
  answerListMessage,
  type ListMessageKind,
} from '../../src/background/answer-list-messages.ts';
import type { ListRequests } from '../../src/background/list-requests.ts';

const ADDRESS = 'https://list.example/';
const DIGEST = 'ab'.repeat(32);
const LOCATION = { address: ADDRESS, rootDigest: DIGEST };

/** Asks a list of requests that says what it was asked. */
function ask(kind: ListMessageKind, value: unknown): Promise<unknown> {
  const echo = new Proxy(
    {},
    {
      get:
        (_, name) =>
        async (...args: unknown[]) => [name, ...args],
    },
  );
  return answerListMessage(kind, value, echo as ListRequests);
}

it.each<[ListMessageKind, unknown, readonly unknown[]]>([
  ['lists/status', undefined, ['readStatus']],
  ['lists/sync', {}, ['sync', undefined]],
  ['lists/sync', { key: 'a~1' }, ['sync', 'a~1']],
  ['lists/preview', LOCATION, ['preview', LOCATION]],
  ['lists/follow', { ...LOCATION, address: 'https://LIST.example' }, ['follow', LOCATION]],
  ['lists/unfollow', { key: 'a~1' }, ['unfollow', 'a~1']],
  ['lists/enable', { key: 'a~1', isEnabled: false }, ['enable', 'a~1', false]],
  ['lists/move', { key: 'a~1', position: 2 }, ['move', 'a~1', 2]],
  ['lists/news-seen', undefined, ['markNewsSeen']],
])('%s with %j is done', async (kind, value, asked) => {
  expect(await ask(kind, value)).toEqual(asked);
});

it.each<[ListMessageKind, unknown]>([
  ['lists/sync', undefined],
  ['lists/sync', { key: 7 }],
  ['lists/preview', { ...LOCATION, rootDigest: DIGEST.slice(1) }],
  ['lists/preview', { ...LOCATION, address: 'ftp://list.example/' }],
  ['lists/follow', { address: ADDRESS }],
  ['lists/follow', { ...LOCATION, address: 'https://me:key@list.example/' }],
  ['lists/unfollow', {}],
  ['lists/unfollow', 'a~1'],
  ['lists/enable', { key: 'a~1', isEnabled: 'no' }],
  ['lists/move', { key: 'a~1', position: -1 }],
  ['lists/move', { key: 'a~1', position: 0.5 }],
])('%s with %j is not', async (kind, value) => {
  expect(await ask(kind, value)).toBeUndefined();
});
