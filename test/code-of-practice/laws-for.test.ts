import { expect, test } from 'vitest';
import { lawsFor } from '../../src/code-of-practice/laws-for.ts';
import { GROUNDS } from './grounds.ts';
import { readCatalogue } from './read-code-files.ts';

const { laws } = readCatalogue();

test('a banned outlet meets Article 2f of Regulation 833/2014, which is law', () => {
  const [law, ...more] = lawsFor(laws, ['banned-outlet', 'repeated-false-claims']);
  expect(more).toEqual([]);
  expect([law?.act.en, law?.article, law?.annex]).toEqual([
    'Regulation (EU) No 833/2014',
    '2f',
    'XV',
  ]);
});

test('no other grounds meet a law', () => {
  const others = GROUNDS.filter((grounds) => grounds !== 'banned-outlet');
  expect(lawsFor(laws, others)).toEqual([]);
  expect(lawsFor(laws, [])).toEqual([]);
});
