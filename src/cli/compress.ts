import { gzipSync } from 'node:zlib';

/**
 * gzip of the same text gives the same bytes: zlib writes no time, and the byte that names the
 * operating system (RFC 1952 §2.3.1) is set to "unknown".
 */
export function compress(text: string): Uint8Array {
  const bytes = gzipSync(text, { level: 9 });
  bytes[9] = 255;
  return bytes;
}
