import { posix } from 'node:path';
import { expect, test } from 'vitest';
import type { CompiledEntry } from '../../src/list/compiled-list.ts';
import { renderPages } from '../../src/site/render-pages.tsx';
import { entry, TODAY } from '../support/list-files.ts';
import { ENTRIES, makeRelease, readSite, readText } from '../support/make-release.ts';

const RELEASE = makeRelease({ info: { homePage: 'https://list.example/' } });
const SITE = readSite(RELEASE);
const PAGES = [...SITE].filter(([path]) => path.endsWith('.html')) as [string, string][];

/** Addresses that a page leads to or loads. */
function readLinks(html: string): readonly string[] {
  return [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&'),
  );
}

test('writes every page in both languages, the exports and the assets', () => {
  const entries = Object.keys(ENTRIES).map((slug) => `entries/${slug}.html`);
  const pages = ['changelog.html', 'entries.html', 'index.html', 'policy.html', ...entries];
  const assets = ['page.js', 'search-1.js', 'search-head.js', 'search.js', 'site.css'];
  const exports = ['changelog.atom', 'domains.txt', 'list.csv', 'list.json'];
  const expected = [
    ...pages,
    ...pages.map((page) => `fr/${page}`),
    ...assets.map((asset) => `assets/${asset}`),
    ...exports,
    'list.parquet',
    'organisations.json',
    'scopes.txt',
  ];
  expect([...SITE.keys()].sort()).toEqual(expected.sort());
});

test('gives the same bytes for the same release', () => {
  expect(readSite(makeRelease({ info: { homePage: 'https://list.example/' } }))).toEqual(SITE);
});

test('yields files one by one', () => {
  const pages = renderPages(RELEASE)[Symbol.iterator]();
  expect(pages.next().value?.path).toBe('index.html');
});

test('has no relative link that leads nowhere, and no absolute one of its own', () => {
  const dead: string[] = [];
  for (const [path, html] of PAGES) {
    for (const link of readLinks(html)) {
      if (/^(?:https?|data):/.test(link)) continue;
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : posix.join(posix.dirname(path), file);
      // Kept by whoever publishes: the pages are made from it.
      if (target === 'changelog.json') continue;
      const text = SITE.get(target);
      const hasAnchor = anchor === undefined || String(text).includes(` id="${anchor}"`);
      if (text === undefined || !hasAnchor) dead.push(`${path}: ${link}`);
    }
  }
  expect(dead).toEqual([]);
  expect(PAGES.flatMap(([, html]) => readLinks(html)).length).toBeGreaterThan(200);
});

test('leads out only to evidence and to what explains it', () => {
  const { list, context } = RELEASE;
  const known = JSON.stringify([list, context.organisations, context.code]);
  const licence = 'https://creativecommons.org/licenses/by/4.0/';
  const outward = new Set(
    PAGES.flatMap(([, html]) => readLinks(html)).filter((link) => /^https?:/.test(link)),
  );
  const others = [...outward].filter((link) => !known.includes(JSON.stringify(link)));
  expect(others).toEqual([licence]);
  expect(outward.size).toBeGreaterThan(10);
});

test('tells nobody out there where the reader came from', () => {
  for (const [, html] of PAGES) {
    for (const [tag] of html.matchAll(/<a [^>]*href="https?:[^>]*>/g)) {
      expect(tag).toContain('rel="noreferrer noopener nofollow');
    }
  }
});

test.each(PAGES)('%s names its language, its twin and a strict policy', (path, html) => {
  const language = path.startsWith('fr/') ? 'fr' : 'en';
  const twin = language === 'en' ? `fr/${path}` : path.slice(3);
  const link = readLinks(html).filter(
    (each) => posix.join(posix.dirname(path), each) === posix.normalize(twin),
  );
  expect(html).toMatch(new RegExp(`^<!doctype html>\n<html lang="${language}">`));
  // In the head, and for the reader.
  expect(link).toHaveLength(2);
  expect(html).toContain("default-src 'none'; style-src 'self'; script-src 'self'");
  expect(html).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son\w+=/);
  expect(html.match(/<h1/g)).toHaveLength(1);
});

test('never says more than that a source is listed', () => {
  // The Code itself speaks of fake accounts.
  const judging = /\b(?:liar|lies|mensonge|menteur)\b|\bfake\b(?! accounts)/i;
  const paths = PAGES.flatMap(([path, html]) => (judging.test(readText(html)) ? [path] : []));
  expect(paths).toEqual([]);
});

test('shows hostile text as text, whatever the reader of lists would say', () => {
  const hostile = '<script>alert(1)</script>';
  const { list, ...rest } = makeRelease({
    entries: { one: entry({ name: `${hostile}"&` }) },
  });
  const spoilt = list.entries.map(
    (one): CompiledEntry => ({
      ...one,
      name: `${one.name}\u202Etxt.exe`,
      evidence: one.evidence.map((item) => ({
        ...item,
        url: 'javascript:alert(1)',
        claim: `${hostile}\u0000`,
      })),
      reply: { text: `${hostile}\n\u2067x`, url: 'data:text/html,x', date: TODAY, proof: 'dns' },
    }),
  );
  const files = readSite({ ...rest, list: { ...list, entries: spoilt } });
  for (const [path, content] of files) {
    // `list.json` is the release itself, to the letter.
    if (typeof content !== 'string' || path === 'list.json') continue;
    for (const mark of ['\0', '\u202e', '\u2067']) expect(content, path).not.toContain(mark);
    if (!/\.(?:html|js|atom)$/.test(path)) continue;
    expect(content, path).not.toContain('<script>alert');
    expect(content, path).not.toMatch(/href="(?:javascript|data:text)/);
  }
  expect(files.get('entries/one.html')).toContain('&lt;script>alert(1)&lt;/script>');
});

test('keeps a large table in parts, each led to from all others', () => {
  const entries = Array.from({ length: 501 }, (_, at) => [
    `e${at}`,
    entry({ scopes: [`h${at}.test`] }),
  ]);
  const tables: string[] = [];
  for (const { path, content } of renderPages(
    makeRelease({ entries: Object.fromEntries(entries) }),
  )) {
    if (path.startsWith('entries/')) break;
    if (path.startsWith('entries')) tables.push(String(content));
  }
  expect(tables.map((table) => table.match(/<tr id=/g)?.length)).toEqual([500, 1]);
  expect(tables[0]).toContain('href="entries-2.html"');
  expect(tables[1]).toContain('href="entries.html"');
});

test('says that an empty list has no entries', () => {
  const empty = readSite(makeRelease({ entries: {} }));
  expect(readText(String(empty.get('entries.html')))).toContain('The list has no entries.');
  expect(empty.get('assets/search-head.js')).toContain('parts\\":0');
});
