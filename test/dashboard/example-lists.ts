import type { ListStatus, ListsStatus, PreviewReply } from '../../src/messages/list-status.ts';

/** Lists on reserved names, for tests and for looking at. */

/** Noon in whatever place the tests run. */
export const NOW = new Date(2026, 10, 25, 12).getTime();
export const ROOT = '0123456789abcdef'.repeat(4);
const HOUR = 3_600_000;

const NO_NEWS = { added: [], removed: [], changed: [], more: 0 } as const;

export const OWN: ListStatus = {
  key: 'own',
  title: { en: 'Example list', fr: 'Liste d’exemple' },
  licence: 'CC-BY-4.0',
  home: 'https://code.example/list',
  address: 'https://own.example/',
  rootDigest: ROOT,
  isOwn: true,
  isDevelopment: false,
  isEnabled: true,
  version: 5,
  publishedOn: '2026-11-20',
  confirmedOn: '2026-11-24',
  maxStaleDays: 60,
  entries: 1_204,
  scopes: 5_310,
  bytes: 412_345,
  lastAttempt: NOW - 3 * HOUR,
  lastSuccess: NOW - 3 * HOUR,
  nextAttempt: NOW + 5 * HOUR,
  lastDownloadBytes: 843,
  news: NO_NEWS,
};

export const OTHER: ListStatus = {
  key: 'other',
  title: { en: 'Other list', fr: 'Autre liste' },
  publisher: 'Example Desk',
  publisherUrl: 'https://desk.example/',
  address: 'https://other.example/list/',
  rootDigest: 'fedcba9876543210'.repeat(4),
  isOwn: false,
  isDevelopment: false,
  isEnabled: true,
  version: 2,
  publishedOn: '2026-10-01',
  maxStaleDays: 60,
  entries: 1,
  scopes: 1,
  bytes: 2_345_678,
  news: NO_NEWS,
};

export const NEWS = {
  since: 3,
  added: [{ slug: 'example-truth', name: 'Example Truth' }],
  removed: [{ slug: 'example-old', name: 'Example Old' }],
  changed: [{ slug: 'a/b?c', name: 'Example Changed' }],
  more: 4,
} as const;

export const BOTH: ListsStatus = { lists: [OWN, OTHER] };

export const PREVIEW: PreviewReply = {
  kind: 'preview',
  title: { en: 'Third list', fr: 'Troisième liste' },
  publisher: 'Third Desk',
  publisherUrl: 'https://third.example/',
  licence: 'CC0-1.0',
  home: 'https://third.example/list',
  entries: 12,
  scopes: 34,
  bytes: 56_789,
  version: 7,
  publishedOn: '2026-11-23',
  overlaps: 3,
};

/** Those lists with one field changed: what a test is about. */
export function withOwn(fields: Partial<ListStatus>): ListsStatus {
  return { lists: [{ ...OWN, ...fields }, OTHER] };
}
