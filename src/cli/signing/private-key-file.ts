import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import * as v from 'valibot';
import { formatCanonicalJson } from '../../list/canonical-json.ts';
import { deriveKeyPair, type KeyPair } from './ed25519.ts';
import { ROLES, type Role } from './role.ts';

/** By this field a check of a repository finds a private key that must not be in it. */
export const PRIVATE_KEY_MARKER = 'demonitorPrivateKey';

/** 128 MB and a third of a second for each guess (OWASP's password storage cheat sheet). */
const SCRYPT_COST = 2 ** 17;
const MAX_SCRYPT_COST = 2 ** 20;
const SCRYPT_BLOCK = 8;
const BYTES_PER_BLOCK = 128;
/** What scrypt needs beside its table, and some more. */
const SPARE_BLOCKS = 1024;
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const IV_BYTES = 12;
const CIPHER = 'aes-256-gcm';

const hexField = (bytes: number) =>
  v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`), `${2 * bytes} hex digits`));

const headSchema = v.object({
  [PRIVATE_KEY_MARKER]: v.literal(1, '1'),
  role: v.picklist(ROLES),
  keyid: hexField(KEY_BYTES),
  public: hexField(KEY_BYTES),
  kdf: v.object({
    name: v.literal('scrypt', 'scrypt'),
    cost: v.pipe(
      v.number(),
      v.check((cost) => Number.isInteger(Math.log2(cost)), 'a power of two'),
      v.minValue(2, 'at least 2'),
      v.maxValue(MAX_SCRYPT_COST, `at most ${MAX_SCRYPT_COST}`),
    ),
    blockSize: v.literal(SCRYPT_BLOCK, `${SCRYPT_BLOCK}`),
    parallelization: v.literal(1, '1'),
    salt: hexField(SALT_BYTES),
  }),
  cipher: v.literal(CIPHER, CIPHER),
  iv: hexField(IV_BYTES),
});

/** One file of `KEYS/private/`. */
export const privateKeySchema = v.object({
  ...headSchema.entries,
  tag: hexField(16),
  ciphertext: hexField(KEY_BYTES),
});
/** A private key as it lies on the disk: sealed, with its role and public half in the open. */
export type PrivateKeyFile = v.InferOutput<typeof privateKeySchema>;
type Head = v.InferOutput<typeof headSchema>;

/** What a passphrase makes of a private key. */
export type KeyOpening =
  | { readonly kind: 'key'; readonly key: KeyPair }
  | { readonly kind: 'locked' };

function stretch(passphrase: string, { cost, salt }: Head['kdf']): Promise<Buffer> {
  const options = {
    N: cost,
    r: SCRYPT_BLOCK,
    p: 1,
    // Node refuses what needs more than 32 MB unless it is told.
    maxmem: BYTES_PER_BLOCK * SCRYPT_BLOCK * (cost + SPARE_BLOCKS),
  };
  return new Promise((resolve, reject) => {
    // Two keyboards may write one passphrase in two ways.
    const secret = passphrase.normalize('NFC');
    scrypt(secret, Buffer.from(salt, 'hex'), KEY_BYTES, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

/** What the seal covers beside the key: nobody may pass a key off for another role. */
function formatHead(head: Head): Buffer {
  return Buffer.from(formatCanonicalJson(v.parse(headSchema, head)));
}

/** Seals a private key under a passphrase: scrypt, then AES-256-GCM. */
export async function sealKey(
  role: Role,
  { keyid, publicKey, seed }: KeyPair,
  passphrase: string,
  cost: number = SCRYPT_COST,
): Promise<PrivateKeyFile> {
  const salt = randomBytes(SALT_BYTES).toString('hex');
  const iv = randomBytes(IV_BYTES);
  const head: Head = {
    [PRIVATE_KEY_MARKER]: 1,
    role,
    keyid,
    public: publicKey.keyval.public,
    kdf: { name: 'scrypt', cost, blockSize: SCRYPT_BLOCK, parallelization: 1, salt },
    cipher: CIPHER,
    iv: iv.toString('hex'),
  };
  const cipher = createCipheriv(CIPHER, await stretch(passphrase, head.kdf), iv);
  cipher.setAAD(formatHead(head));
  const ciphertext = Buffer.concat([cipher.update(seed), cipher.final()]).toString('hex');
  return { ...head, tag: cipher.getAuthTag().toString('hex'), ciphertext };
}

/** Opens a private key; `locked` when the passphrase is another one or the file was changed. */
export async function unsealKey(file: PrivateKeyFile, passphrase: string): Promise<KeyOpening> {
  const key = await stretch(passphrase, file.kdf);
  const decipher = createDecipheriv(CIPHER, key, Buffer.from(file.iv, 'hex'));
  decipher.setAAD(formatHead(file));
  decipher.setAuthTag(Buffer.from(file.tag, 'hex'));
  let seed: Buffer;
  try {
    seed = Buffer.concat([decipher.update(Buffer.from(file.ciphertext, 'hex')), decipher.final()]);
  } catch {
    return { kind: 'locked' }; // GCM tells no more than that
  }
  const pair = deriveKeyPair(seed);
  return pair.keyid === file.keyid ? { kind: 'key', key: pair } : { kind: 'locked' };
}
