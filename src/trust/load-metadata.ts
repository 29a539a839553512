import type { Client } from './client.ts';
import { parseMetadata, type ReadMetadata } from './parse-metadata.ts';
import { type Refused, type RoleName, refuse } from './refusal.ts';
import { hashBytes } from './sha-256.ts';

export interface Failed<Failure> {
  readonly kind: 'failed';
  readonly failure: Failure;
}

/** Length and hash that the role above names for a file, where it does. */
export interface ExpectedFile {
  readonly length?: number | undefined;
  readonly hashes?: { readonly sha256: string } | undefined;
}

/** Fetches a file of metadata, holds it against what is known of it, and reads it. */
export async function loadMetadata<Name extends RoleName, Failure>(
  role: Name,
  name: string,
  maxBytes: number,
  client: Client<Failure>,
  expected: ExpectedFile = {},
): Promise<ReadMetadata<Name> | Refused | Failed<Failure> | { readonly kind: 'missing' }> {
  const fetched = await client.fetchMetadata(name, Math.min(maxBytes, expected.length ?? maxBytes));
  switch (fetched.kind) {
    case 'bytes':
      return checkFile(role, fetched.bytes, expected) ?? parseMetadata(role, fetched.bytes);
    case 'too-large':
      return refuse(role, 'too-large');
    case 'missing':
    case 'failed':
      return fetched;
    default:
      return fetched satisfies never;
  }
}

/** TUF §5.5.2, 5.6.2: the very bytes that the role above named. */
export function checkFile(
  role: RoleName,
  bytes: Uint8Array,
  { length, hashes }: ExpectedFile,
): Refused | undefined {
  if (length !== undefined && bytes.length !== length) {
    return refuse(role, 'wrong-length', { have: length, got: bytes.length });
  }
  if (hashes !== undefined && hashBytes(bytes) !== hashes.sha256) return refuse(role, 'wrong-hash');
  return undefined;
}
