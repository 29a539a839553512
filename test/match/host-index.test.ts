import { expect, test } from 'vitest';
import { decideAddress } from '../../src/match/decide-address.ts';
import { IndexInputError } from '../../src/match/errors.ts';
import { buildHostIndex, loadHostIndex } from '../../src/match/host-index.ts';
import { makeInput, makeRecord, TODAY } from './test-lists.ts';

const SCOPES = Array.from({ length: 500 }, (_, i) => `h${i * 7}.test`);

test('same input gives same bytes, another seed others', () => {
  const bytes = (seed: number) =>
    new Uint8Array(buildHostIndex(makeInput(SCOPES, { seed })).buffer);
  expect(bytes(1)).toEqual(bytes(1));
  expect(bytes(1)).not.toEqual(bytes(2));
});

test('a loaded index says what the built one said', () => {
  const built = buildHostIndex(makeInput(SCOPES));
  const loaded = loadHostIndex(structuredClone(built.buffer));
  if (loaded === undefined) throw new Error('does not load');
  for (const host of ['h7.test', 'www.h14.test', 'h8.test']) {
    expect(decideAddress(loaded, host, TODAY)).toEqual(decideAddress(built, host, TODAY));
  }
});

test('costs at most 2.7 bytes a host for the filter, 23 with names', () => {
  const hosts = Array.from({ length: 20_000 }, (_, i) => `news${i * 13}.test`);
  const index = buildHostIndex(makeInput(hosts));
  const { bases, offsets, remainders, nameBases, nameOffsets, names } = index;
  const filter = bases.byteLength + offsets.byteLength + remainders.byteLength;
  const forNames = [nameBases, nameOffsets, names];
  expect(filter / hosts.length).toBeLessThan(2.7);
  expect(forNames.reduce((sum, part) => sum + part.byteLength, filter) / hosts.length).toBeLessThan(
    23,
  );
});

test('an empty index lists nothing', () => {
  const index = buildHostIndex(makeInput([]));
  expect(decideAddress(index, 'a.test', TODAY).kind).toBe('not-listed');
});

test.each([
  ['empty', (b: ArrayBuffer) => b.slice(0, 0)],
  ['cut', (b: ArrayBuffer) => b.slice(0, -4)],
  ['cut within the header', (b: ArrayBuffer) => b.slice(0, 40)],
  ['longer', (b: ArrayBuffer) => Uint8Array.of(...new Uint8Array(b), 0, 0, 0, 0).buffer],
  ['of another format', (b: ArrayBuffer) => withNumber(b, 1, 1)],
  ['of something else', (b: ArrayBuffer) => withNumber(b, 0, 0)],
  ['with absurd sizes', (b: ArrayBuffer) => withNumber(b, 3, 40)],
  ['with absurd counts', (b: ArrayBuffer) => withNumber(b, 4, 0xffff_ffff)],
])('does not load a buffer that is %s', (_, change) => {
  expect(loadHostIndex(change(buildHostIndex(makeInput(SCOPES)).buffer.slice()))).toBeUndefined();
});

test.each([
  ['an unknown list', makeRecord('a.test', { list: 'elsewhere' })],
  ['a scope that is not ASCII', makeRecord('ä.test')],
  ['a scope with a space', makeRecord('a.test/ b')],
  ['an empty scope', makeRecord('')],
  ['a scope longer than 255 characters', makeRecord(`a.test/${'a'.repeat(249)}`)],
])('refuses a record with %s', (_, record) => {
  expect(() => buildHostIndex(makeInput([record]))).toThrow(IndexInputError);
});

test('takes the longest scope there may be', () => {
  const scope = `a.test/${'a'.repeat(248)}`;
  const index = buildHostIndex(makeInput([scope]));
  expect(decideAddress(index, `${scope}/b`, TODAY)).toMatchObject({ findings: [{ scope }] });
});

test('holds slugs and states of any text', () => {
  const index = buildHostIndex(makeInput([makeRecord('a.test', { entry: 'é\n"\u2028' })]));
  expect(decideAddress(index, 'a.test', TODAY)).toMatchObject({
    findings: [{ entry: 'é\n"\u2028' }],
  });
});

function withNumber(buffer: ArrayBuffer, at: number, value: number): ArrayBuffer {
  new Uint32Array(buffer)[at] = value;
  return buffer;
}
