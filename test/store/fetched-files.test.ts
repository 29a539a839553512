import { describe, expect, it, vi } from 'vitest';
import { FetchedFiles } from '../../src/store/fetched-files.ts';
import type { FetchFile } from '../../src/sync/fetch-file.ts';

const LIMITS = { maxBytes: 100, milliseconds: 1_000 };
const BYTES = { kind: 'bytes', bytes: new Uint8Array([1]) } as const;

function open(fetchFile: FetchFile = async () => BYTES) {
  const fetch = vi.fn(fetchFile);
  const onProgress = vi.fn();
  return { files: new FetchedFiles(fetch, onProgress), fetch, onProgress };
}

describe('files that are fetched before the lists are held', () => {
  it('fail where they are not here yet, without a network', async () => {
    const { files, fetch } = open();
    expect(await files.fetchFile('a', LIMITS)).toEqual({
      kind: 'failed',
      failure: { reason: 'stopped', file: 'a' },
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('are here at the next try, and fetched once', async () => {
    const { files, fetch } = open();
    await files.fetchFile('a', LIMITS);
    expect(await files.fetchWanted()).toBe(true);
    expect(await files.fetchFile('a', LIMITS)).toBe(BYTES);
    expect(await files.fetchWanted()).toBe(false);
    expect(fetch).toHaveBeenCalledOnce();
    expect(fetch).toHaveBeenCalledWith('a', expect.objectContaining(LIMITS));
  });

  it('are fetched one at a time: the second may not be needed once the first is known', async () => {
    const { files, fetch } = open();
    await files.fetchFile('a', LIMITS);
    await files.fetchFile('b', LIMITS);
    await files.fetchWanted();
    expect(fetch.mock.calls.map(([path]) => path)).toEqual(['a']);
    expect(await files.fetchWanted()).toBe(false);
  });

  it.each([{ kind: 'missing' }, { kind: 'too-large' }] as const)(
    'that the server has not are not asked for again: %j',
    async (reply) => {
      const { files } = open(async () => reply);
      await files.fetchFile('a', LIMITS);
      await files.fetchWanted();
      expect(await files.fetchFile('a', LIMITS)).toBe(reply);
      expect(await files.fetchWanted()).toBe(false);
    },
  );

  it('tell how far a download is', async () => {
    const { files, onProgress } = open(async (_path, limits) => {
      limits.onProgress?.(7);
      return BYTES;
    });
    await files.fetchFile('a', LIMITS);
    await files.fetchWanted();
    expect(onProgress.mock.calls).toEqual([[{ stage: 'download', done: 7, total: 100 }]]);
  });
});
