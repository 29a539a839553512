import { expect, test } from 'vitest';
import { checkAsReader } from '../../../src/cli/publish/check-as-reader.ts';
import { MAX_NAME_CHARS } from '../../../src/list/limits.ts';
import { entry } from '../../support/list-files.ts';
import { compileTestList } from '../../support/publish-list.ts';

const { compiled, context } = compileTestList({
  entries: { one: entry({ scopes: ['one.test'] }), two: entry({ scopes: ['two.test'] }) },
});
const [one, two] = compiled.entries;
if (!one || !two) throw new Error('two entries');
const fieldsOf = (entries: typeof compiled.entries) =>
  checkAsReader({ compiled: { ...compiled, entries }, context }).map(({ field }) => field);

test('finds nothing wrong with what was compiled', () => {
  expect(fieldsOf([one, two])).toEqual([]);
});

test('finds what readers refuse a release for', () => {
  expect(fieldsOf([one, { ...two, scopes: ['one.test'] }])).toEqual(['scopes[0]']);
  expect(fieldsOf([one, { ...two, scopes: ['well-known.test'] }])).toEqual(['scopes[0]']);
  expect(fieldsOf([one, { ...two, scopes: ['co.uk'] }])).toEqual(['scopes[0]']);
  expect(fieldsOf([{ ...one, name: 'n'.repeat(MAX_NAME_CHARS) }])).toEqual([]);
  expect(fieldsOf([{ ...one, name: 'n'.repeat(MAX_NAME_CHARS + 1) }])).toEqual(['name']);
});

test('finds a context that no reader reads', () => {
  const newer = { ...context, format: 2 };
  expect(checkAsReader({ compiled, context: newer }).map(({ field }) => field)).toEqual(['format']);
});
