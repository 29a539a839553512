/** Byte order marks of the encodings that spreadsheets and editors write. */
const MARKS = [
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;

/** Text as a file or a pipe brought it: UTF-16 where its byte order mark says so, else UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  const found = MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  return new TextDecoder(found?.encoding ?? 'utf-8').decode(bytes);
}
