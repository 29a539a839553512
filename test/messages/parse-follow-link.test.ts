import { expect, test } from 'vitest';
import {
  formatFollowLink,
  formatOfferParameters,
  parseFollowLink,
  parseOfferParameters,
} from '../../src/messages/parse-follow-link.ts';

const ROOT = '0123456789abcdef'.repeat(4);
const OFFER = { address: 'https://list.example/', rootDigest: ROOT };
const ENCODED = 'https%3A%2F%2Flist.example%2F';

test.each([
  `https://list.example/#demonitor-root=${ROOT}`,
  `https://list.example#demonitor-root=${ROOT}`,
  `https://list.example/index.html#demonitor-root=${ROOT}`,
  `  HTTPS://LIST.example/#demonitor-root=${ROOT.toUpperCase()}\n`,
  `ext+demonitor:follow?address=${ENCODED}&root=${ROOT}`,
  `ext+demonitor:follow?root=${ROOT}&address=${ENCODED}`,
  `EXT+DEMONITOR:follow?address=https://list.example&root=${ROOT}`,
])('%s offers the list', (link) => {
  expect(parseFollowLink(link)).toEqual(OFFER);
});

test.each([
  '',
  '#',
  ROOT,
  `#demonitor-root=${ROOT}`,
  'https://list.example/',
  'https://list.example/#demonitor-root=',
  `https://list.example/#demonitor-root=${ROOT.slice(1)}`,
  `https://list.example/#demonitor-root=${ROOT}0`,
  `https://list.example/#demonitor-root=${ROOT}&a=1`,
  `https://list.example/#demonitor-root=${ROOT}#demonitor-root=${ROOT}`,
  `https://list.example/#a#demonitor-root=${ROOT}`,
  `https://list.example/#root=${ROOT}`,
  `https://list.example/?a=1#demonitor-root=${ROOT}`,
  `https://list.example@other.example/#demonitor-root=${ROOT}`,
  `https://list.example\\@other.example/#demonitor-root=${ROOT}`,
  `https://list\u202e.example/#demonitor-root=${ROOT}`,
  `javascript:alert(1)#demonitor-root=${ROOT}`,
  `data:text/html,a#demonitor-root=${ROOT}`,
  `file:///list/#demonitor-root=${ROOT}`,
  `ext+demonitor:unfollow?address=${ENCODED}&root=${ROOT}`,
  `ext+demonitor:follow?address=${ENCODED}`,
  `ext+demonitor:follow?root=${ROOT}`,
  `ext+demonitor:follow?address=${ENCODED}&address=${ENCODED}&root=${ROOT}`,
  `ext+demonitor:follow?address=${ENCODED}&root=${ROOT}&root=${ROOT}`,
  `ext+demonitor:follow?address=${ENCODED}&root=${ROOT}&more=1`,
  `ext+demonitor:follow?address=javascript%3Aalert(1)&root=${ROOT}`,
  `ext+demonitor:follow?address=https%3A%2F%2Fme%3Akey%40list.example%2F&root=${ROOT}`,
  `ext+demonitor:follow?address=https%3A%2F%2Fli%0Ast.example%2F&root=${ROOT}`,
  `ext+demonitor:follow?address=https%3A%2F%2Flist.example%2F%00&root=${ROOT}`,
])('%j offers nothing', (link) => {
  expect(parseFollowLink(link)).toBeUndefined();
});

test('a link ends at 8,192 characters', () => {
  const link = `https://list.example/#demonitor-root=${ROOT}`;
  // Blanks around it are dropped and don't count.
  expect(parseFollowLink(link.padEnd(10_000))).toEqual(OFFER);
  expect(parseFollowLink(`https://list.example/${'../'.repeat(3_000)}${link.slice(21)}`)).toBe(
    undefined,
  );
});

test('what is written can be read again', () => {
  const offer = { address: 'https://list.example/a&b=c+d/', rootDigest: ROOT };
  expect(parseFollowLink(formatFollowLink(offer))).toEqual(offer);
  expect(parseOfferParameters(formatOfferParameters(offer))).toEqual(offer);
});
