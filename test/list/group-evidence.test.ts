import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../src/list/entry.ts';
import { groupByOrganisation, networksOn } from '../../src/list/group-evidence.ts';
import type { ShownOrganisation } from '../../src/messages/described-address.ts';

describe('grouped evidence', () => {
  test('puts the law first, then investigations, then whoever has most', () => {
    const groups = groupByOrganisation(
      [
        item('rating', 'rater'),
        item('fact-check', 'one'),
        item('fact-check', 'two'),
        item('fact-check', 'two'),
        item('investigation', 'desk'),
        item('legal-act', 'council'),
      ],
      [],
    );
    expect(groups.map(({ id }) => id)).toEqual(['council', 'desk', 'two', 'one', 'rater']);
  });

  test('sorts the items of a group from newest to undated', () => {
    const [group] = groupByOrganisation(
      [
        item('fact-check', 'a', '2018-12-28'),
        item('fact-check', 'a'),
        item('fact-check', 'a', '2019'),
      ],
      [],
    );
    expect(group?.items.map(({ date }) => date)).toEqual(['2019', '2018-12-28', undefined]);
  });

  test('keeps a group whose organisation the list does not describe', () => {
    const [group] = groupByOrganisation([item('rating', 'nobody')], []);
    expect(group).toMatchObject({ id: 'nobody', organisation: undefined, networks: [] });
  });

  test('names a network for the group only if it covers every dated item', () => {
    const organisations = [member('2018-01-01', '2018-12-31')];
    const inside = [item('fact-check', 'a', '2018-03'), item('fact-check', 'a')];
    const beside = [...inside, item('fact-check', 'a', '2019-01-01')];
    expect(groupByOrganisation(inside, organisations)[0]?.networks).toEqual(['IFCN']);
    expect(groupByOrganisation(beside, organisations)[0]?.networks).toEqual([]);
  });
});

describe('membership on a day', () => {
  test.each([
    ['2018-01-01', ['IFCN']],
    ['2017-12-31', []],
    ['2018-12-31', ['IFCN']],
    ['2019-01-01', []],
    ['2018', ['IFCN']],
    ['2018-12', ['IFCN']],
    ['2017', []],
    ['2019', []],
  ])('%s', (day, networks) => {
    expect(networksOn(member('2018-01-01', '2018-12-31'), day)).toEqual(networks);
  });

  test('is not claimed for a year that it began in the middle of', () => {
    expect(networksOn(member('2018-06-01', undefined), '2018')).toEqual([]);
  });

  test('is not claimed when its beginning is not known, nor for an undated item', () => {
    expect(networksOn(member(undefined, undefined), '2020-01-01')).toEqual([]);
    expect(networksOn(member('2018-01-01', undefined), undefined)).toEqual([]);
  });
});

function item(kind: Evidence['kind'], by: string, date?: string): Evidence {
  return { kind, by, url: 'https://check.example/', ...(date === undefined ? {} : { date }) };
}

function member(from: string | undefined, to: string | undefined): ShownOrganisation {
  return {
    id: 'a',
    name: 'Example Check',
    kind: 'fact-checker',
    site: 'https://check.example/',
    memberships: [
      {
        in: 'IFCN',
        source: 'https://network.example/',
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      },
    ],
  };
}
