import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkRule } from '../../src/links/link-rule.ts';
import { unwrapLink } from '../../src/links/unwrap-link.ts';

const { wrappers: RULES } = JSON.parse(readFileSync('lists/platforms.json', 'utf8')) as {
  wrappers: readonly LinkRule[];
};
const TARGET = 'https://example.com/a/b?c=1';
const PERCENT = encodeURIComponent(TARGET);
const BASE64 = Buffer.from(TARGET).toString('base64url');
/** As Google News wrote its articles: the address among other bytes. */
const NEWS = Buffer.from(`\x08\x13\x22\x1b${TARGET}\xd2\x01\x00`, 'latin1').toString('base64url');

interface Place {
  readonly page?: string;
  readonly text?: string;
}

function unwrap(address: string, { page = '', text = '' }: Place = {}): string | undefined {
  return unwrapLink({ address, page, readText: () => text }, RULES);
}

describe('a link that leads through a service', () => {
  it.each([
    ['Google', `https://www.google.com/url?sa=t&url=${PERCENT}&usg=x`],
    ['Google', `https://www.google.co.uk/url?q=${PERCENT}`],
    [
      'Google by q, before url',
      `https://google.de/url?q=${PERCENT}&url=https%3A%2F%2Fother.example`,
    ],
    ['Google images', `https://www.google.fr/imgres?imgurl=x&imgrefurl=${PERCENT}`],
    ['Google AMP', 'https://www.google.com/amp/s/example.com/a/b?c=1'],
    ['Google Translate', `https://translate.google.com/translate?sl=fr&tl=en&u=${PERCENT}`],
    ['Google News', `https://news.google.com/rss/articles/${NEWS}?oc=5`],
    ['Google News', `https://news.google.com/articles/${NEWS}`],
    ['the AMP cache', 'https://example-com.cdn.ampproject.org/c/s/example.com/a/b?c=1'],
    ['the AMP viewer', 'https://cdn.ampproject.org/v/s/example.com/a/b?c=1'],
    ['YouTube', `https://www.youtube.com/redirect?event=x&q=${PERCENT}`],
    ['Facebook', `https://l.facebook.com/l.php?u=${PERCENT}&h=AT0`],
    ['Facebook on phones', `https://lm.facebook.com/l.php?u=${PERCENT}`],
    ['Facebook itself', `https://www.facebook.com/l.php?u=${PERCENT}`],
    ['Instagram', `https://l.instagram.com/?u=${PERCENT}&e=x`],
    ['Threads', `https://l.threads.com/?u=${PERCENT}`],
    ['LinkedIn', `https://www.linkedin.com/redir/redirect?url=${PERCENT}`],
    ['LinkedIn', `https://www.linkedin.com/safety/go/?url=${PERCENT}`],
    ['Reddit', `https://out.reddit.com/t3_x?url=${PERCENT}&token=x`],
    ['Bing', `https://www.bing.com/ck/a?!&&p=x&u=a1${BASE64}&ntb=1`],
    ['DuckDuckGo', `https://duckduckgo.com/l/?uddg=${PERCENT}&rut=x`],
    ['Yahoo', `https://r.search.yahoo.com/_ylt=A;_ylu=B/RV=2/RE=1/RO=10/RU=${PERCENT}/RK=2/RS=x-`],
    ['the Wayback Machine', `https://web.archive.org/web/20200101000000/${TARGET}`],
    ['the Wayback Machine, as it was', `https://web.archive.org/web/2020id_/${TARGET}`],
    [
      'the Wayback Machine, one slash lost',
      'https://web.archive.org/web/2020*/https:/example.com/a/b?c=1',
    ],
    ['archive.today', `https://archive.ph/2020.01.01-000000/${TARGET}`],
    ['archive.today', `https://archive.is/o/AbCdE/${TARGET}`],
    ['archive.today', `https://archive.today/newest/${PERCENT}`],
    ['Outlook', `https://eur02.safelinks.protection.outlook.com/?url=${PERCENT}&data=05%7C01`],
    [
      'Teams',
      `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=${PERCENT}`,
    ],
    ['URL Defense 3', `https://urldefense.com/v3/__${TARGET}__;!!abc!x$`],
    [
      'URL Defense 2',
      'https://urldefense.proofpoint.com/v2/url?u=https-3A__example.com_a_b-3Fc-3D1&d=x',
    ],
    ['Barracuda', `https://linkprotect.cudasvc.com/url?a=${PERCENT}&c=E`],
    ['Cisco', `https://secure-web.cisco.com/1abc/${PERCENT}`],
    ['Sophos', `https://eu-west-1.protection.sophos.com/?d=example.com&u=${BASE64}`],
    ['Slack', `https://slack-redir.net/link?url=${PERCENT}`],
    ['VK', `https://vk.com/away.php?to=${PERCENT}`],
    ['Odnoklassniki', `https://ok.ru/dk?st.cmd=outLink&st.link=${PERCENT}`],
    ['Telegram', `https://t.me/iv?url=${PERCENT}&rhash=x`],
    ['Tumblr', `https://t.umblr.com/redirect?z=${PERCENT}&t=x`],
    ['Steam', `https://steamcommunity.com/linkfilter/?u=${PERCENT}`],
    ['Pinterest', `https://www.pinterest.fr/offsite/?token=x&url=${PERCENT}`],
    ['an address encoded twice', `https://l.facebook.com/l.php?u=${encodeURIComponent(PERCENT)}`],
    [
      'three services in turn',
      `https://l.facebook.com/l.php?u=${encodeURIComponent(
        `https://www.google.com/url?q=${encodeURIComponent(`https://web.archive.org/web/2020/${TARGET}`)}`,
      )}`,
    ],
  ])('%s: %s', (_service, address) => {
    expect(unwrap(address)).toBe(TARGET);
  });

  it.each([
    ['https://www-example-com.translate.goog/a/b?c=1', 'https://www.example.com/a/b?c=1'],
    ['https://my--site-example-com.translate.goog/', 'https://my-site.example.com/'],
    ['https://protect-eu.mimecast.com/s/AbC?domain=example.com', 'https://example.com/'],
  ])('%s leads to %s', (address, target) => {
    expect(unwrap(address)).toBe(target);
  });
});

describe('a shortened link goes by what the platform shows in its place', () => {
  it.each([
    ['t.co', 'x.com', 'example.com/a', 'https://example.com/a'],
    ['t.co', 'x.com', ' https://www.example.com/a ', 'https://www.example.com/a'],
    ['t.co', 'x.com', 'example.com/channel/some-long…', 'https://example.com/channel/'],
    ['lnkd.in', 'linkedin.com', 'https://example.com/a', 'https://example.com/a'],
  ])('%s on %s: %s', (host, page, text, target) => {
    expect(unwrap(`https://${host}/AbC`, { page, text })).toBe(target);
  });

  it.each([
    ['t.co', 'elsewhere.example', 'example.com/a'],
    ['t.co', 'linkedin.com', 'example.com/a'],
    ['bit.ly', 'x.com', 'example.com/a'],
    ['t.co', 'x.com', 'Read this at example.com'],
    ['t.co', 'x.com', 'me@example.com'],
    ['t.co', 'x.com', 'example…'],
    ['t.co', 'x.com', ''],
  ])('but not %s on %s that shows "%s"', (host, page, text) => {
    expect(unwrap(`https://${host}/AbC`, { page, text })).toBeUndefined();
  });
});

