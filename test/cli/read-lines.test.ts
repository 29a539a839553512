import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_LINE_CHARACTERS, readLines } from '../../src/cli/read-lines.ts';

async function collect(chunks: readonly Uint8Array[]): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const lines of readLines(chunks)) all.push(...lines);
  return all;
}

/** The bytes in pieces of the given lengths, and what is left in one. */
function splitAt(bytes: Buffer, lengths: readonly number[]): readonly Buffer[] {
  const pieces: Buffer[] = [];
  let from = 0;
  for (const length of lengths) {
    pieces.push(bytes.subarray(from, from + length));
    from += length;
  }
  return [...pieces, bytes.subarray(from)];
}

const letter = fc.constantFrom('a', '.', ' ', 'é', '\u{1F600}', '\r', '\n', '\r\n', '\u2028');
const encoding = fc.constantFrom('utf8', 'utf8 with a mark', 'utf16le', 'utf16be');

function encode(text: string, name: string): Buffer {
  if (name === 'utf8') return Buffer.from(text);
  if (name === 'utf8 with a mark') return Buffer.from(`\uFEFF${text}`);
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return name === 'utf16be' ? bytes.swap16() : bytes;
}

test('finds the same lines wherever the pieces are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(letter, { maxLength: 40 }).map((letters) => letters.join('')),
      encoding,
      fc.array(fc.nat(5), { maxLength: 60 }),
      async (text, name, lengths) => {
        const lines = await collect(splitAt(encode(text, name), lengths));
        expect(lines).toEqual(text.split(/\r\n?|\n/));
      },
    ),
    { numRuns: 500 },
  );
});

test('finds the same lines byte by byte', async () => {
  const text = 'é.test\r\n\r\n\n\r\u{1F600}\r\rlast';
  for (const name of ['utf8', 'utf8 with a mark', 'utf16le', 'utf16be']) {
    const bytes = encode(text, name);
    expect(await collect([...bytes].map((byte) => Buffer.of(byte)))).toEqual(
      text.split(/\r\n?|\n/),
    );
  }
});

test('keeps a line of the greatest length whole, and of a longer one a character more', async () => {
  const whole = 'a'.repeat(MAX_LINE_CHARACTERS);
  const cut = `${whole}b`;
  for (const size of [65_536, 4 * MAX_LINE_CHARACTERS]) {
    const bytes = Buffer.from(`${whole}\n${cut}\n${cut}c\n${cut}${whole}`);
    const lengths = Array.from({ length: Math.floor(bytes.length / size) }, () => size);
    expect((await collect(splitAt(bytes, lengths))).map((line) => line.length)).toEqual([
      MAX_LINE_CHARACTERS,
      ...[1, 2, 3].map(() => MAX_LINE_CHARACTERS + 1),
    ]);
  }
});
