import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { Sha256 } from '../../src/list/sha-256.ts';

function digest(...pieces: readonly string[]): string {
  const hash = new Sha256();
  for (const piece of pieces) hash.add(piece);
  return hash.finish();
}

test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  // FIPS 180-4, the examples of NIST.
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
])('digests %j as published', (text, expected) => {
  expect(digest(text)).toBe(expected);
});

test('digests pieces as the whole text in UTF-8, wherever it is cut', () => {
  const text = `été €${'x'.repeat(200)}`;
  const expected = createHash('sha256').update(text, 'utf8').digest('hex');
  for (const at of [0, 1, 3, 64, 65, 150]) {
    expect(digest(text.slice(0, at), text.slice(at))).toBe(expected);
  }
});
