import { expect, it } from 'vitest';
import { checkKeyIds } from '../../src/trust/check-key-ids.ts';
import { parseMetadata } from '../../src/trust/parse-metadata.ts';
import { refuse } from '../../src/trust/refusal.ts';
import { type Fields, SignedRepository } from '../support/signed-repository.ts';

const EVIL = '\u202Eevil\n'.repeat(10_000);

/** A root in which a key stands under a name of any length. */
function makeRoot(key: unknown): Fields {
  const { signed, signatures } = JSON.parse(new SignedRepository(0).rootText);
  return { signatures, signed: { ...signed, keys: { ...signed.keys, [EVIL]: key } } };
}

it.each([
  ['short', 'short'],
  ['a\u202Eb\u0000c\u200Bd', 'abcd'],
  ['x'.repeat(201), 'x'.repeat(200)],
  [`${'x'.repeat(199)}😀`, 'x'.repeat(199)],
])('a refusal quotes little of what nobody signed: %j', (detail, told) => {
  expect(refuse('root', 'key-id', { detail }).refusal.detail).toBe(told);
});

it('holds for metadata of another form', () => {
  const bytes = new TextEncoder().encode(JSON.stringify(makeRoot(5)));
  const read = parseMetadata('root', bytes);
  if (read.kind !== 'refused') throw new Error('It is no root.');
  expect(read.refusal.reason).toBe('not-metadata');
  expect(read.refusal.detail).toMatch(/^keys\.(evil)+/);
  expect(read.refusal.detail?.length).toBeLessThanOrEqual(200);
});

it('holds for a key under another name than its own', () => {
  const key = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: 'ab'.repeat(32) } };
  const bytes = new TextEncoder().encode(JSON.stringify(makeRoot(key)));
  const read = parseMetadata('root', bytes);
  if (read.kind === 'refused') throw new Error('It has the form of a root.');
  const refused = checkKeyIds(read.signed);
  expect(refused?.refusal.reason).toBe('key-id');
  expect(refused?.refusal.detail).toMatch(/^(evil)+/);
  expect(refused?.refusal.detail?.length).toBeLessThanOrEqual(200);
});
