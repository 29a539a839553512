import { createHash, createPublicKey, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { generateKeyPair, signBytes } from '../../../src/cli/signing/ed25519.ts';
import {
  type PrivateKeyFile,
  sealKey,
  unsealKey,
} from '../../../src/cli/signing/private-key-file.ts';
import { deriveKeyId } from '../../../src/trust/check-key-ids.ts';

const COST = 2;
const PASSPHRASE = 'correct horse';
const seal = () => sealKey('root', generateKeyPair(), PASSPHRASE, COST);

test('opens with its passphrase and gives back the key', async () => {
  const pair = generateKeyPair();
  const file = await sealKey('root', pair, PASSPHRASE, COST);
  const opening = await unsealKey(file, PASSPHRASE);
  if (opening.kind !== 'key') throw new Error('locked');
  expect(Buffer.from(opening.key.seed)).toEqual(Buffer.from(pair.seed));
  expect(JSON.stringify(file)).not.toContain(Buffer.from(pair.seed).toString('hex'));
});

test('stays locked under a passphrase that differs in one letter', async () => {
  expect(await unsealKey(await seal(), 'correct hors3')).toEqual({ kind: 'locked' });
});

test('opens with a passphrase whose accents another keyboard writes', async () => {
  const file = await sealKey('root', generateKeyPair(), 'caf\u00e9', COST);
  expect((await unsealKey(file, 'cafe\u0301')).kind).toBe('key');
});

test.each<[string, (file: PrivateKeyFile) => PrivateKeyFile]>([
  ['role', (file) => ({ ...file, role: 'timestamp' })],
  ['keyid', (file) => ({ ...file, keyid: '0'.repeat(64) })],
  ['public', (file) => ({ ...file, public: '0'.repeat(64) })],
  ['ciphertext', (file) => ({ ...file, ciphertext: '0'.repeat(64) })],
  ['kdf', (file) => ({ ...file, kdf: { ...file.kdf, cost: 2 * COST } })],
])('stays locked once its %s was changed', async (_, change) => {
  expect(await unsealKey(change(await seal()), PASSPHRASE)).toEqual({ kind: 'locked' });
});

test('never seals the same key into the same bytes', async () => {
  const pair = generateKeyPair();
  const [one, two] = [
    await sealKey('root', pair, PASSPHRASE, COST),
    await sealKey('root', pair, PASSPHRASE, COST),
  ];
  expect(one.ciphertext).not.toBe(two.ciphertext);
});

test('names a key by the digest of its canonical JSON', () => {
  const { publicKey } = generateKeyPair();
  const text = `{"keytype":"ed25519","keyval":{"public":"${publicKey.keyval.public}"},"scheme":"ed25519"}`;
  expect(deriveKeyId(publicKey)).toBe(createHash('sha256').update(text).digest('hex'));
});

test('signs what node:crypto verifies', () => {
  const { publicKey, seed } = generateKeyPair();
  const der = Buffer.from(`302a300506032b6570032100${publicKey.keyval.public}`, 'hex');
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  const signature = Buffer.from(signBytes(seed, Buffer.from('text')), 'hex');
  expect(verify(null, Buffer.from('text'), key, signature)).toBe(true);
  expect(verify(null, Buffer.from('texts'), key, signature)).toBe(false);
});
