import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isScopeFault, MAX_SCOPE_LENGTH, parseScope } from '../../src/match/parse-scope.ts';
import { RANDOM, RULES as RANDOM_RULES } from './arbitrary-lists.ts';
import { HOSTILE_RULES as RULES } from './hostile-addresses.ts';

function read(text: string): string | undefined {
  const parsed = parseScope(text, RULES);
  return isScopeFault(parsed) ? undefined : parsed.scope;
}

test.each([
  ['example.com', 'example.com'],
  ['www.example.com', 'www.example.com'],
  ['xn--mnchen-3ya.test', 'xn--mnchen-3ya.test'],
  ['_a.example.com', '_a.example.com'],
  ['twitter.com', 'twitter.com'],
  ['twitter.com/Name', 'x.com/name'],
  ['t.me/s/Name/', 't.me/name'],
  ['www.x.com/name', 'x.com/name'],
  ['video.test/C/%7eName', 'video.test/C/~Name'],
  ['video.test/%c3%a9', 'video.test/%C3%A9'],
  ['video.test/é', 'video.test/%C3%A9'],
])('reads %s as %s', (text, scope) => {
  expect(read(text)).toBe(scope);
});

test.each([
  ['', 'is empty', undefined],
  ['https://example.com/', 'no scheme', 'example.com'],
  ['http://twitter.com/Name?a', 'no scheme', 'x.com/name'],
  ['example.com:80', 'no port', 'example.com'],
  ['example.com:/a', 'no port', 'example.com/a'],
  ['a@example.com', 'no user name', 'example.com'],
  ['Example.com', 'lower-case', 'example.com'],
  ['münchen.test', 'punycode', 'xn--mnchen-3ya.test'],
  ['example.com.', 'trailing dot', 'example.com'],
  ['example.com/', 'no path', 'example.com'],
  ['example.com?a=b', 'no query', 'example.com'],
  ['example.com/a#b', 'no fragment', 'example.com/a'],
  ['example.com\\a', 'backslash', 'example.com/a'],
  ['example.com/a/../b', 'segments', 'example.com/b'],
  ['example.com/a b', 'a space', 'example.com/a%20b'],
  ['exam\u200bple.com', 'invisible', 'example.com'],
  ['example.com/\u202ea', 'invisible', 'example.com/%E2%80%AEa'],
  ['t.me/s/', 'empty once aliases', undefined],
  ['localhost', 'single label', undefined],
  ['10.0.0.1', 'IP address', undefined],
  ['[::1]', 'IP address', undefined],
  ['*.example.com', 'character other than', undefined],
  ['-a.example.com', 'character other than', undefined],
  [`${'a'.repeat(64)}.test`, '63', undefined],
  [`${'a.'.repeat(126)}test`, '253', undefined],
  [`a.test/${'a'.repeat(MAX_SCOPE_LENGTH)}`, 'longer than', undefined],
  ['mailto:a@b.test', 'no user name', undefined],
])('says of %j what is wrong (%s) and what would be right', (text, words, suggestion) => {
  const parsed = parseScope(text, RULES);
  expect(isScopeFault(parsed) ? parsed.error : parsed).toContain(words);
  expect('suggestion' in parsed ? parsed.suggestion : undefined).toBe(suggestion);
});

test('takes the longest labels, hosts and scopes there may be', () => {
  for (const text of [
    `${'a'.repeat(63)}.test`,
    `${'a.'.repeat(124)}testa`,
    `a.test/${'a'.repeat(MAX_SCOPE_LENGTH - 7)}`,
  ]) {
    expect(read(text)).toBe(text);
  }
});

test('what it gives and what it suggests are scopes that it leaves unchanged', () => {
  const labels = fc.constantFrom(
    'a',
    'B',
    'www',
    'm',
    'x',
    'ä',
    '%61',
    '',
    '1',
    'a.test',
    'b.test',
  );
  const paths = fc.constantFrom(
    '',
    '/',
    '/s',
    '/A',
    '/%41%2f',
    '//',
    '/a b',
    '/..',
    '?q',
    ':8',
    '\\',
  );
  const texts = fc.tuple(fc.array(labels, { maxLength: 4 }), fc.array(paths, { maxLength: 4 }));
  fc.assert(
    fc.property(texts, ([host, path]) => {
      const parsed = parseScope(host.join('.') + path.join(''), RANDOM_RULES);
      const text = isScopeFault(parsed) ? parsed.suggestion : parsed.scope;
      if (text === undefined) return;
      const again = parseScope(text, RANDOM_RULES);
      expect(isScopeFault(again) ? again : again.scope).toBe(text);
    }),
    { ...RANDOM, numRuns: 3000 },
  );
});

test('takes as they are only hosts that a browser leaves as they are', () => {
  const label = fc.stringMatching(/^[a-z0-9_-]{1,6}$/);
  const mark = fc.constantFrom('', 'xn--', 'a--', '0x', '_');
  const host = fc
    .array(fc.tuple(mark, label), { minLength: 1, maxLength: 4 })
    .map((labels) => labels.map((parts) => parts.join('')).join('.'));
  let taken = 0;
  const property = fc.property(host, (text) => {
    const parsed = parseScope(text, RULES);
    if (isScopeFault(parsed)) return;
    taken += 1;
    expect(parsed).toEqual({ scope: text, host: text, path: '' });
    expect(new URL(`https://${text}`).hostname).toBe(text);
  });
  fc.assert(property, RANDOM);
  expect(taken).toBeGreaterThan(10);
});

test.each([
  ['a label', `${'a'.repeat(63)}.test`, `${'a'.repeat(64)}.test`],
  ['a host', `${'a.'.repeat(124)}test1`, `${'a.'.repeat(124)}test12`],
])('takes %s up to its longest, and no longer', (_, longest, tooLong) => {
  expect(read(longest)).toBe(longest);
  expect(read(tooLong)).toBeUndefined();
});
