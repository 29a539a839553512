import { describe, expect, test } from 'vitest';
import { findService } from '../../src/code-of-practice/find-service.ts';
import { editionOn, signaturesBy, standingOn } from '../../src/code-of-practice/standing-on.ts';
import { readCatalogue } from './read-code-files.ts';

const catalogue = readCatalogue();

function serviceOf(id: string) {
  const service = findService(catalogue, id);
  if (!service) throw new Error(id);
  return service;
}

/** `signatory 2022 high`, in short. */
function shortly(id: string, day: string): string {
  const standing = standingOn(catalogue, serviceOf(id), day);
  if (standing.kind === 'no-record') return standing.kind;
  const { edition, certainty } = standing.signature;
  return `${standing.kind} ${edition} ${certainty}`;
}

test.each([
  ['2018-09-25', undefined],
  ['2018-09-26', '2018'],
  ['2022-06-15', '2018'],
  ['2022-06-16', '2022'],
  ['2025-06-30', '2022'],
  ['2025-07-01', '2025'],
])('on %s the edition in force is %s', (day, id) => {
  expect(editionOn(catalogue, day)?.id).toBe(id);
});

describe('Twitter, now X', () => {
  test.each([
    ['2018-10-15', 'no-record'],
    ['2018-10-16', 'signatory 2018 medium'],
    ['2018-10-31', 'signatory 2018 high'],
    ['2022-06-15', 'signatory 2018 high'],
    ['2022-06-16', 'signatory 2022 high'],
    ['2023-05-25', 'signatory 2022 high'],
    ['2023-05-26', 'signatory 2022 high'],
    ['2023-05-27', 'was 2022 high'],
    ['2025-06-30', 'was 2022 high'],
    ['2025-07-01', 'was 2022 high'],
    ['2026-11-24', 'was 2022 high'],
  ])('on %s: %s', (day, expected) => {
    expect(shortly('x', day)).toBe(expected);
  });

  test('the day of leaving still counts, and is told as the last', () => {
    const [eve, last, after] = ['2023-05-25', '2023-05-26', '2023-05-27'].map((day) =>
      standingOn(catalogue, serviceOf('x'), day),
    );
    expect(eve).not.toHaveProperty('lastDay');
    expect(last).toMatchObject({ kind: 'signatory', lastDay: { until: '2023-05-26' } });
    expect(after).toMatchObject({
      kind: 'was',
      ending: { until: '2023-05-26', how: 'withdrawal', untilCertainty: 'high' },
    });
  });

  test('what happened on the 26th is no news on the 25th', () => {
    const noteOn = (day: string) => {
      const standing = standingOn(catalogue, serviceOf('x'), day);
      return standing.kind === 'no-record' ? undefined : standing.signature.note;
    };
    for (const day of ['2018-10-16', '2022-06-16', '2023-05-25']) {
      expect(noteOn(day)).toBeUndefined();
    }
    expect(noteOn('2023-05-26')?.en).toContain('26 May 2023');
  });

  test('on the eve it had signed 2018 and 2022', () => {
    const signatures = signaturesBy(catalogue, serviceOf('x'), '2023-05-25');
    expect(signatures.map(({ edition }) => edition)).toEqual(['2018', '2022']);
  });
});

describe('owners and daughters', () => {
  test.each([
    ['youtube', '2025-07-01', 'signatory 2025 high'],
    ['youtube', '2022-06-15', 'no-record'],
    ['google-play', '2025-07-01', 'no-record'],
    ['facebook', '2018-11-01', 'signatory 2018 high'],
    ['instagram', '2018-11-01', 'no-record'],
    ['threads', '2026-01-01', 'no-record'],
    ['linkedin', '2025-07-01', 'signatory 2025 high'],
    ['xandr', '2025-07-01', 'no-record'],
    ['msn', '2025-07-01', 'no-record'],
    ['amazon', '2024-01-01', 'no-record'],
    ['twitch', '2024-01-01', 'signatory 2022 high'],
  ])('%s on %s: %s', (id, day, expected) => {
    expect(shortly(id, day)).toBe(expected);
  });

  test('a named service tells whose signature names it', () => {
    const standing = standingOn(catalogue, serviceOf('youtube'), '2026-01-01');
    expect(standing).toMatchObject({ signature: { signedBy: { id: 'google' } } });
  });
});

test.each([
  // Sure of 2025 only where a report or list of that edition says so.
  ['twitch', '2025-06-30', 'signatory 2022 high'],
  ['twitch', '2025-07-01', 'signatory 2025 low'],
  ['maldita', '2025-07-01', 'signatory 2025 high'],
  // Nothing recorded for the edition in force: neither signatory nor gone.
  ['rsf', '2025-06-30', 'signatory 2022 medium'],
  ['rsf', '2022-06-16', 'signatory 2022 high'],
  ['rsf', '2025-07-01', 'earlier-edition 2022 high'],
  ['mozilla', '2022-06-15', 'signatory 2018 high'],
  ['mozilla', '2022-06-16', 'earlier-edition 2018 high'],
  // The list of 34 is not confirmed for all.
  ['kinzen', '2022-06-16', 'signatory 2022 medium'],
  // Joined on an unknown day after the first signature.
  ['activefence', '2022-06-16', 'no-record'],
  ['activefence', '2022-06-17', 'signatory 2022 low'],
  ['ebiquity', '2025-03-30', 'signatory 2022 low'],
  ['ebiquity', '2025-03-31', 'signatory 2022 high'],
  ['gdi', '2022-12-31', 'no-record'],
  ['gdi', '2023-06-01', 'signatory 2022 low'],
  ['gdi', '2023-12-31', 'signatory 2022 high'],
  // On record before a day, joined on an unknown one.
  ['aacc', '2018-09-25', 'no-record'],
  ['aacc', '2019-05-21', 'signatory 2018 low'],
  ['aacc', '2019-05-22', 'signatory 2018 high'],
  ['science-feedback', '2022-06-16', 'signatory 2022 medium'],
  ['science-feedback', '2025-03-31', 'signatory 2022 high'],
  // Closures are no withdrawals.
  ['garm', '2024-08-08', 'signatory 2022 high'],
  ['garm', '2024-08-09', 'was 2022 high'],
  // Nobody found it signed.
  ['criteo', '2024-01-01', 'no-record'],
])('%s on %s: %s', (id, day, expected) => {
  expect(shortly(id, day)).toBe(expected);
});

test('a closure is told from a withdrawal', () => {
  const standing = standingOn(catalogue, serviceOf('neeva'), '2024-01-01');
  expect(standing).toMatchObject({ kind: 'was', ending: { how: 'closure' } });
});

test('no note names a year that has not come', () => {
  for (const service of catalogue.services) {
    for (const year of [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025]) {
      const standing = standingOn(catalogue, service, `${year}-12-31`);
      const note = standing.kind === 'no-record' ? '' : (standing.signature.note?.en ?? '');
      const years = [...note.matchAll(/20\d\d/g)].map(([text]) => Number(text));
      expect(Math.max(0, ...years), `${service.id} in ${year}`).toBeLessThanOrEqual(year);
    }
  }
});

test('an old record says until when it is confirmed', () => {
  const standing = standingOn(catalogue, serviceOf('rsf'), '2024-01-01');
  expect(standing).toMatchObject({ signature: { confirmedUntil: '2022-06-16' } });
});
