/** SHA-256 over keys and values of a generation's shards and head, as hex: shows damage. */
export async function digestShards(shards: Readonly<Record<string, unknown>>): Promise<string> {
  const text = Object.keys(shards)
    .sort()
    .map((key) => `${key}=${JSON.stringify(shards[key])}`)
    .join('\n');
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
