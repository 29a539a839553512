import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  explainTextError,
  OversizedTextError,
  UnreadableTextError,
  unzipText,
} from '../../src/sync/unzip-text.ts';

async function unzip(bytes: Uint8Array, maxBytes: number): Promise<string> {
  let text = '';
  for await (const piece of unzipText(bytes, maxBytes)) text += piece;
  return text;
}

describe('a gzipped text', () => {
  it('comes out as it was, to the last allowed byte', async () => {
    const text = 'é'.repeat(50_000);
    expect(await unzip(gzipSync(text), 100_000)).toBe(text);
    await expect(unzip(gzipSync(text), 99_999)).rejects.toThrow(OversizedTextError);
  });

  it('that would fill the memory is stopped on its way', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    let seen = 0;
    const read = async () => {
      for await (const piece of unzipText(bomb, 1024 * 1024)) seen += piece.length;
    };
    await expect(read()).rejects.toThrow(OversizedTextError);
    expect(seen).toBeLessThanOrEqual(1024 * 1024);
  });

  it.each([
    ['is no gzip', Buffer.from('{"format":1}')],
    ['is cut short', gzipSync('text'.repeat(1000)).subarray(0, -9)],
    ['is no UTF-8', gzipSync(Buffer.from([0x7b, 0xff, 0x7d]))],
  ])('is refused when it %s', async (_name, bytes) => {
    await expect(unzip(bytes, 1_000_000)).rejects.toThrow(UnreadableTextError);
  });
});

describe('a file whose text could not be read', () => {
  it.each([
    [new OversizedTextError('x'), { reason: 'wrong-length', file: 'a.bin', have: 9 }],
    [new UnreadableTextError('x'), { reason: 'unsafe-list', file: 'a.bin', detail: 'x' }],
  ])('is told of: %s', (error, failure) => {
    expect(explainTextError(error, 'a.bin', 9)).toEqual({ kind: 'failed', failure });
  });

  it('is not to blame for another error', () => {
    expect(() => explainTextError(new TypeError('ours'), 'a.bin', 9)).toThrow('ours');
  });
});
