import { describe, expect, it } from 'vitest';
import { chooseDownload } from '../../src/sync/choose-download.ts';
import { type Release, readRelease } from '../../src/sync/read-release.ts';
import type { Targets } from '../../src/trust/metadata.ts';

const DIGEST = 'ab'.repeat(32);
const hashes = { sha256: '12'.repeat(32) };
const RESULT = {
  list: 'example',
  version: 5,
  publishedOn: '2026-11-25',
  entries: 3,
  digest: DIGEST,
};
const delta = (from: number, length = 100, digest = DIGEST) => ({
  length,
  hashes,
  custom: { ...RESULT, from, digest },
});
const FILES = {
  'sources.bin': { length: 1_000, hashes, custom: { ...RESULT, bytes: 9_000 } },
  'context.bin': { length: 10, hashes, custom: { list: 'example', digest: DIGEST, bytes: 20 } },
};

function read(targets: Record<string, object>): ReturnType<typeof readRelease> {
  const version = 1;
  return readRelease({
    ...{ _type: 'targets', spec_version: '1.0.31', version, expires: '2027-01-01T00:00:00Z' },
    targets: targets as Targets['targets'],
  });
}
function readSound(more: Record<string, object> = {}): Release {
  const release = read({ ...FILES, ...more });
  if (release.kind === 'failed') throw new Error(release.failure.reason);
  return release;
}

describe('the targets describe a release', () => {
  it('with its files under the names that their hashes give them', () => {
    expect(readSound({ 'delta-4-5.bin': delta(4) })).toMatchObject({
      version: 5,
      textBytes: 9_000,
      sources: { path: `targets/${'12'.repeat(32)}.sources.bin`, length: 1_000 },
      deltas: [{ from: 4, path: `targets/${'12'.repeat(32)}.delta-4-5.bin` }],
    });
  });

  it.each([['sources.bin'], ['context.bin']])('only if they have %s, with what is ours', (name) => {
    const { [name as keyof typeof FILES]: file, ...rest } = FILES;
    expect(read(rest)).toMatchObject({ failure: { reason: 'missing-file', file: name } });
    expect(read({ ...rest, [name]: { ...file, custom: {} } })).toMatchObject({
      failure: { reason: 'not-metadata', file: name },
    });
  });

  it('whose deltas lead to it, and nowhere else', () => {
    const deltas = {
      'delta-3-4.bin': delta(3, 100, 'cd'.repeat(32)),
      'delta-2-5.bin': { length: 1, hashes },
      'other.bin': delta(1),
    };
    expect(readSound(deltas).deltas).toEqual([]);
  });
});

describe('what is fetched of a release', () => {
  const release = readSound({ 'delta-4-5.bin': delta(4), 'delta-3-5.bin': delta(3, 1_000) });
  it.each([
    ['nothing, when just this is in force', { version: 5, digest: DIGEST }, 'none'],
    [
      'nothing, when this is in force under another version',
      { version: 4, digest: DIGEST },
      'none',
    ],
    ['a delta from the version in force', { version: 4, digest: 'ef'.repeat(32) }, 'delta'],
    [
      'the whole list, when a delta is no shorter',
      { version: 3, digest: 'ef'.repeat(32) },
      'whole',
    ],
    ['the whole list, when no delta starts here', { version: 2, digest: 'ef'.repeat(32) }, 'whole'],
    ['the whole list, when none is in force', undefined, 'whole'],
  ])('%s', (_name, current, kind) => {
    expect(chooseDownload(current, release).kind).toBe(kind);
  });
});
