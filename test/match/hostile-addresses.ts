import type { AddressRules } from '../../src/match/address-rules.ts';

/**
 * Hosts and addresses made to look like listed ones, or to hide that they are. Matcher and command
 * line are both held to this table.
 */
export interface HostileAddress {
  readonly input: string;
  readonly kind: 'listed' | 'not-listed' | 'not-checkable';
  /** Slug of the entry that lists it. */
  readonly entry: string | null;
  /** The scope that covers it. */
  readonly scope: string | null;
}

/** The list that the table is about: scopes by entry. */
export const HOSTILE_LIST: readonly {
  readonly entry: string;
  readonly state: 'listed' | 'suspended';
  readonly scopes: readonly string[];
}[] = [
  {
    entry: 'example-truth',
    state: 'listed',
    scopes: [
      'example-truth.test',
      'm.mobile-only.test',
      't.me/exampletruth',
      'x.com/exampletruth',
      'exampletruth.blogspot.com',
    ],
  },
  { entry: 'example-clone', state: 'listed', scopes: ['lemonde.test', 'deep.a.b.c.test'] },
  { entry: 'example-isle', state: 'listed', scopes: ['example-isle.co.uk'] },
  { entry: 'example-idn', state: 'listed', scopes: ['xn--mnchen-3ya.test', 'xn--strae-oqa.test'] },
  {
    entry: 'example-channel',
    state: 'listed',
    scopes: ['video.test/c/Truth', 'video.test/~truth', 'video.test/a%2Fb'],
  },
  { entry: 'example-pardoned', state: 'suspended', scopes: ['good.example-truth.test'] },
];

/** Holds in the product's own platform rules as well. */
export const HOSTILE_RULES: AddressRules = {
  aliases: [
    { from: 'twitter.com', to: 'x.com' },
    { from: 't.me/s', to: 't.me' },
  ],
  foldPathHosts: ['x.com', 't.me'],
};

/** A day on which every entry holds. */
export const HOSTILE_TODAY = '2026-11-25';

function listed(entry: string, scope: string, inputs: readonly string[]): HostileAddress[] {
  return inputs.map((input) => ({ input, kind: 'listed', entry, scope }));
}

function unlisted(inputs: readonly string[]): HostileAddress[] {
  return inputs.map((input) => ({ input, kind: 'not-listed', entry: null, scope: null }));
}

function notCheckable(inputs: readonly string[]): HostileAddress[] {
  return inputs.map((input) => ({ input, kind: 'not-checkable', entry: null, scope: null }));
}

const TRUTH = ['example-truth', 'example-truth.test'] as const;
const LONG_HOST = `${'a.'.repeat(100)}example-truth.test`;

