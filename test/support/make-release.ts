import { compileList } from '../../src/list/compiled-list.ts';
import { compileContext } from '../../src/list/context.ts';
import { diffLists } from '../../src/list/diff-lists.ts';
import type { PublicRelease } from '../../src/site/public-release.ts';
import { renderPages } from '../../src/site/render-pages.tsx';
import { readCodeFiles } from '../code-of-practice/read-code-files.ts';
import {
  entry,
  type Fields,
  factCheck,
  LIST_INFO,
  rating,
  readTestList,
  TODAY,
} from './list-files.ts';

export const ROOT_DIGEST = '0123456789abcdef'.repeat(4);

/** An entry of every state, and of everything that a page shows of one. */
export const ENTRIES: Readonly<Record<string, Fields>> = {
  appealed: entry({ name: 'Contested Post', scopes: ['contested.test'], state: 'appealed' }),
  lapsed: entry({
    name: 'Old Post',
    scopes: ['old.test'],
    listed: '2025-11-24',
    reviewed: '2025-11-24',
    reviewBy: '2026-11-24',
  }),
  'last-day': entry({ name: 'Last Day', scopes: ['last-day.test'], reviewBy: TODAY }),
  removed: entry({ name: 'Gone Post', scopes: ['gone.test'], state: 'removed' }),
  suspended: entry({
    name: 'Paused Post',
    scopes: ['blog.truth.test', 'elsewhere.test'],
    state: 'suspended',
  }),
  truth: entry({
    name: 'Example Truth',
    kind: 'impersonator',
    scopes: ['truth.test', 'mirror.test', 'shared.test/truth'],
    posesAs: { 'mirror.test': 'medium.test' },
    languages: ['fr', 'de'],
    grounds: ['repeated-false-claims', 'impersonation'],
    evidence: [
      factCheck({ url: 'https://checker.example/a', claim: 'A first claim' }),
      factCheck({ url: 'https://checker.example/b', archive: 'https://archive.example/b' }),
      factCheck({
        url: 'https://checker.example/c',
        scopes: ['mirror.test'],
        mirrorOf: 'truth.test',
      }),
      rating({ date: undefined, seen: { in: 'A copy of the ratings', date: '2026-11-20' } }),
      factCheck({ kind: 'legal-act', by: 'council', url: 'https://council.example/act' }),
      factCheck({ by: 'message-judge', url: 'https://message-judge.example/case' }),
    ],
    reply: {
      text: 'We stand by it.\nAll of it.',
      url: 'https://truth.test/reply',
      date: '2026-11-21',
      proof: 'dns',
    },
  }),
};

interface ReleaseParts {
  readonly entries?: Readonly<Record<string, Fields>>;
  readonly info?: Fields;
  readonly today?: string;
  readonly version?: number;
}

/** A release with the real Code, made of small entries on reserved names. */
export function makeRelease(parts: ReleaseParts = {}): PublicRelease {
  const { entries = ENTRIES, info = {}, today = TODAY, version = 2 } = parts;
  const { list } = readTestList({ entries, info: { ...LIST_INFO, ...info } });
  const compiled = compileList(list, TODAY, { version });
  const before = { ...compiled, version: version - 1, entries: compiled.entries.slice(0, 2) };
  const first = { ...before, entries: [] };
  return {
    list: compiled,
    context: compileContext({ ...list, code: readCodeFiles() }),
    changelog: [
      { version, publishedOn: TODAY, diff: diffLists(before, compiled) },
      { version: version - 1, publishedOn: '2026-11-24', diff: diffLists(first, before) },
    ],
    rootDigest: ROOT_DIGEST,
    today,
  };
}

/** Every file of the site by its path. */
export function readSite(release: PublicRelease): ReadonlyMap<string, string | Uint8Array> {
  return new Map([...renderPages(release)].map(({ path, content }) => [path, content]));
}

/** One file of the site as text. */
export function readFileOf(release: PublicRelease, path: string): string {
  const content = readSite(release).get(path);
  if (typeof content !== 'string') throw new Error(`No text at ${path}`);
  return content;
}

/** What a reader sees of a page: its text, tags left out. */
export function readText(html: string): string {
  return html
    .replace(/^[\s\S]*<body>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/[^\S\u00a0\u202f]+/g, ' ');
}
