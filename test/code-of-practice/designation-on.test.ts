import { expect, test } from 'vitest';
import { designationOn, dutyArticles } from '../../src/code-of-practice/designation-on.ts';
import { findService } from '../../src/code-of-practice/find-service.ts';
import { readCatalogue } from './read-code-files.ts';

const catalogue = readCatalogue();

test.each([
  ['x', '2023-04-24', 'not-yet-designated'],
  ['x', '2023-04-25', 'designated'],
  ['x', '2023-08-24', 'designated'],
  ['x', '2023-08-25', 'duties-apply'],
  ['x', '2026-11-24', 'duties-apply'],
  ['wikipedia', '2023-08-25', 'duties-apply'],
  // Later designations: the day of notification is not recorded, so the start is not made up.
  ['pornhub', '2023-12-19', 'not-yet-designated'],
  ['pornhub', '2023-12-20', 'designated'],
  ['pornhub', '2024-04-19', 'designated'],
  ['pornhub', '2024-04-20', 'duties-unknown'],
  ['temu', '2026-11-24', 'duties-unknown'],
  // "Mid-May 2026".
  ['whatsapp', '2026-04-30', 'designated'],
  ['whatsapp', '2026-05-01', 'duties-unknown'],
  ['whatsapp', '2026-05-31', 'duties-apply'],
  ['stripchat', '2025-05-26', 'duties-unknown'],
  ['stripchat', '2025-05-27', 'ending'],
  ['stripchat', '2025-12-31', 'ending'],
  ['stripchat', '2026-01-01', 'ended'],
  ['chatgpt', '2026-04-09', 'no-record'],
  ['chatgpt', '2026-04-10', 'under-assessment'],
  // A designated service is not its owner, nor its sister.
  ['google', '2023-08-25', 'no-record'],
  ['google-search', '2023-08-25', 'duties-apply'],
  ['google-ads', '2023-08-25', 'no-record'],
  ['twitch', '2023-08-25', 'no-record'],
])('%s on %s: %s', (id, day, kind) => {
  const service = findService(catalogue, id);
  if (!service) throw new Error(id);
  expect(designationOn(catalogue, service, day).kind).toBe(kind);
});

test('the duties named are risks, their mitigation, the audit, and codes of conduct', () => {
  const numbers = dutyArticles(catalogue, '2026-11-24').map(({ article }) => article);
  expect(numbers).toEqual(['34', '35', '37', '45']);
});

test('an article tells no day of what came after it', () => {
  const told = (day: string) => dutyArticles(catalogue, day).at(-1)?.summary.en;
  expect(told('2025-06-30')).not.toContain('2025');
  expect(told('2025-07-01')).toContain('has been one since 1 July 2025');
});

test('the first 19 services have their duties from 25 August 2023, no other has that day', () => {
  const { designations } = catalogue.dsa;
  const first = designations.filter(({ designated }) => designated === '2023-04-25');
  expect(first).toHaveLength(19);
  expect(first.filter(({ kind }) => kind === 'VLOSE')).toHaveLength(2);
  const starts = designations.filter(({ dutiesFrom }) => dutiesFrom === '2023-08-25');
  expect(starts).toEqual(first);
});

test('every designation rests on a page of the Commission first', () => {
  for (const { source } of catalogue.dsa.designations) {
    expect(source[0]).toMatch(/^https:\/\/(digital-strategy\.)?ec\.europa\.eu\//);
  }
});
