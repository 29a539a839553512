import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';
import { CHANGELOG_FILE } from './changelog.ts';
import { PAGES_FILE, readPages } from './write-pages.ts';

/** A repository on this machine's own address. */
export interface RepositoryServer {
  /** `http://127.0.0.1:8080/`. */
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const INDEX = 'index.html';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.json': 'application/json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};
/** gzip lies inside, and no `Content-Encoding` is said: the bytes are those that were signed. */
const OTHER_TYPE = 'application/octet-stream';

const HASH_NAMED = /^targets\/[0-9a-f]{64}\.[a-z0-9-]+\.bin$/;
const VERSIONED = /^metadata\/[1-9]\d*\.(root|targets|snapshot)\.json$/;
const RENEWED = ['metadata/timestamp.json', CHANGELOG_FILE, PAGES_FILE];

/** What never changes under its name may be kept for ever; the timestamp is asked for each time. */
function chooseCaching(path: string): string {
  const isForEver = HASH_NAMED.test(path) || VERSIONED.test(path);
  return isForEver ? 'public, max-age=31536000, immutable' : 'no-cache, max-age=0';
}

/**
 * Whether a path belongs to a release. Whatever else lies there, a folder of keys for one, is not for
 * everybody to see.
 */
async function isOfRelease(folder: string, path: string): Promise<boolean> {
  if (HASH_NAMED.test(path) || VERSIONED.test(path) || RENEWED.includes(path)) return true;
  try {
    return (await readPages(folder)).includes(path);
  } catch {
    return false; // names that are damaged name nothing; a publish says so
  }
}

/** The path of a request below the folder, decoded once; `undefined` for one that leads elsewhere or is hidden. */
function parsePath(url: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(url.split(/[?#]/)[0] ?? '');
  } catch {
    return undefined; // a broken escape
  }
  if (!path.startsWith('/') || /[\\\p{Cc}]/u.test(path)) return undefined;
  // `..`, and the publisher's own `.publish-lock`.
  if (path.split('/').some((part) => part.startsWith('.'))) return undefined;
  return path.endsWith('/') ? path.slice(1) + INDEX : path.slice(1);
}

/** The file of a release behind a path, links followed, as long as it lies in the folder. */
async function findFile(folder: string, path: string): Promise<string | undefined> {
  if (!(await isOfRelease(folder, path))) return undefined;
  try {
    const file = await realpath(join(folder, path));
    if (!file.startsWith(folder + sep)) return undefined;
    return (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined; // not there, or not ours to read: the same to whoever asks
  }
}

function isKnown(request: IncomingMessage, etag: string): boolean {
  const tags = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim());
  return tags.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag);
}

async function answer(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Whoever follows the list from a page of theirs may read it.
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const path = parsePath(request.url ?? '');
  const file = path === undefined ? undefined : await findFile(folder, path);
  if (path === undefined || file === undefined) {
    response.writeHead(404, { 'Cache-Control': 'no-store' }).end();
    return;
  }
  const content = await readFile(file);
  const etag = `"${createHash('sha256').update(content).digest('hex').slice(0, 32)}"`;
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', chooseCaching(path));
  if (isKnown(request, etag)) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(200, {
    'Content-Type': CONTENT_TYPES[extname(file)] ?? OTHER_TYPE,
    'Content-Length': content.length,
  });
  response.end(request.method === 'HEAD' ? undefined : content);
}

/** Serves the releases of a repository on loopback, to nobody else; port 0 takes a free one. */
export async function serveRepository(repoDir: string, port = 0): Promise<RepositoryServer> {
  const folder = await realpath(repoDir);
  const server = createServer((request, response) => {
    answer(folder, request, response).catch(() => {
      // A file that went between looking and reading.
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.listen(port, LOOPBACK);
  await once(server, 'listening');
  // Not a pipe's name, as it listens on a port.
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${LOOPBACK}:${taken}/`,
    port: taken,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
