import { expect, test } from 'vitest';
import { tellNotes } from '../../src/code-of-practice/dated-note.ts';

const NOTES = [
  { en: 'Always.', fr: 'Toujours.' },
  { from: '2025-03', en: 'Reported.', fr: 'Rapporté.' },
  { from: '2025-09-11', en: 'Left.', fr: 'Parti.' },
];

test.each([
  ['2018-10-16', 'Always.'],
  ['2025-03-30', 'Always.'],
  ['2025-03-31', 'Always. Reported.'],
  ['2025-09-10', 'Always. Reported.'],
  ['2025-09-11', 'Always. Reported. Left.'],
])('on %s tells %s', (day, en) => {
  expect(tellNotes(NOTES, day)?.en).toBe(en);
});

test('tells nothing before anything was known', () => {
  expect(tellNotes(NOTES.slice(1), '2025-01-01')).toBeUndefined();
  expect(tellNotes([], '2025-01-01')).toBeUndefined();
});
