import { expect, test } from 'vitest';
import { decodeText } from '../../src/cli/decode-text.ts';

const utf16le = Buffer.from('\uFEFFrt.com\r\né.test', 'utf16le');

test.each([
  ['UTF-8', Buffer.from('rt.com\r\né.test')],
  ['UTF-8 with a mark', Buffer.from('\uFEFFrt.com\r\né.test')],
  ['UTF-16, low byte first', utf16le],
  ['UTF-16, high byte first', Buffer.from(utf16le).swap16()],
])('reads %s', (_, bytes) => {
  expect(decodeText(bytes)).toBe('rt.com\r\né.test');
});

test('takes nothing else for UTF-16', () => {
  expect(decodeText(Buffer.from([0xff, 0x61]))).toBe('\uFFFDa');
  expect(decodeText(Buffer.from([]))).toBe('');
});
