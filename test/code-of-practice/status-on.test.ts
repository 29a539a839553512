import { expect, test } from 'vitest';
import { statusOn } from '../../src/code-of-practice/status-on.ts';
import { readCatalogue } from './read-code-files.ts';

const catalogue = readCatalogue();

function relatives(asked: string, day = '2024-01-01') {
  return statusOn(catalogue, asked, day).relatives.map(
    ({ relation, service, standing }) => `${relation} ${service.id} ${standing.kind}`,
  );
}

test('an owner’s signature is named, not inherited', () => {
  const { standing } = statusOn(catalogue, 'Xandr', '2024-01-01');
  expect(standing.kind).toBe('no-record');
  expect(relatives('Xandr')).toContain('owner microsoft signatory');
});

test('a daughter’s signature is named, not lent to its owner', () => {
  expect(statusOn(catalogue, 'amazon', '2024-01-01').standing.kind).toBe('no-record');
  expect(relatives('amazon')).toEqual([
    'daughter amazon-store no-record',
    'daughter twitch signatory',
  ]);
});

test('a sister’s signature is named, not shared', () => {
  expect(relatives('amazon.de')).toEqual(['owner amazon no-record', 'sister twitch signatory']);
});

test('those without an owner have no relatives', () => {
  expect(relatives('x')).toEqual([]);
});

test('an unknown service has no record, and nothing is said of it under the DSA either', () => {
  expect(statusOn(catalogue, 'google.fr', '2024-01-01')).toEqual({
    day: '2024-01-01',
    known: '2026-11-24',
    edition: catalogue.editions[1],
    standing: { kind: 'no-record' },
    signatures: [],
    demonetisation: [],
    dsa: { kind: 'no-record' },
    relatives: [],
  });
});

test('before the first Code there is no edition', () => {
  const status = statusOn(catalogue, 'google', '2018-09-25');
  expect([status.edition, status.standing.kind]).toEqual([undefined, 'no-record']);
});
