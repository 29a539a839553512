import { expect, test } from 'vitest';
import { stepHash } from '../../src/match/host-hash.ts';
import { sealText, unsealText } from '../../src/match/seal-text.ts';

test('gives back what was sealed under the same key', () => {
  expect(unsealText('s1.0', sealText('s1.0', 'a text'))).toBe('a text');
  expect(unsealText('s1.0', sealText('s1.0', ''))).toBe('');
});

test.each([
  ['another key', 's1.1', sealText('s1.0', 'a text')],
  ['a cut end', 's1.0', sealText('s1.0', 'a text').slice(0, -1)],
  ['a letter more', 's1.0', `${sealText('s1.0', 'a text')}x`],
  ['a letter changed', 's1.0', sealText('s1.0', 'a text').replace('e', 'f')],
  ['no seal', 's1.0', 'a text'],
  ['nothing', 's1.0', ''],
  ['no text', 's1.0', 7],
])('refuses %s', (_, key, value) => {
  expect(unsealText(key, value)).toBeUndefined();
});

test('tells texts apart by their length where the hash of their letters stands still', () => {
  // A key after which one character, however often, leaves an unstarted hash as it is.
  let key = '';
  let character: number | undefined;
  for (let n = 0; character === undefined; n++) {
    key = `s${n}`;
    let hash = 0;
    for (const letter of key) hash = stepHash(hash, letter.charCodeAt(0));
    character = findStill(hash);
  }
  const text = String.fromCharCode(character);
  const seals = [1, 2, 3].map((times) => sealText(key, text.repeat(times)).slice(0, 8));
  expect(new Set(seals).size).toBe(3);
});

/** The character whose step does not change the hash. */
function findStill(hash: number): number | undefined {
  // The step is (hash ^ c) * FACTOR: undone by FACTOR's inverse modulo 2^32.
  const factor = stepHash(0, 1);
  let inverse = factor;
  for (let i = 0; i < 5; i++) inverse = Math.imul(inverse, 2 - Math.imul(factor, inverse));
  const character = (Math.imul(hash, inverse) ^ hash) >>> 0;
  return character <= 0xffff && stepHash(hash, character) === hash ? character : undefined;
}
