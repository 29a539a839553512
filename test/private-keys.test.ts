import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateKeyPair } from '../src/cli/signing/ed25519.ts';
import { PRIVATE_KEY_MARKER, sealKey } from '../src/cli/signing/private-key-file.ts';
import { makeFolder } from './support/list-folder.ts';

/*
 * Whoever has a private key can speak as the list. None may ever be committed, sealed or not.
 */

const PEM = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/;
/** A field with this name in a file of data; code that only names it has no 1 after it. */
const MARKED = new RegExp(`"${PRIVATE_KEY_MARKER}"\\s*:\\s*\\d`);
const JWK_TYPE = /"kty"\s*:\s*"(?:OKP|EC|RSA)"/;
const JWK_PRIVATE = /"d"\s*:\s*"[\w-]{40,}"/;
/** An Ed25519 key in DER, as hex or base64 (RFC 8410 §7). */
const DER = /302e020100300506032b657004220420[0-9a-f]{64}|MC4CAQAwBQYDK2VwBCIEI[\w+/-]{43}/i;

/** What of a private key a text holds. */
function findPrivateKey(text: string): string | undefined {
  if (PEM.test(text)) return 'PEM';
  if (MARKED.test(text)) return PRIVATE_KEY_MARKER;
  if (JWK_TYPE.test(text) && JWK_PRIVATE.test(text)) return 'JWK';
  return DER.test(text) ? 'DER' : undefined;
}

/** The tracked files of a repository that hold a private key. */
function listPrivateKeys(folder: string): readonly string[] {
  const names = execFileSync('git', ['ls-files', '-z'], { cwd: folder, encoding: 'utf8' });
  return names
    .split('\0')
    .filter((name) => name !== '')
    .flatMap((name) => {
      const found = findPrivateKey(readTracked(join(folder, name)));
      return found === undefined ? [] : [`${name}: ${found}`];
    });
}

function readTracked(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return ''; // deleted, but not from the index yet
  }
}

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const pem = (type: 'pkcs8' | 'spki') =>
  type === 'pkcs8'
    ? privateKey.export({ type, format: 'pem' }).toString()
    : publicKey.export({ type, format: 'pem' }).toString();
const der = privateKey.export({ type: 'pkcs8', format: 'der' });

describe('a private key', () => {
  it('stands in no tracked file', () => {
    expect(listPrivateKeys('.')).toEqual([]);
  });

  it.each([
    ['PEM', pem('pkcs8')],
    ['PEM', `x = """-----BEGIN OPENSSH ${'PRIVATE'} KEY-----"""`],
    ['JWK', JSON.stringify(privateKey.export({ format: 'jwk' }))],
    ['DER', der.toString('hex')],
    ['DER', der.toString('base64')],
  ])('is found as %s', (kind, text) => {
    expect(findPrivateKey(text)).toBe(kind);
  });

  it.each([
    pem('spki'),
    JSON.stringify(publicKey.export({ format: 'jwk' })),
    `const marker = '${PRIVATE_KEY_MARKER}';`,
    '{"d": "a short text", "kty": "OKP"}',
  ])('is not seen in %s', (text) => {
    expect(findPrivateKey(text)).toBeUndefined();
  });

  it('is found when it is planted, sealed as it is', async () => {
    const folder = makeFolder();
    execFileSync('git', ['init', '-q'], { cwd: folder });
    const sealed = await sealKey('root', generateKeyPair(), 'correct horse', 2);
    mkdirSync(join(folder, 'lists'));
    writeFileSync(join(folder, 'lists/note.txt'), JSON.stringify(sealed, undefined, 2));
    expect(listPrivateKeys(folder)).toEqual([]);
    execFileSync('git', ['add', '.'], { cwd: folder });
    expect(listPrivateKeys(folder)).toEqual([`lists/note.txt: ${PRIVATE_KEY_MARKER}`]);
  });
});
