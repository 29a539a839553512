import { describe, expect, it } from 'vitest';
import type { AskedCommitment } from '../../src/messages/described-address.ts';
import { groupCommitments } from '../../src/popup/group-commitments.ts';

describe('commitments', () => {
  it.each([
    ['always', 'when-advertised', 'always'],
    ['when-advertised', 'always', 'always'],
    ['always', 'always', 'always'],
    ['when-advertised', 'when-advertised', 'when-advertised'],
  ] as const)(
    'asked %s of one side and %s of the other reach the source %s',
    (one, other, both) => {
      const [group, ...more] = groupCommitments([
        ask({ role: 'ad-seller', reach: one }),
        ask({ role: 'ad-buyer', reach: other }),
      ]);
      expect(group).toMatchObject({ reach: both, roles: ['ad-seller', 'ad-buyer'] });
      expect(more).toEqual([]);
    },
  );

  it('have each measure once, 1.10 after 1.9', () => {
    const [group] = groupCommitments([
      ask({ role: 'ad-seller', measures: [measure('1.10'), measure('1.6')] }),
      ask({ role: 'ad-buyer', measures: [measure('1.6'), measure('1.9')] }),
    ]);
    expect(group?.measures.map(({ id }) => id)).toEqual(['1.6', '1.9', '1.10']);
  });

  it('stay apart and in order by their numbers', () => {
    const groups = groupCommitments([ask({ commitment: 1 }), ask({ commitment: 3 })]);
    expect(groups.map(({ commitment }) => commitment)).toEqual([1, 3]);
  });
});

function ask(fields: Partial<AskedCommitment>): AskedCommitment {
  return {
    commitment: 1,
    title: { en: 'Title', fr: 'Titre' },
    summary: { en: 'Summary', fr: 'Résumé' },
    measures: [],
    role: 'ad-seller',
    reach: 'always',
    isVerified: true,
    url: 'https://code.example/',
    ...fields,
  };
}

function measure(id: string) {
  return { id, summary: { en: id, fr: id }, isVerified: true };
}
