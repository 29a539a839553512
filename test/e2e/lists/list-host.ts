import { existsSync, readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import type { Responder } from '../../support/local-web.ts';

/** What was asked of a list's host, and with which headers. */
export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** A reply that does not come before it is let go. */
export interface HeldReply {
  /** Once the request is there and what may be sent was sent. */
  readonly arrived: Promise<void>;
  readonly release: () => void;
}

interface Hold {
  readonly isMeant: RegExp;
  readonly isHalfSent: boolean;
  readonly arrive: () => void;
  readonly released: Promise<void>;
}

/** The static web host of a list: serves a repository's folder under a host name of its own. */
export class ListHost {
  readonly requests: SeenRequest[] = [];
  /** Whether it answers everything with an error of its own. */
  isDown = false;
  /** The repository's folder; another one may take its place. */
  folder: string;
  readonly #name: string;
  /** What it serves instead of a file. */
  readonly #forged = new Map<string, Uint8Array>();
  #holds: readonly Hold[] = [];

  constructor(name: string, folder: string) {
    this.#name = name;
    this.folder = folder;
  }

  get address(): string {
    return `https://${this.#name}/`;
  }

  /** Serves other bytes under a path, or again those of the repository. */
  forge(path: string, bytes: Uint8Array | undefined): void {
    if (bytes === undefined) this.#forged.delete(path);
    else this.#forged.set(path, bytes);
  }

  /** Holds the next reply under such a path back: all of it, or its second half. */
  hold(isMeant: RegExp, isHalfSent = false): HeldReply {
    let arrive = (): void => undefined;
    let release = (): void => undefined;
    const arrived = new Promise<void>((done) => {
      arrive = done;
    });
    const released = new Promise<void>((done) => {
      release = done;
    });
    this.#holds = [...this.#holds, { isMeant, isHalfSent, arrive, released }];
    return { arrived, release };
  }

  isFor({ hostname }: URL): boolean {
    return hostname === this.#name;
  }

  readonly respond: Responder = (url, headers) => {
    const path = url.pathname.slice(1);
    // A page of the host's own, with what browsers ask for beside it; it leaves a cookie with whoever visits it.
    if (path === '' || path === 'favicon.ico')
      return { headers: { 'set-cookie': COOKIE }, body: '<!doctype html><h1>List' };
    this.requests.push({ path, headers });
    if (this.isDown) return { status: 503, headers: TYPE, body: '' };
    const bytes = this.#forged.get(path) ?? this.#read(path);
    if (bytes === undefined) return { status: 404, headers: TYPE, body: '' };
    const hold = this.#holds.find(({ isMeant }) => isMeant.test(path));
    if (hold === undefined) return { headers: TYPE, body: bytes };
    this.#holds = this.#holds.filter((each) => each !== hold);
    return {
      headers: { ...TYPE, 'content-length': String(bytes.length) },
      body: drip(bytes, hold),
    };
  };

  #read(path: string): Uint8Array | undefined {
    const file = join(this.folder, path);
    return existsSync(file) ? readFileSync(file) : undefined;
  }
}

const TYPE = { 'content-type': 'application/octet-stream' };
const COOKIE = 'reader=7; Secure; SameSite=None; Max-Age=86400';

async function* drip(
  bytes: Uint8Array,
  { isHalfSent, arrive, released }: Hold,
): AsyncGenerator<Uint8Array> {
  const half = isHalfSent ? Math.floor(bytes.length / 2) : 0;
  if (half > 0) yield bytes.subarray(0, half);
  arrive();
  await released;
  yield bytes.subarray(half);
}
