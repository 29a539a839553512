const READER_PREFIX = /^(?:www|m|mobile)\./;
/** An ending under which a company has its sites by country: `de`, `com`, `co.uk`, `com.br`. */
const COUNTRY_ENDING = /^(?:com|[a-z]{2}|com?\.[a-z]{2})$/;

/**
 * Whether a host is one that a rule's pattern means.
 *
 * - `l.facebook.com` → `l.facebook.com`, `www.l.facebook.com`; not `evil-l.facebook.com`
 * - `*.translate.goog` → `a-example.translate.goog`; not `translate.goog`, `xtranslate.goog`
 * - `google.*` → `www.google.de`, `google.co.uk`; not `google.evil.test`, `notgoogle.de`
 */
export function matchHost(host: string, pattern: string): boolean {
  if (pattern.startsWith('*.')) {
    return host.length > pattern.length - 1 && host.endsWith(pattern.slice(1));
  }
  const bare = host.replace(READER_PREFIX, '');
  if (!pattern.endsWith('.*')) return host === pattern || bare === pattern;
  const name = pattern.slice(0, -1);
  return bare.startsWith(name) && COUNTRY_ENDING.test(bare.slice(name.length));
}
