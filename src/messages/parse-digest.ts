/** A SHA-256 as 64 lower-case hex digits, or undefined. */
export function parseDigest(text: string): string | undefined {
  const digest = text.trim().toLowerCase();
  return /^[0-9a-f]{64}$/.test(digest) ? digest : undefined;
}
