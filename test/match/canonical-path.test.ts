import { expect, test } from 'vitest';
import { toCanonicalPath, withoutMobilePrefix } from '../../src/match/canonical-path.ts';

const RULES = {
  aliases: [
    { from: 'twitter.com', to: 'x.com' },
    { from: 'telegram.me', to: 't.me' },
    { from: 't.me/s', to: 't.me' },
    { from: 'old.test/a/b', to: 'new.test/c' },
    { from: 'old.test', to: 'other.test' },
    // The longest alias wins, whichever comes first.
    { from: 'short.test', to: 'other.test' },
    { from: 'short.test/a/b', to: 'new.test/c' },
    { from: 'ring.test', to: 'gnir.test' },
    { from: 'gnir.test', to: 'ring.test' },
  ],
  foldPathHosts: ['x.com', 't.me'],
};

test.each([
  ['www.twitter.com', '/Name/', 'x.com/name'],
  ['telegram.me', '/S/Name', 't.me/name'],
  ['t.me', '/settings', 't.me/settings'],
  ['t.me', '/s', 't.me'],
  ['sub.twitter.com', '/Name', 'sub.twitter.com/Name'],
  ['old.test', '/a/b/C', 'new.test/c/C'],
  ['old.test', '/a/bc', 'other.test/a/bc'],
  ['short.test', '/a/b/C', 'new.test/c/C'],
  ['a.example', '/%7Ename//b/%2f', 'a.example/~name//b/%2F'],
  ['a.example', '/%2561', 'a.example/%2561'],
  ['a.example', '/', 'a.example'],
  ['a.example', '///', 'a.example'],
])('brings %s%s to %s', (host, path, text) => {
  const at = toCanonicalPath(host, path, RULES);
  expect(at.host + at.path).toBe(text);
});

test('takes no longer than its path is long', () => {
  // Slashes that do not end the path cost a careless search for the end the square of their number.
  const path = `${'/'.repeat(200_000)}a`;
  expect(toCanonicalPath('a.example', path, RULES).path).toBe(path);
});

test('comes back from aliases that go round in a circle', () => {
  expect(toCanonicalPath('ring.test', '/a', RULES).path).toBe('/a');
});

test.each([
  ['www.a.test', 'a.test'],
  ['m.a.test', 'a.test'],
  ['mobile.a.test', 'a.test'],
  ['m.me', 'm.me'],
  ['ww.a.test', 'ww.a.test'],
  ['wwwa.test', 'wwwa.test'],
  ['www.m.a.test', 'm.a.test'],
])('takes %s for %s', (host, bare) => {
  expect(withoutMobilePrefix(host)).toBe(bare);
});
