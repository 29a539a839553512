import { expect, test } from 'vitest';
import { findService } from '../../src/code-of-practice/find-service.ts';
import { readCatalogue } from './read-code-files.ts';

const catalogue = readCatalogue();

test.each([
  ['twitter', 'x'],
  ['Twitter', 'x'],
  ['X', 'x'],
  [' x ', 'x'],
  ['X (formerly Twitter)', 'x'],
  ['x.com', 'x'],
  ['X.COM', 'x'],
  ['twitter.com', 'x'],
  ['mobile.twitter.com', 'x'],
  ['twitter.com.', 'x'],
  ['https://x.com/home?a=1', 'x'],
  ['x.com/home', 'x'],
  ['x.com:443', 'x'],
  ['t.co', 'x'],
  ['threads.net', 'threads'],
  ['www.threads.com', 'threads'],
  ['google search', 'google-search'],
  ['Google  Search', 'google-search'],
  ['google.com', 'google-search'],
  ['www.google.com', 'google-search'],
  ['news.google.com', 'google'],
  ['play.google.com', 'google-play'],
  ['google', 'google'],
  ['microsoft.com', 'microsoft'],
  ['ads.microsoft.com', 'microsoft-advertising'],
  ['bat.bing.com', 'microsoft-advertising'],
  ['www.bing.com', 'bing'],
  ['ib.adnxs.com', 'xandr'],
  ['securepubads.g.doubleclick.net', 'google-ads'],
  ['apps.apple.com', 'app-store'],
  ['Reporters sans frontières', 'rsf'],
])('%j is %s', (text, id) => {
  expect(findService(catalogue, text)?.id).toBe(id);
});

test.each([
  'fakex.com',
  'x.com.evil.test',
  'xcom',
  'com',
  'twitters',
  'google.fr',
  'evil.test/x.com',
  'https://evil.test/?x.com',
  'x.com@evil.test',
  'x .com',
  '',
  ' ',
  '.',
  'http://',
])('%j is nobody known', (text) => {
  expect(findService(catalogue, text)).toBeUndefined();
});
