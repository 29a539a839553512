/** Byte order marks of the encodings that spreadsheets and editors write. */
const MARKS = [
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;
const MARK_BYTES = 2;

/** Bytes as a file or a pipe brings them, in pieces of any size. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

function chooseDecoder(start: Uint8Array): TextDecoder {
  const found = MARKS.find(({ mark }) => mark.every((byte, at) => start[at] === byte));
  return new TextDecoder(found?.encoding ?? 'utf-8');
}

/** The text of bytes, piece by piece: UTF-16 where a byte order mark says so, else UTF-8. */
export async function* decodeText(chunks: Chunks): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let start: Uint8Array = new Uint8Array();
  for await (const chunk of chunks) {
    if (decoder) {
      yield decoder.decode(chunk, { stream: true });
      continue;
    }
    start = Buffer.concat([start, chunk]);
    if (start.length < MARK_BYTES) continue;
    decoder = chooseDecoder(start);
    yield decoder.decode(start, { stream: true });
  }
  yield decoder ? decoder.decode() : chooseDecoder(start).decode(start);
}
