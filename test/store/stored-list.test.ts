import { expect, it } from 'vitest';
import { toListHeader } from '../../src/list/list-header.ts';
import { parseStoredList } from '../../src/store/stored-list.ts';
import { makeList } from '../support/make-list.ts';

const STORED = {
  ...{ edition: 1, header: toListHeader(makeList([])), digest: 'ab', entries: 0, setAside: 0 },
  ...{ scopes: 0, bytes: 20, confirmedOn: '2026-11-25', contextDigest: 'cd', organisations: [{}] },
};

it('comes back as it was kept, with fields of its header that are not known here', () => {
  const kept = { ...STORED, header: { ...STORED.header, newer: 1 } };
  expect(parseStoredList(structuredClone(kept))).toEqual(kept);
});

it.each([
  ['no object', 7],
  ['an edition below nought', { ...STORED, edition: -1 }],
  ['half a count', { ...STORED, entries: 0.5 }],
  ['no digest', { ...STORED, digest: undefined }],
  ['no header', { ...STORED, header: undefined }],
  ['a header of another format', { ...STORED, header: { ...STORED.header, format: 2 } }],
  ['organisations that are none', { ...STORED, organisations: {} }],
])('is none where it was damaged: %s', (_, value) => {
  expect(parseStoredList(value)).toBeUndefined();
});