describe('what only looks like it is left alone', () => {
  it.each([
    `https://example.com/url?q=${PERCENT}`,
    `https://google.evil.test/url?q=${PERCENT}`,
    `https://notgoogle.com/url?q=${PERCENT}`,
    `https://google.com.evil.test/url?q=${PERCENT}`,
    `https://www.google.com/urls?q=${PERCENT}`,
    `https://www.google.com/search?q=${PERCENT}`,
    `https://evil-l.facebook.com/l.php?u=${PERCENT}`,
    `https://l.facebook.com.evil.test/l.php?u=${PERCENT}`,
    `https://l.facebook.com/l.php2?u=${PERCENT}`,
    'https://l.facebook.com/l.php?u=%2Frelative',
    `https://l.facebook.com/l.php?u=%2Frelative%3Fx%3D${encodeURIComponent(PERCENT)}`,
    'https://l.facebook.com/l.php?u=javascript%3Aalert(1)',
    'https://l.facebook.com/l.php?u=data%3Atext%2Fhtml%2Chttps%3A%2F%2Fexample.com',
    'https://l.facebook.com/l.php',
    'https://web.archive.org/web/2020/',
    'https://archive.ph/AbCdE',
    `https://archive.ph/x-${TARGET}`,
    'https://news.google.com/articles/CBMiAbcdefgh',
    'https://www.bing.com/ck/a?u=a1%%%',
    'https://bit.ly/abc',
    'https://translate.goog/a',
    'https://www.google.com/amp/help',
    'https://www.google.com/amp/',
    'https://href.li/?https://example.com/',
    'mailto:a@l.facebook.com?u=https://example.com',
    `ftp://l.facebook.com/l.php?u=${PERCENT}`,
    'not an address',
    '',
  ])('%s', (address) => {
    expect(unwrap(address)).toBeUndefined();
  });

  it('also where the inner one is another scheme, behind a wrapper that is undone', () => {
    const inner = 'https://www.google.com/url?q=javascript%3Aalert(1)';
    expect(unwrap(`https://l.facebook.com/l.php?u=${encodeURIComponent(inner)}`)).toBe(inner);
  });
});

