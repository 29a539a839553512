import { expect, test } from 'vitest';
import { parseRoute } from '../../src/dashboard/parse-route.ts';

const ROOT = '0123456789abcdef'.repeat(4);
const OFFER = { kind: 'offer', offer: { address: 'https://list.example/', rootDigest: ROOT } };
const PARAMETERS = `address=https%3A%2F%2Flist.example%2F&root=${ROOT}`;
const encode = encodeURIComponent;

test.each([
  ['', { kind: 'lists' }],
  ['#', { kind: 'lists' }],
  ['#lists', { kind: 'lists' }],
  ['#following', { kind: 'lists' }],
  ['#follow', { kind: 'follow' }],
  [`#follow?${PARAMETERS}`, OFFER],
  ['#follow?address=https://list.example/', { kind: 'unreadable-offer' }],
  ['#follow?', { kind: 'unreadable-offer' }],
  ['#follow?link=', { kind: 'unreadable-offer' }],
  [`#follow?link=${encode(`ext+demonitor:follow?${PARAMETERS}`)}`, OFFER],
  [`#follow?link=${encode(`https://list.example/#demonitor-root=${ROOT}`)}`, OFFER],
  ['#follow?link=javascript%3Aalert(1)', { kind: 'unreadable-offer' }],
  [
    `#follow?link=${encode(`ext+demonitor:follow?${PARAMETERS}`)}&link=a`,
    { kind: 'unreadable-offer' },
  ],
  ['#follow?link=%', { kind: 'unreadable-offer' }],
])('%s leads to its page', (hash, expected) => {
  expect(parseRoute(hash)).toEqual(expected);
});
