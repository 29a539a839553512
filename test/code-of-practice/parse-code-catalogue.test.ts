import { expect, test } from 'vitest';
import type { Commitment } from '../../src/code-of-practice/commitment.ts';
import { parseCodeCatalogue } from '../../src/code-of-practice/parse-code-catalogue.ts';
import type { Service } from '../../src/code-of-practice/service.ts';
import type { Signatory } from '../../src/code-of-practice/signatory.ts';
import { readCodeFiles } from './read-code-files.ts';

/** The real files with one of them changed; a test changes what it has just read. */
function withChange<File>(name: string, change: (file: File) => void) {
  const files = readCodeFiles();
  change(files[name] as File);
  const reading = parseCodeCatalogue(files);
  if (reading.kind === 'catalogue') return [];
  return reading.problems.map(({ file, field, what }) => `${file} ${field}: ${what}`);
}

type Open<T> = { -readonly [K in keyof T]: Open<T[K]> };
type Services = { services: Open<Service>[] };
type Signatories = { known: string; signatories: Open<Signatory>[] };
type Commitments = { commitments: Open<Commitment>[] };

test('the real files parse, and stay as they are when nothing is changed', () => {
  expect(parseCodeCatalogue(readCodeFiles()).kind).toBe('catalogue');
  expect(withChange('services.json', () => undefined)).toEqual([]);
});

test('an empty list names every file that is missing, with the cure', () => {
  const reading = parseCodeCatalogue({});
  if (reading.kind !== 'problems') throw new Error('was read');
  expect(reading.problems.map(({ file }) => file)).toEqual(
    [
      'editions.json',
      'commitments-2018.json',
      'commitments.json',
      'measures.json',
      'roles.json',
      'changes-2025.json',
      'services.json',
      'signatories.json',
      'dsa.json',
      'laws.json',
    ].map((name) => `code/${name}`),
  );
  expect(reading.problems[0]).toMatchObject({ field: '', what: 'is missing', level: 'form' });
});

test('faults in several files and fields are told at once', () => {
  const files = readCodeFiles();
  files['roles.json'] = { roles: [{ id: 'Ad Seller', name: { en: 'sellers', fr: ' ' } }] };
  files['laws.json'] = { laws: 'none' };
  files['measures.json'] = { edition: '2022', measures: [{ id: '1' }] };
  const reading = parseCodeCatalogue(files);
  if (reading.kind !== 'problems') throw new Error('was read');
  expect(reading.problems.map(({ file, field }) => `${file} ${field}`)).toEqual([
    'code/measures.json measures[0].id',
    'code/measures.json measures[0].summary',
    'code/measures.json measures[0].binds',
    'code/measures.json measures[0].source',
    'code/measures.json measures[0].certainty',
    'code/roles.json roles[0].id',
    'code/roles.json roles[0].name.fr',
    'code/laws.json laws',
  ]);
  for (const { what, cure } of reading.problems) expect([what, cure]).not.toContain('');
});

test('unknown files and fields are left to newer readers', () => {
  const files = readCodeFiles();
  files['fines.json'] = { fines: [] };
  expect(parseCodeCatalogue(files).kind).toBe('catalogue');
  expect(
    withChange<Services>('services.json', ({ services }) => {
      Object.assign(services[0] ?? {}, { logo: 'later' });
    }),
  ).toEqual([]);
});

test.each<[string, string, (service: Open<Service>) => void]>([
  ['a scheme in a domain', 'domains[0]', (one) => (one.domains = ['https://google.com'])],
  ['a capital in a domain', 'domains[0]', (one) => (one.domains = ['Google.com'])],
  ['a single label', 'domains[0]', (one) => (one.domains = ['google'])],
  ['an owner nobody knows', 'owner', (one) => (one.owner = 'alphabet')],
  ['a name that is another’s', '"twitter" also leads', (one) => one.aliases.push('TWITTER')],
  ['a domain that is another’s', '"*.x.com" also leads', (one) => one.domains.push('x.com')],
])('refuses %s', (_, expected, change) => {
  const problems = withChange<Services>('services.json', ({ services }) => {
    if (services[0]) change(services[0]);
  });
  expect(problems.join('\n')).toContain(expected);
});

