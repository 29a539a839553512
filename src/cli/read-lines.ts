import { type Chunks, decodeText } from './decode-text.ts';

/** No address comes near it; what is longer is no text, or has no line ends. */
export const MAX_LINE_CHARACTERS = 1_048_576;

/**
 * The lines of a text in order, as many at a time as a piece of it ends. A line ends in LF, CR LF
 * or CR alone: what old spreadsheets save. Of a line longer than `MAX_LINE_CHARACTERS` one
 * character more than that is kept.
 */
export async function* readLines(chunks: Chunks): AsyncGenerator<readonly string[]> {
  const cut = (line: string): string => line.slice(0, MAX_LINE_CHARACTERS + 1);
  let rest = '';
  let mayHalfEnd = false;
  for await (const text of decodeText(chunks)) {
    if (text === '') continue;
    // The LF of a CR LF whose halves came in two pieces ends no second line.
    const lines = (mayHalfEnd && text.startsWith('\n') ? text.slice(1) : text).split(/\r\n?|\n/);
    mayHalfEnd = text.endsWith('\r');
    lines[0] = rest + lines[0];
    rest = cut(lines.pop() ?? '');
    yield lines.map(cut);
  }
  yield [rest];
}
