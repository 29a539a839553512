import { failSync, type SyncFailed } from './failure.ts';

const BYTES_PER_PIECE = 16 * 1024;

/** The text is longer than was signed, or than is allowed: it was not read to its end. */
export class OversizedTextError extends Error {
  override readonly name = 'OversizedTextError';
}

/** The file is no gzip, is cut short, or its text is no UTF-8. */
export class UnreadableTextError extends Error {
  override readonly name = 'UnreadableTextError';
}

/**
 * The text in a gzipped file, piece by piece, and never more of it than `maxBytes`: a small file can
 * hold a text that fills the memory.
 *
 * @throws OversizedTextError at the byte that is too many
 * @throws UnreadableTextError when there is no text in it
 */
export async function* unzipText(bytes: Uint8Array, maxBytes: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let length = 0;
  const reader = streamBytes(bytes).pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.length;
      if (length > maxBytes) throw new OversizedTextError(`more than ${maxBytes} bytes`);
      yield decoder.decode(part.value, { stream: true });
    }
    yield decoder.decode();
  } catch (cause) {
    // Each platform has its own error for bytes that are no gzip.
    if (cause instanceof OversizedTextError) throw cause;
    throw new UnreadableTextError(String(cause), { cause });
  } finally {
    // Whoever stops early stops the unzipping too.
    await reader.cancel().catch(() => undefined);
  }
}

/**
 * What it means for a sync that the text in a file could not be read; any other error is thrown on.
 *
 * @param have bytes that the text may have
 */
export function explainTextError(error: unknown, file: string, have: number): SyncFailed {
  if (error instanceof OversizedTextError) return failSync({ reason: 'wrong-length', file, have });
  if (!(error instanceof UnreadableTextError)) throw error;
  return failSync({ reason: 'unsafe-list', file, detail: error.message });
}

/** Small pieces, each when it is wanted: a `Blob` would copy all of them, twice. */
function streamBytes(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  let from = 0;
  return new ReadableStream(
    {
      pull(controller) {
        if (from >= bytes.length) return controller.close();
        controller.enqueue(bytes.slice(from, from + BYTES_PER_PIECE));
        from += BYTES_PER_PIECE;
      },
    },
    { highWaterMark: 0 },
  );
}
