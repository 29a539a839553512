import { expect, test } from 'vitest';
import { findCommitment } from '../../src/code-of-practice/find-commitment.ts';
import { readCatalogue } from './read-code-files.ts';

const catalogue = readCatalogue();

function found(edition: string, number: number) {
  const answer = findCommitment(catalogue, edition, number);
  if (answer.kind !== 'commitment') throw new Error(answer.kind);
  return answer;
}

test.each([
  ['2018', 21, 22],
  ['2022', 44, 45],
  ['2025', 43, 44],
])('the edition of %s ends with Commitment %i', (edition, last, beyond) => {
  expect(found(edition, last).commitment.number).toBe(last);
  expect(findCommitment(catalogue, edition, beyond).kind).toBe('unknown-commitment');
  expect(findCommitment(catalogue, edition, 0).kind).toBe('unknown-commitment');
});

test.each(['2017', '2021', '', '22'])('there is no edition %j', (edition) => {
  expect(findCommitment(catalogue, edition, 1)).toEqual({
    kind: 'unknown-edition',
    editions: ['2018', '2022', '2025'],
  });
});

test('Commitment 1 of 2022 comes with its measures', () => {
  const { measures, isVerified, readFrom } = found('2022', 1);
  expect(measures.map(({ id }) => id)).toEqual(['1.1', '1.2', '1.3', '1.4', '1.5', '1.6']);
  expect([isVerified, readFrom]).toEqual([true, undefined]);
});

test('Commitment 2 does not take the measures of Commitment 22', () => {
  expect(found('2022', 2).measures.map(({ id }) => id)).toEqual(['2.1', '2.2', '2.3', '2.4']);
});

test('what no page confirms is unverified', () => {
  expect(found('2022', 8).isVerified).toBe(false);
  expect(found('2022', 7).isVerified).toBe(true);
});

test.each([
  [1, 'high', true],
  [2, 'medium', false],
  [33, 'medium', false],
  [36, 'low', false],
  [37, 'medium', false],
  [38, 'low', false],
  [43, 'low', false],
])('Commitment %i of 2025 is read from 2022 with certainty %s', (number, certainty, isVerified) => {
  const answer = found('2025', number);
  expect(answer.readFrom).toMatchObject({ edition: '2022', certainty });
  expect(answer.isVerified).toBe(isVerified);
  expect(answer.edition.text).toContain('code-conduct-disinformation');
});

test('2018 had other commitments and no measures', () => {
  const { commitment, measures } = found('2018', 1);
  expect(commitment.demonetisation?.role).toBe('core');
  expect(measures).toEqual([]);
  expect(found('2018', 21).isVerified).toBe(false);
});
