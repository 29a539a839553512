import { expect, test } from 'vitest';
import { compileContext, formatContext, parseContext } from '../../src/list/context.ts';
import { type Fields, readTestList } from '../support/list-files.ts';

const code = { 'editions.json': { editions: [] } };
const context = JSON.parse(formatContext(compileContext({ ...readTestList().list, code })));

function withOrganisation(fields: Fields): Fields {
  return { ...context, organisations: [{ ...context.organisations[0], ...fields }] };
}

test('reads what it wrote, with the rules of the matcher', () => {
  const reading = parseContext(context);
  expect(reading).toMatchObject({
    kind: 'context',
    setAside: 0,
    context: { code },
    rules: {
      aliases: [
        { from: 'old-shared.test', to: 'shared.test' },
        { from: 'shared.test/s', to: 'shared.test' },
      ],
      foldPathHosts: ['shared.test'],
    },
  });
  if (reading.kind === 'context')
    expect(JSON.parse(formatContext(reading.context))).toEqual(context);
});

test('leaves out organisations and platforms newer than itself, and counts them', () => {
  const platforms = { hosts: [{ host: 'a.test', pathCase: 'upper', aliases: [] }] };
  const reading = parseContext({ ...withOrganisation({ kind: 'newer-kind' }), platforms });
  expect(reading).toMatchObject({ kind: 'context', setAside: 2, context: { organisations: [] } });
});

test.each<[string, unknown]>([
  ['another format', { ...context, format: 2 }],
  ['no never-list', { ...context, neverList: undefined }],
  ['a bidi character', withOrganisation({ name: 'a\u202Eb' })],
  ['an address that is not http(s)', withOrganisation({ site: 'javascript:alert(1)' })],
  ['nothing', undefined],
])('refuses a context with %s', (_, value) => {
  expect(parseContext(value).kind).toBe('refused');
});

test.each<[string, unknown]>([
  ['hidden characters', { ...context, newer: Array.from({ length: 400_000 }, () => '\u0001') }],
  [
    'evil addresses',
    {
      ...context,
      organisations: Array.from({ length: 200_000 }, (_, at) => ({ id: `a${at}`, site: 'evil:' })),
    },
  ],
])('tells the first of very many %s', (_, value) => {
  const reading = parseContext(value);
  expect(reading.kind === 'refused' && reading.problems).toHaveLength(100);
});
