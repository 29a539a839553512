import type { Root } from './metadata.ts';
import { type Refused, refuse } from './refusal.ts';
import { hashBytes } from './sha-256.ts';
import { formatSignedJson } from './signed-json.ts';

/** The name of a key: the hash of its canonical form (TUF §4.2.1). */
export function deriveKeyId(key: object): string {
  return hashBytes(new TextEncoder().encode(formatSignedJson(key)));
}

/**
 * Refuses a root in which a key stands under another name than its own: two names for one key could
 * count twice. (`tuf-js` accepts such roots; python-tuf's metadata and ours never hold one.)
 */
export function checkKeyIds({ keys, roles }: Root): Refused | undefined {
  for (const [id, key] of Object.entries(keys)) {
    if (deriveKeyId(key) !== id) return refuse('root', 'key-id', { detail: id });
  }
  const { root, timestamp, snapshot, targets } = roles;
  for (const { keyids } of [root, timestamp, snapshot, targets]) {
    const unknown = keyids.find((id) => !Object.hasOwn(keys, id));
    if (unknown !== undefined) return refuse('root', 'key-id', { detail: unknown });
  }
  return undefined;
}
