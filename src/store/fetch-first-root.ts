import { failSync, type SyncFailed } from '../sync/failure.ts';
import type { FetchFile } from '../sync/fetch-file.ts';
import { METADATA_MILLISECONDS } from '../sync/fetch-metadata.ts';
import { MAX_METADATA_BYTES } from '../trust/client.ts';
import { hashBytes } from '../trust/sha-256.ts';
import type { TrustedMetadata } from '../trust/trusted-metadata.ts';

const FILE = 'metadata/1.root.json';
const LIMITS = { maxBytes: MAX_METADATA_BYTES.root, milliseconds: METADATA_MILLISECONDS };

/**
 * The root from which all trust in a list follows (TUF §5.2): the one that its digest names, SHA-256
 * of its bytes in hex, or none.
 */
export async function fetchFirstRoot(
  rootDigest: string,
  fetchFile: FetchFile,
): Promise<TrustedMetadata | SyncFailed> {
  const reply = await fetchFile(FILE, LIMITS);
  switch (reply.kind) {
    case 'failed':
      return reply;
    case 'missing':
      return failSync({ reason: 'missing-file', role: 'root', file: FILE });
    case 'too-large':
      return failSync({ reason: 'too-large', role: 'root', file: FILE });
    case 'bytes': {
      const { bytes } = reply;
      if (hashBytes(bytes) !== rootDigest) {
        return failSync({ reason: 'wrong-root', role: 'root', file: FILE });
      }
      return { root: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
    }
    default:
      return reply satisfies never;
  }
}
