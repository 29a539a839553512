import { chmod, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { parseJsonText } from '../../list/json-text.ts';
import type { Problem } from '../../list/problem.ts';
import { formatProblems } from '../format-problems.ts';
import { showText } from '../show-text.ts';
import {
  createPrivately,
  isTemporaryName,
  makeDurableFolder,
  writeDurably,
} from '../write-durably.ts';
import type { KeyPair } from './ed25519.ts';
import { UnusableKeysError } from './errors.ts';
import { formatKeyRing, KEY_RING_FILE, type KeyRing, parseKeyRing } from './key-ring.ts';
import { type PrivateKeyFile, privateKeySchema, sealKey, unsealKey } from './private-key-file.ts';
import type { Role } from './role.ts';
import { type Signer, type SigningKeys, toSigner } from './signing-keys.ts';

const PRIVATE_FOLDER = 'private';
const OWNER_ONLY_FOLDER = 0o700;

/** What opens and seals the private keys of a folder. */
export interface KeySeal {
  readonly passphrase: string;
  /** Of scrypt, for keys that are sealed anew; tests can't wait for the usual one. */
  readonly cost?: number | undefined;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new UnusableKeysError(`${showText(path)} can’t be read.`, { cause: error });
  }
}

async function listPrivateFiles(keysDir: string): Promise<readonly string[]> {
  try {
    const names = await readdir(join(keysDir, PRIVATE_FOLDER));
    // Of one that broke off there is half a key, which nobody trusts.
    const whole = names.filter((name) => name.endsWith('.json') && !isTemporaryName(name));
    return whole.sort();
  } catch (error) {
    if (isMissing(error)) return []; // a machine that signs nothing
    const where = showText(join(keysDir, PRIVATE_FOLDER));
    throw new UnusableKeysError(`${where} can’t be read.`, { cause: error });
  }
}

/** Whether a folder holds keys; only private ones are what an unfinished `keygen` leaves. */
export async function findKeys(keysDir: string): Promise<'none' | 'whole' | 'only private'> {
  if ((await readIfThere(join(keysDir, KEY_RING_FILE))) !== undefined) return 'whole';
  return (await listPrivateFiles(keysDir)).length > 0 ? 'only private' : 'none';
}

/**
 * The public part of a folder of keys.
 *
 * @throws UnusableKeysError when there is none, or a broken one
 */
async function readKeyRing(keysDir: string): Promise<KeyRing> {
  const path = join(keysDir, KEY_RING_FILE);
  const text = await readIfThere(path);
  if (text === undefined) {
    const cure = 'name the folder that "demonitor list keygen" made';
    throw new UnusableKeysError(`There is no ${showText(path)}; ${cure}.`);
  }
  const json = parseJsonText(text);
  const refuse = (problems: readonly Problem[]) =>
    new UnusableKeysError(
      [`${showText(path)} can’t be used:`, ...formatProblems(problems)].join('\n'),
    );
  if (json.kind === 'fault') {
    const { line, what, cure } = json.fault;
    throw refuse([{ file: KEY_RING_FILE, field: `line ${line}`, what, cure, level: 'form' }]);
  }
  const reading = parseKeyRing(json.value);
  if (reading.kind === 'refused') throw refuse(reading.problems);
  return reading.ring;
}

/** Writes the public part of a folder of keys; all of the new one or all of the old one is there. */
export async function writeKeyRing(keysDir: string, ring: KeyRing): Promise<void> {
  await writeDurably(join(keysDir, KEY_RING_FILE), Buffer.from(formatKeyRing(ring)));
}

/**
 * Seals a new private key into the folder, for its owner's eyes only; never over another file. It
 * survives a loss of power from then on, as does the root that will trust it.
 */
export async function addPrivateKey(
  keysDir: string,
  { role, ...pair }: KeyPair & { readonly role: Role },
  { passphrase, cost }: KeySeal,
): Promise<string> {
  const folder = join(keysDir, PRIVATE_FOLDER);
  await makeDurableFolder(folder, OWNER_ONLY_FOLDER);
  // A folder that was there, or a umask, may say otherwise.
  await chmod(folder, OWNER_ONLY_FOLDER);
  const path = join(folder, `${role}-${pair.keyid.slice(0, 8)}.json`);
  const sealed = await sealKey(role, pair, passphrase, cost);
  await createPrivately(path, Buffer.from(`${JSON.stringify(sealed, undefined, 2)}\n`));
  return path;
}

/** A private key as it lies in the folder, still sealed. */
interface SealedKey {
  readonly path: string;
  readonly file: PrivateKeyFile;
}

async function readPrivateKeys(keysDir: string): Promise<readonly SealedKey[]> {
  const found: SealedKey[] = [];
  for (const name of await listPrivateFiles(keysDir)) {
    const path = join(keysDir, PRIVATE_FOLDER, name);
    const json = parseJsonText((await readIfThere(path)) ?? '');
    const parsed = v.safeParse(privateKeySchema, json.kind === 'value' ? json.value : undefined);
    if (!parsed.success) {
      const cure = 'put back a copy of it, or take it out of the folder';
      throw new UnusableKeysError(`${showText(path)} is no whole private key: ${cure}.`);
    }
    found.push({ path, file: parsed.output });
  }
  return found;
}

/** A folder of keys, opened with its passphrase. */
export interface KeyFolder extends SigningKeys {
  readonly dir: string;
  readonly seal: KeySeal;
  /** Private keys for a role that its ring doesn't name, as an unfinished rotation leaves them. */
  readonly openSpares: (role: Role, known: ReadonlySet<string>) => Promise<readonly KeyPair[]>;
}

/**
 * Opens a folder of keys. A private key is unsealed only when it is to sign.
 *
 * @throws UnusableKeysError when the folder can't be used; so does whatever unseals a key with
 *   another passphrase
 */
export async function openKeyFolder(keysDir: string, seal: KeySeal): Promise<KeyFolder> {
  const ring = await readKeyRing(keysDir);
  const opened = new Map<string, KeyPair>();
  async function unseal({ path, file }: SealedKey): Promise<KeyPair> {
    const before = opened.get(file.keyid);
    if (before) return before;
    const opening = await unsealKey(file, seal.passphrase);
    if (opening.kind === 'locked') {
      const why = 'the passphrase is another one, or the file was changed';
      throw new UnusableKeysError(`${showText(path)} doesn’t open: ${why}.`);
    }
    opened.set(file.keyid, opening.key);
    return opening.key;
  }
  return {
    name: showText(keysDir),
    dir: keysDir,
    seal,
    ring,
    async openSigners(keyids) {
      const signers: Signer[] = [];
      for (const sealed of await readPrivateKeys(keysDir)) {
        if (keyids.includes(sealed.file.keyid)) signers.push(toSigner(await unseal(sealed)));
      }
      return signers;
    },
    async openSpares(role, known) {
      const spares: KeyPair[] = [];
      for (const sealed of await readPrivateKeys(keysDir)) {
        if (sealed.file.role !== role || known.has(sealed.file.keyid)) continue;
        spares.push(await unseal(sealed));
      }
      return spares;
    },
  };
}