describe('whatever a page writes', () => {
  const hosts = RULES.flatMap((rule) => rule.hosts).map((host) =>
    host.replace(/^\*\./, 'a.').replace(/\.\*$/, '.com'),
  );
  const paths = RULES.flatMap((rule) => rule.paths ?? ['/']);
  const piece = fc.oneof(
    fc.string(),
    fc.webUrl({ withQueryParameters: true }),
    fc.constantFrom(PERCENT, BASE64, NEWS, 'javascript:alert(1)', '%', '%E0%A4', 'http://', '://'),
  );
  const keys = fc.constantFrom('q', 'url', 'u', 'uddg', 'to', 'st.link', 'z', 'domain', 'a');
  const written = fc
    .tuple(fc.constantFrom(...hosts), fc.constantFrom(...paths), piece, keys, piece)
    .map(([host, path, rest, key, value]) => `https://${host}${path}${rest}?${key}=${value}`);

  it('is taken apart without an error, into http(s) or nothing', () => {
    fc.assert(
      fc.property(fc.oneof(written, piece), piece, (address, text) => {
        const found = unwrap(address, { page: 'x.com', text });
        if (found !== undefined) expect(new URL(found).protocol).toMatch(/^https?:$/);
      }),
      { numRuns: 3_000 },
    );
  });

  it('ends, however often it is wrapped, and in itself', () => {
    let address = TARGET;
    for (let times = 0; times < 12 && address.length < 4_000; times += 1) {
      address = `https://out.reddit.com/?url=${encodeURIComponent(address)}`;
    }
    expect(unwrap(address)).toContain('https://out.reddit.com/');
    const itself = 'https://web.archive.org/web/2020/https://web.archive.org/web/2020/';
    expect(unwrap(itself)).toBe('https://web.archive.org/web/2020/');
  });

  it('is left alone where it is longer than any link', () => {
    const long = `https://l.facebook.com/l.php?u=${PERCENT}&x=${'a'.repeat(9_000)}`;
    expect(unwrap(long)).toBeUndefined();
  });
});