export const HOSTILE_ADDRESSES: readonly HostileAddress[] = [
  // Plain, and the ways in which one host is written.
  ...listed(...TRUTH, [
    'example-truth.test',
    'https://example-truth.test',
    'http://example-truth.test/a/b?c=d#e',
    '//example-truth.test/a',
    'HTTPS://EXAMPLE-TRUTH.TEST/',
    'https:example-truth.test',
    'www.example-truth.test',
    'm.example-truth.test',
    'a.b.c.example-truth.test',
    '_dmarc.example-truth.test',
    'example-truth.test.',
    'https://www.example-truth.test./a',
    '  https://example-truth.test  ',
    '\u00a0https://example-truth.test\ufeff',
    'ht\ttps://exam\nple-truth.test/',
    '\u0000https://example-truth.test',
  ]),
  // Ports and credentials.
  ...listed(...TRUTH, [
    'example-truth.test:8080',
    'example-truth.test:443/a',
    'https://example-truth.test:/',
    'https://user@example-truth.test',
    'https://user:secret@example-truth.test:8443/',
    'https://lemonde.example@example-truth.test/',
    'https://lemonde.example:443@example-truth.test/',
    'https://lemonde.example%40x@example-truth.test/',
    'user:secret@example-truth.test',
    // Hosts that begin as a scheme does.
    'files.example-truth.test:8443',
    'file.example-truth.test:80',
    'chrome-news.example-truth.test:80',
    'chrome.example-truth.test:80/a',
    'moz-x.example-truth.test:8080',
    'a+b.example-truth.test:8080',
  ]),
  ...unlisted([
    'https://example-truth.test@evil.test/',
    'https://example-truth.test:443@evil.test/',
    'https://example-truth.test%40evil.test@evil.test/',
    'https://evil.test/@example-truth.test',
    'https://evil.test/https://example-truth.test/',
    'https://evil.test?u=https://example-truth.test/',
    'https://evil.test#example-truth.test',
    'https://evil.test:443#@example-truth.test/',
  ]),
  // Look-alikes at the ends.
  ...unlisted([
    'notexample-truth.test',
    'example-truth.test.evil.test',
    'example-truth.tests',
    'example-truth.tes',
    'xample-truth.test',
    'example-truth-test.test',
    'example-truth.test-evil.test',
    'example.truth.test',
    'truth.test',
    'test',
    '-example-truth.test',
    'https://fakelemonde.test',
    'https://lemonde.test.evil.example',
    'https://lemonde.example',
  ]),
  ...listed('example-clone', 'lemonde.test', ['lemonde.test', 'https://fake.lemonde.test/']),
  ...listed('example-clone', 'deep.a.b.c.test', ['deep.a.b.c.test', 'x.y.deep.a.b.c.test']),
  ...unlisted(['a.b.c.test', 'eep.a.b.c.test', 'xdeep.a.b.c.test', 'deep.x.b.c.test']),
  // A host scope on a mobile host is that host, not its parent.
  ...listed('example-truth', 'm.mobile-only.test', ['m.mobile-only.test', 'a.m.mobile-only.test']),
  ...unlisted(['mobile-only.test', 'www.mobile-only.test', 'mobile.mobile-only.test']),
  // A suspended scope wins over its listed parent, for itself and what lies below.
  ...unlisted(['good.example-truth.test', 'https://www.good.example-truth.test/a']),
  ...listed(...TRUTH, ['notgood.example-truth.test']),
  // Suffixes of two parts, and shared hosts.
  ...listed('example-isle', 'example-isle.co.uk', ['example-isle.co.uk', 'm.example-isle.co.uk']),
  ...unlisted(['co.uk', 'https://co.uk/', 'isle.co.uk', 'example-isle.uk', 'example-isle.co']),
  ...listed('example-truth', 'exampletruth.blogspot.com', [
    'exampletruth.blogspot.com',
    'http://www.exampletruth.blogspot.com/2026/11/a.html',
  ]),
  ...unlisted(['blogspot.com', 'other.blogspot.com', 'notexampletruth.blogspot.com']),
  // Backslashes and percent-encoding in the host are what browsers make of them.
  ...listed(...TRUTH, [
    'https:\\\\example-truth.test\\a',
    '\\\\example-truth.test',
    'https:/\\/example-truth.test',
    'https:///example-truth.test',
    'https://example-truth.test\\@evil.test/',
    'https://ex%61mple-truth.test/',
    'https://example-truth%2Etest/',
    'https://exam\u00adple-truth.test/',
  ]),
  ...unlisted([
    'https://evil.test\\@example-truth.test/',
    'https://evil.test\\.example-truth.test/',
  ]),
  // IDN, full-width letters and dots, mixed scripts.
  ...listed(...TRUTH, [
    'ｅｘａｍｐｌｅ-ｔｒｕｔｈ.ｔｅｓｔ',
    'https://example-truth。test',
    'https://example-truth．test/',
    'https://example-truth｡test/',
    'https://𝓮𝔁𝓪𝓶𝓹𝓵𝓮-truth.test/',
  ]),
  ...listed('example-idn', 'xn--mnchen-3ya.test', [
    'münchen.test',
    'https://MÜNCHEN.test/',
    'https://xn--mnchen-3ya.test/',
    'https://XN--MNCHEN-3YA.TEST/',
    'https://mu\u0308nchen.test/',
    'https://www.m%C3%BCnchen.test/',
  ]),
  ...listed('example-idn', 'xn--strae-oqa.test', ['https://straße.test/']),
  ...unlisted([
    'munchen.test',
    'https://strasse.test/',
    'https://еxample-truth.test/', // Cyrillic е
    'https://example-truth.tеst/',
    'https://lеmonde.test/',
    'https://ӏemonde.test/',
    'https://xn--lmonde-4of.test/',
    'https://example\u2010truth.test/', // a hyphen that isn't the ASCII one
  ]),
  // IP addresses in all notations: checkable, never listed, no parents.
  ...unlisted([
    'https://127.0.0.1/',
    '127.0.0.1:8080',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://0x7f.1/',
    'https://127.1/',
    'https://127.0.0.1./',
    'https://1.2.3/',
    'https://[::1]/',
    '[::1]:8080',
    'https://[::ffff:127.0.0.1]/',
    'https://[2001:db8::1]/example-truth.test',
    'https://①②⑦.0.0.1/',
  ]),
  // Accounts on platforms: segments, case, doubles, encodings.
  ...listed('example-truth', 't.me/exampletruth', [
    't.me/exampletruth',
    'https://t.me/exampletruth/',
    'https://t.me/ExampleTruth/123?single',
    'https://www.t.me/exampletruth',
    'https://t.me/s/exampletruth',
    'https://t.me/s/ExampleTruth/9#a',
    'https://t.me/%65xampletruth',
    'https://t.me:443/exampletruth',
    'https://t.me./exampletruth',
    'https://t.me/x/../exampletruth',
    'https://t.me/./exampletruth//',
    'https://t.me\\exampletruth',
  ]),
  ...listed('example-truth', 'x.com/exampletruth', [
    'https://x.com/exampletruth',
    'https://twitter.com/ExampleTruth/status/1',
    'https://mobile.twitter.com/EXAMPLETRUTH',
    'https://m.x.com/exampletruth',
    'https://www.x.com/example%74ruth?lang=en',
  ]),
  ...unlisted([
    't.me',
    'https://t.me/',
    'https://t.me/s',
    'https://t.me/s/s/exampletruths',
    'https://t.me/exampletruths',
    'https://t.me/example',
    'https://t.me/exampletruth.evil',
    'https://t.me/exampletruth%2F1',
    'https://t.me//exampletruth',
    'https://t.me/x/exampletruth',
    'https://t.me/exampletruth/../other',
    'https://t.me/?exampletruth',
    'https://t.me/#/exampletruth',
    'https://t.me/%2565xampletruth',
    'https://web.t.me/exampletruth',
    'https://exampletruth.t.me/',
    'https://nott.me/exampletruth',
    'https://t.me.evil.test/exampletruth',
    'https://nottwitter.com/exampletruth',
    'https://api.twitter.com/exampletruth',
    'https://www.m.x.com/exampletruth',
    'https://x.com/other/exampletruth',
  ]),
  // Where the host tells capitals apart, so do we.
  ...listed('example-channel', 'video.test/c/Truth', [
    'https://video.test/c/Truth',
    'https://m.video.test/c/%54ruth/videos',
  ]),
  ...listed('example-channel', 'video.test/~truth', ['video.test/~truth', 'video.test/%7etruth/']),
  ...listed('example-channel', 'video.test/a%2Fb', ['video.test/a%2fb', 'video.test/a%2Fb/c']),
  ...unlisted([
    'https://video.test/c/truth',
    'https://video.test/C/Truth',
    'https://video.test/c',
    'https://video.test/c//Truth',
    'https://video.test/c/Truth%20',
    'https://video.test/a/b',
    'https://video.test/a%252Fb',
    'https://live.video.test/c/Truth',
  ]),
  // Length is no way out.
  ...listed(...TRUTH, [LONG_HOST, `https://example-truth.test/${'a'.repeat(100_000)}`]),
  ...unlisted([`${LONG_HOST}.evil.test`, `https://t.me/${'exampletruth'.repeat(10_000)}`]),
  // No address, or none of the web.
  ...notCheckable([
    '',
    '   ',
    '\u0000',
    '.',
    '..',
    '/example-truth.test',
    '?example-truth.test',
    '#example-truth.test',
    './example-truth.test',
    'https://',
    'https:///',
    'http://:80',
    'example truth.test',
    'example-truth.test:99999',
    'example-truth.test:port',
    'https://example-truth.test..',
    'https://a..example-truth.test',
    'https://.example-truth.test',
    'https://example-truth.test%00/',
    'https://example-truth.test<>/',
    'https://[example-truth.test]/',
    'https://256.0.0.1/',
    // Cells of a table, and what is left around them.
    '"example-truth.test"',
    'example-truth.test,5',
    'example-truth.test;5',
    'example-truth.test)',
    '*.example-truth.test',
    'example-truth.test\t5',
    'example-truth.test\rother.test',
    'https://example-truth.0x1/',
    'about:blank',
    'about:srcdoc',
    'data:text/html,example-truth.test',
    'javascript:location="https://example-truth.test"',
    'java\tscript:alert(1)',
    'javascript://example-truth.test/%0aalert(1)',
    'mailto:editor@example-truth.test',
    'tel:112',
    'blob:https://example-truth.test/1',
    'view-source:https://example-truth.test/',
    'filesystem:https://example-truth.test/temporary/',
    'file:///example-truth.test',
    'file:/example-truth.test',
    'chrome-extension:example-truth.test',
    'moz-extension:example-truth.test',
    'C:\\example-truth.test',
    'ftp://example-truth.test/',
    'ws://example-truth.test/',
    'chrome://settings/',
    'chrome-extension://example-truth.test/',
    'moz-extension://example-truth.test/',
    'web+news:example-truth.test',
  ]),
];
