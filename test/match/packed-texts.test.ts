import { expect, test } from 'vitest';
import { PackedTexts } from '../../src/match/packed-texts.ts';

test('gives back each text by its number, before and after its block is closed', () => {
  const texts = new PackedTexts();
  const added = Array.from({ length: 1300 }, (_, i) => ['', 'a.test', `é-${i}`][i % 3] ?? '');
  for (const [i, text] of added.entries()) {
    expect(texts.add(text)).toBe(i);
    expect(texts.read(i)).toBe(text);
  }
  expect(added.map((_, i) => texts.read(i))).toEqual(added);
});

test('has nothing under a number not given out', () => {
  const texts = new PackedTexts();
  expect(texts.read(0)).toBe('');
  texts.add('a');
  expect(texts.read(1)).toBe('');
});
