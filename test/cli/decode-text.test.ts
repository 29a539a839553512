import { expect, test } from 'vitest';
import { type Chunks, decodeText } from '../../src/cli/decode-text.ts';

async function decode(chunks: Chunks): Promise<string> {
  let text = '';
  for await (const piece of decodeText(chunks)) text += piece;
  return text;
}

const utf16le = Buffer.from('\uFEFFrt.com\r\né.test', 'utf16le');

test.each([
  ['UTF-8', Buffer.from('rt.com\r\né.test')],
  ['UTF-8 with a mark', Buffer.from('\uFEFFrt.com\r\né.test')],
  ['UTF-16, low byte first', utf16le],
  ['UTF-16, high byte first', Buffer.from(utf16le).swap16()],
])('reads %s, whole and byte by byte', async (_, bytes) => {
  expect(await decode([bytes])).toBe('rt.com\r\né.test');
  expect(await decode([...bytes].map((byte) => Buffer.of(byte)))).toBe('rt.com\r\né.test');
});

test('takes nothing else for UTF-16', async () => {
  expect(await decode([Buffer.from([0xff, 0x61])])).toBe('\uFFFDa');
  expect(await decode([Buffer.from([0xff])])).toBe('\uFFFD');
  expect(await decode([])).toBe('');
});
