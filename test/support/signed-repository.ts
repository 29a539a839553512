import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { RoleName } from '../../src/trust/refusal.ts';
import { formatSignedJson } from '../../src/trust/signed-json.ts';

const DAY = 86_400_000;
const ROLES = ['root', 'timestamp', 'snapshot', 'targets'] as const;

/** An Ed25519 key made for one test. */
export interface TestKey {
  readonly id: string;
  readonly key: Fields;
  readonly secret: KeyObject;
}

/** JSON that a test may bend out of shape. */
// biome-ignore lint/suspicious/noExplicitAny: tests write what no type allows
export type Fields = Record<string, any>;

export function makeKey(extra: Fields = {}): TestKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const hex = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  const key = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: hex }, ...extra };
  return { id: hashText(formatSignedJson(key)), key, secret: privateKey };
}

export function hashText(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

export function formatTime(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Signs metadata by real cryptography; what is tampered with afterwards no longer fits. */
export function signMetadata(signed: Fields, keys: readonly TestKey[]): string {
  const bytes = Buffer.from(formatSignedJson(signed));
  const signatures = keys.map(({ id, secret }) => ({
    keyid: id,
    sig: sign(null, bytes, secret).toString('hex'),
  }));
  return JSON.stringify({ signed, signatures });
}

/** What a test changes of a release, before it is signed. */
export interface ReleaseChanges {
  readonly root?: (signed: Fields) => void;
  readonly targets?: (signed: Fields) => void;
  readonly snapshot?: (signed: Fields) => void;
  readonly timestamp?: (signed: Fields) => void;
}

/**
 * A repository of The Update Framework in memory, written without the code under test: it signs
 * with Node's cryptography, and tests tamper with its files.
 */
export class SignedRepository {
  readonly files = new Map<string, Uint8Array>();
  keys: Record<RoleName, readonly TestKey[]>;
  thresholds: Record<RoleName, number> = { root: 1, timestamp: 1, snapshot: 1, targets: 1 };
  versions: Record<RoleName, number> = { root: 0, timestamp: 0, snapshot: 0, targets: 0 };
  now: number;

  constructor(now: number, thresholds: Partial<Record<RoleName, number>> = {}) {
    this.now = now;
    Object.assign(this.thresholds, thresholds);
    const make = (role: RoleName) => Array.from({ length: this.thresholds[role] }, () => makeKey());
    this.keys = {
      root: make('root'),
      timestamp: make('timestamp'),
      snapshot: make('snapshot'),
      targets: make('targets'),
    };
    this.writeRoot(this.keys.root);
  }

  get rootText(): string {
    return this.read('metadata/1.root.json');
  }

  get rootDigest(): string {
    return hashText(this.rootText);
  }

  read(path: string): string {
    return new TextDecoder().decode(this.files.get(path));
  }

  write(path: string, content: string | Uint8Array): void {
    this.files.set(path, typeof content === 'string' ? Buffer.from(content) : content);
  }

  /** The next root, signed by its own keys and, where given, those of the root before. */
  writeRoot(signers: readonly TestKey[], change: (signed: Fields) => void = () => undefined): void {
    const version = ++this.versions.root;
    const all = ROLES.flatMap((role) => this.keys[role]);
    const signed: Fields = {
      ...this.#common('root', version, 365 * DAY),
      consistent_snapshot: true,
      keys: Object.fromEntries(all.map(({ id, key }) => [id, key])),
      roles: Object.fromEntries(
        ROLES.map((role) => [
          role,
          { keyids: this.keys[role].map(({ id }) => id), threshold: this.thresholds[role] },
        ]),
      ),
    };
    change(signed);
    this.write(`metadata/${version}.root.json`, signMetadata(signed, signers));
  }

  /** Gives a role new keys by a new root, signed by the old and the new root keys. */
  rotate(role: RoleName): void {
    const before = this.keys.root;
    this.keys = { ...this.keys, [role]: this.keys[role].map(() => makeKey()) };
    const signers = role === 'root' ? [...before, ...this.keys.root] : before;
    this.writeRoot(signers);
  }

  /** Signs a release of these files; `custom` is what `targets.json` says of them. */
  publish(
    contents: Readonly<Record<string, string | Uint8Array>>,
    changes: ReleaseChanges = {},
    custom: Readonly<Record<string, Fields>> = {},
  ): void {
    const targets: Fields = {};
    for (const [name, content] of Object.entries(contents)) {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      const sha256 = hashText(bytes);
      this.write(`targets/${sha256}.${name}`, bytes);
      targets[name] = {
        length: bytes.length,
        hashes: { sha256 },
        ...(custom[name] && { custom: custom[name] }),
      };
    }
    const version = ++this.versions.targets;
    const signed: Fields = { ...this.#common('targets', version, 180 * DAY), targets };
    changes.targets?.(signed);
    this.write(`metadata/${version}.targets.json`, signMetadata(signed, this.keys.targets));
    this.writeSnapshot(changes);
  }

  /** A new snapshot of the targets as they are, and a new timestamp. */
  writeSnapshot(changes: ReleaseChanges = {}): void {
    const version = ++this.versions.snapshot;
    const signed: Fields = {
      ...this.#common('snapshot', version, 30 * DAY),
      meta: { 'targets.json': this.#describe(`${this.versions.targets}.targets.json`) },
    };
    changes.snapshot?.(signed);
    this.write(`metadata/${version}.snapshot.json`, signMetadata(signed, this.keys.snapshot));
    this.writeTimestamp(changes);
  }

  writeTimestamp({ timestamp: change }: ReleaseChanges = {}): void {
    const version = ++this.versions.timestamp;
    const signed: Fields = {
      ...this.#common('timestamp', version, 7 * DAY),
      issued: formatTime(this.now),
      meta: { 'snapshot.json': this.#describe(`${this.versions.snapshot}.snapshot.json`) },
    };
    change?.(signed);
    this.write('metadata/timestamp.json', signMetadata(signed, this.keys.timestamp));
  }

  #common(type: RoleName, version: number, lifetime: number): Fields {
    const expires = formatTime(this.now + lifetime);
    return { _type: type, spec_version: '1.0.31', version, expires };
  }

  #describe(name: string): Fields {
    const bytes = this.files.get(`metadata/${name}`) ?? new Uint8Array();
    const version = Number(name.split('.')[0]);
    return { version, length: bytes.length, hashes: { sha256: hashText(bytes) } };
  }
}