test.each<[string, string, (one: Open<Signatory>) => void]>([
  [
    'a day that does not exist',
    'from',
    (one) => Object.assign(one.stints[0] ?? {}, { from: '2018-02-30' }),
  ],
  ['a service nobody knows', 'no service', (one) => (one.service = 'gogle')],
  [
    'an edition nobody knows',
    'no edition 2020',
    (one) => Object.assign(one.stints[0] ?? {}, { edition: '2020' }),
  ],
  [
    'half an ending',
    'only part',
    (one) => Object.assign(one.stints[0] ?? {}, { to: '2023-05-26' }),
  ],
  [
    'an end before the start',
    'before the first day',
    (one) =>
      Object.assign(one.stints[0] ?? {}, {
        to: '2018-10-15',
        toCertainty: 'high',
        ended: 'withdrawal',
        endSource: ['https://a.test/'],
      }),
  ],
  ['a first day without certainty', 'fromCertainty', (one) => delete one.stints[0]?.fromCertainty],
  [
    'a report that speaks for a service not named',
    'speaks for "xandr"',
    (one) => Object.assign(one.subscriptions?.[0] ?? {}, { service: 'xandr' }),
  ],
  [
    'a fact without a source',
    'source',
    (one) => Object.assign(one.stints[0] ?? {}, { source: [] }),
  ],
  [
    'a fact without certainty',
    'certainty',
    (one) => Object.assign(one.stints[0] ?? {}, { certainty: 'sure' }),
  ],
])('refuses %s', (_, expected, change) => {
  const problems = withChange<Signatories>('signatories.json', ({ signatories }) => {
    if (signatories[0]) change(signatories[0]);
  });
  expect(problems.join('\n')).toContain(expected);
});

test('an end on the first day itself is no fault', () => {
  const problems = withChange<Signatories>('signatories.json', ({ signatories }) => {
    Object.assign(signatories[0]?.stints[0] ?? {}, {
      to: '2018-10-16',
      toCertainty: 'high',
      ended: 'closure',
      endSource: ['https://a.test/'],
    });
  });
  expect(problems).toEqual([]);
});

test('a signatory may be there once only', () => {
  const problems = withChange<Signatories>('signatories.json', ({ signatories }) => {
    if (signatories[0]) signatories.push(signatories[0]);
  });
  expect(problems.join('\n')).toContain('is there twice');
});

test.each([
  ['the last commitment of the edition', [43], []],
  ['one more', [43, 44], ['code/changes-2025.json changes[0].commitments: no Commitment 44']],
  ['none', [0], ['code/changes-2025.json changes[0].commitments: no Commitment 0']],
  ['half of one', [1.5], ['code/changes-2025.json changes[0].commitments: no Commitment 1.5']],
])('a recorded change may touch what there is: %s', (_, commitments, expected) => {
  const problems = withChange<{ changes: object[] }>('changes-2025.json', ({ changes }) => {
    Object.assign(changes[0] ?? {}, { commitments });
  });
  expect(problems).toEqual(expected);
});

test('changes belong to an edition that there is', () => {
  const problems = withChange<{ edition: string }>('changes-2025.json', (file) => {
    file.edition = '2024';
  });
  expect(problems.join('\n')).toContain('no edition "2024"');
});

test('the number of commitments must be the one officially stated', () => {
  const problems = withChange<Commitments>('commitments.json', ({ commitments }) => {
    commitments.pop();
  });
  expect(problems).toEqual(['code/commitments.json commitments: holds 43 commitments']);
});

test('a commitment told twice, an unknown chapter and an unknown role are faults', () => {
  const problems = withChange<Commitments>('commitments.json', ({ commitments }) => {
    Object.assign(commitments[1] ?? {}, { number: 1 });
    Object.assign(commitments[2] ?? {}, { chapter: 'XI', binds: ['everyone'] });
  });
  const text = problems.join('\n');
  for (const part of ['holds 44 commitments', 'no chapter "XI"', 'no role "everyone"']) {
    expect(text).toContain(part);
  }
});

test('a measure must belong to a commitment of its edition', () => {
  const problems = withChange<{ measures: { id: string }[] }>('measures.json', ({ measures }) => {
    Object.assign(measures[0] ?? {}, { id: '45.1' });
  });
  expect(problems.join('\n')).toContain('no commitment has Measure 45.1');
});

test('a designated service must be one that is known', () => {
  const problems = withChange<{ designations: { service: string }[] }>('dsa.json', (dsa) => {
    Object.assign(dsa.designations[0] ?? {}, { service: 'alibaba' });
  });
  expect(problems).toEqual([
    'code/dsa.json designations[0].service: no service is called "alibaba"',
  ]);
});
