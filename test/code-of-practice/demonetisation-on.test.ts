import { expect, test } from 'vitest';
import { demonetisationOn } from '../../src/code-of-practice/demonetisation-on.ts';
import { findService } from '../../src/code-of-practice/find-service.ts';
import { readCatalogue } from './read-code-files.ts';

const catalogue = readCatalogue();

function on(id: string, day: string) {
  const service = findService(catalogue, id);
  if (!service) throw new Error(id);
  return demonetisationOn(catalogue, service, day);
}

/** `1 yes 1.1,1.2 2025-03 high`, a line for each commitment known of. */
function shortly(id: string, day: string): readonly string[] {
  return on(id, day)
    .filter(({ answer }) => answer !== 'unknown')
    .map(({ commitment, answer, measures = ['?'], reported, certainty }) =>
      [commitment, answer, measures.join(), reported, certainty].join(' '),
    );
}

test.each([
  ['google', ['1 yes 1.1,1.2,1.3,1.5,1.6 2025-03 medium']],
  ['facebook', ['1 yes 1.1,1.2,1.3,1.4,1.5,1.6 2025-03 medium']],
  ['tiktok', ['1 yes 1.1,1.2,1.3,1.4,1.5,1.6 2025-03 medium']],
  [
    'microsoft-advertising',
    [
      '1 yes 1.1,1.2,1.3,1.5,1.6 2025-03 medium',
      '2 yes 2.1,2.2,2.3,2.4 2025-03 medium',
      '3 yes 3.1,3.2,3.3 2025-03 medium',
    ],
  ],
  // A report that is sure of its edition isn't sure of the next.
  ['twitch', ['1 yes 1.1,1.2,1.5 2025-03 medium']],
  ['iab-europe', ['1 no ? 2025-03 medium']],
  ['youtube', []],
  ['xandr', []],
  ['x', []],
])('%s today: %j', (id, expected) => {
  expect(shortly(id, '2026-11-24')).toEqual(expected);
});

test('a report of the same edition keeps its certainty', () => {
  expect(shortly('twitch', '2025-06-30')).toEqual(['1 yes 1.1,1.2,1.5 2025-03 high']);
  expect(shortly('newsguard', '2025-03-01')).toEqual(['1 yes 1.6 2025-03 high']);
});

test('a report later than the day is told with its month and less certainty', () => {
  expect(shortly('twitch', '2025-02-28')).toEqual(['1 yes 1.1,1.2,1.5 2025-03 medium']);
});

test('the newest report by the day decides', () => {
  const measures = (day: string) => on('linkedin', day)[0]?.measures?.length;
  expect([measures('2025-08-31'), measures('2025-09-01')]).toEqual([6, 1]);
});

test('a signatory gets an answer on each of the three, if only that it is unknown', () => {
  expect(on('x', '2023-05-25').map(({ answer }) => answer)).toEqual([
    'unknown',
    'unknown',
    'unknown',
  ]);
});

test('nothing is said for those who are no signatory, nor by numbers 2018 did not have', () => {
  expect(on('x', '2023-05-27')).toEqual([]);
  expect(on('amazon', '2024-01-01')).toEqual([]);
  expect(on('google', '2022-06-15')).toEqual([]);
});
