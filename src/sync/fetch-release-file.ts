import type { Pause } from '../match/pause.ts';
import { hashLongBytes } from '../trust/sha-256.ts';
import { failSync, type SyncFailed } from './failure.ts';
import type { FetchFile, FileLimits } from './fetch-file.ts';
import type { ReleaseFile } from './read-release.ts';

/** Even a slow line carries this much; whoever sends less is dripping. */
const MIN_BYTES_PER_SECOND = 8 * 1024;
const LEAST_MILLISECONDS = 30_000;

export interface FetchedBytes {
  readonly kind: 'bytes';
  readonly bytes: Uint8Array;
}

export interface FetchParts {
  readonly fetchFile: FetchFile;
  readonly pause: Pause;
}

/** Fetches a file that the targets name; what comes is the very file, or a failure (TUF §5.7). */
export async function fetchReleaseFile(
  { path, length, sha256 }: ReleaseFile,
  { fetchFile, pause }: FetchParts,
  onProgress?: FileLimits['onProgress'],
): Promise<FetchedBytes | SyncFailed> {
  const milliseconds = LEAST_MILLISECONDS + (length / MIN_BYTES_PER_SECOND) * 1000;
  const reply = await fetchFile(path, {
    maxBytes: length,
    milliseconds,
    ...(onProgress && { onProgress }),
  });
  switch (reply.kind) {
    case 'failed':
      return reply;
    case 'missing':
      return failSync({ reason: 'missing-file', file: path });
    case 'too-large':
      return failSync({ reason: 'wrong-length', file: path, have: length });
    case 'bytes': {
      const { bytes } = reply;
      const facts = { file: path, have: length, got: bytes.length };
      if (bytes.length < length) return failSync({ reason: 'cut-short', ...facts });
      if ((await hashLongBytes(bytes, pause)) !== sha256)
        return failSync({ reason: 'wrong-hash', file: path });
      return { kind: 'bytes', bytes };
    }
    default:
      return reply satisfies never;
  }
}
