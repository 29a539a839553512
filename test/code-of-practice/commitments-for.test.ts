import { describe, expect, test } from 'vitest';
import {
  commitmentNumbersFor,
  commitmentsFor,
} from '../../src/code-of-practice/commitments-for.ts';
import type { Grounds } from '../../src/list/entry.ts';
import { GROUNDS } from './grounds.ts';
import { readCatalogue } from './read-code-files.ts';

test.each<[Grounds, number[]]>([
  ['repeated-false-claims', [1, 3, 21, 22]],
  ['fabricated-news', [1, 3, 21, 22]],
  ['impersonation', [1, 3, 14]],
  ['influence-operation', [1, 3, 14, 16]],
  ['banned-outlet', [1]],
])('%s is what commitments %j speak to', (grounds, expected) => {
  expect(commitmentNumbersFor([grounds])).toEqual(expected);
});

test('numbers of several grounds are ascending and each is there once', () => {
  expect(commitmentNumbersFor([...GROUNDS].reverse())).toEqual([1, 3, 14, 16, 21, 22]);
});

test('no grounds, no commitments', () => {
  expect(commitmentsFor([])).toEqual([]);
  expect(commitmentNumbersFor([])).toEqual([]);
});

test('every grounds asks ad sellers and ad buyers to keep Commitment 1', () => {
  for (const grounds of GROUNDS) {
    const roles = commitmentsFor([grounds])
      .filter(({ commitment }) => commitment === 1)
      .map(({ role }) => role);
    expect(roles).toEqual(['ad-seller', 'ad-buyer']);
  }
});

test('measures of Commitment 1 go to those who can keep them', () => {
  const [seller, buyer] = commitmentsFor(['repeated-false-claims']);
  expect(seller?.measures).toEqual(['1.1', '1.2', '1.3', '1.6']);
  expect(buyer?.measures).toEqual(['1.4', '1.6']);
});

test('Commitment 2 is told, but only for a source that advertises', () => {
  const rows = commitmentsFor(['fabricated-news']).filter(({ commitment }) => commitment === 2);
  expect(rows.map(({ reach, role }) => [reach, role])).toEqual([['when-advertised', 'ad-seller']]);
  expect(commitmentNumbersFor(['fabricated-news'])).not.toContain(2);
});

test('a false claim under one’s own name is no manipulation of a service', () => {
  expect(commitmentNumbersFor(['repeated-false-claims'])).not.toContain(14);
});

test('only an influence operation is a campaign that services tell each other of', () => {
  const asked = GROUNDS.filter((grounds) => commitmentNumbersFor([grounds]).includes(16));
  expect(asked).toEqual(['influence-operation']);
});

describe('against the catalogue', () => {
  const catalogue = readCatalogue();
  const text = catalogue.texts.find(({ edition }) => edition === '2022');

  test('every commitment and measure exists, and binds the role asked', () => {
    for (const { commitment, measures, role } of commitmentsFor(GROUNDS)) {
      const found = text?.commitments.find(({ number }) => number === commitment);
      expect(found?.binds, `Commitment ${commitment}`).toContain(role);
      for (const id of measures) {
        const measure = text?.measures.find((one) => one.id === id);
        expect(measure?.binds, `Measure ${id}`).toContain(role);
        expect(id.startsWith(`${commitment}.`)).toBe(true);
      }
    }
  });
});
