import { expect, test } from 'vitest';
import { buildListStats } from '../../src/list/stats.ts';
import { entry, factCheck, rating, readTestList } from '../support/list-files.ts';

test('counts what a list holds', () => {
  const { list } = readTestList({
    entries: {
      one: entry({ scopes: ['a.test', 'b.test'], languages: ['fr', 'en'] }),
      two: entry({
        name: 'Two',
        scopes: ['c.test'],
        country: undefined,
        languages: undefined,
        grounds: ['impersonation', 'repeated-false-claims'],
        evidence: [factCheck(), factCheck({ by: 'checker-desk' })],
        listed: '2026-01-02',
        reviewed: '2026-02-03',
        state: 'suspended',
      }),
      three: entry({ name: 'Three', scopes: ['d.test'], evidence: [rating()], languages: ['fr'] }),
    },
  });
  expect(buildListStats(list)).toEqual({
    list: 'test-list',
    entries: 3,
    scopes: 4,
    states: { listed: 2, suspended: 1 },
    kinds: { publisher: 3 },
    languages: { fr: 2, en: 1, unknown: 1 },
    countries: { FR: 2, unknown: 1 },
    grounds: { 'repeated-false-claims': 3, impersonation: 1 },
    evidence: { 'fact-check': 3, rating: 2 },
    organisations: { checker: 2, rater: 2, 'checker-desk': 1 },
    withTwoOrganisations: 1,
    shareWithTwoOrganisations: 1 / 3,
    oldestReview: { entry: 'two', day: '2026-02-03' },
  });
});

test('counts as a case what judges a message and not the outlet', () => {
  const evidence = [factCheck(), factCheck({ by: 'message-judge' })];
  const { list } = readTestList({ entries: { one: entry({ evidence }) } });
  expect(buildListStats(list).evidence).toEqual({ case: 1, 'fact-check': 1 });
});

test('gives no share and no review of an empty list', () => {
  const stats = buildListStats(readTestList({ entries: {} }).list);
  expect(stats).toMatchObject({ shareWithTwoOrganisations: null, oldestReview: null });
});
