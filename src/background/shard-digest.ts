import { formatCanonicalJson } from '../list/canonical-json.ts';

/**
 * SHA-256 over a generation's shards and head, as hex: shows damage. Over canonical JSON, because
 * Chromium gives an object back from storage with its keys in another order.
 */
export async function digestShards(shards: Readonly<Record<string, unknown>>): Promise<string> {
  const bytes = new TextEncoder().encode(formatCanonicalJson(shards));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
