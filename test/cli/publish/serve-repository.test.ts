import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serveRepository } from '../../../src/cli/publish/serve-repository.ts';
import { makeFolder } from '../../support/list-folder.ts';

const HASH = 'a'.repeat(64);

async function serve() {
  const outside = makeFolder();
  const repoDir = join(outside, 'public');
  for (const folder of ['metadata', 'targets'])
    mkdirSync(join(repoDir, folder), { recursive: true });
  writeFileSync(join(outside, 'secret.json'), '{}');
  writeFileSync(join(repoDir, 'metadata/timestamp.json'), '{"signed":{}}');
  writeFileSync(join(repoDir, 'metadata/1.root.json'), '{}');
  writeFileSync(join(repoDir, `targets/${HASH}.sources.bin`), 'bin');
  writeFileSync(join(repoDir, 'index.html'), '<title>List</title>');
  writeFileSync(join(repoDir, '.publish-lock'), '1');
  mkdirSync(join(repoDir, 'keys/private'), { recursive: true });
  writeFileSync(join(repoDir, 'keys/private/root-01234567.json'), '{}');
  for (const path of ['notes.html', 'metadata/keys.json', 'targets/notes.bin']) {
    writeFileSync(join(repoDir, path), 'mine');
  }
  const pages = ['index.html', 'inside.html', 'up/secret.json'];
  writeFileSync(join(repoDir, 'pages.json'), JSON.stringify({ format: 1, pages }));
  symlinkSync(join(outside, 'secret.json'), join(repoDir, 'metadata/7.root.json'));
  symlinkSync(outside, join(repoDir, 'up'));
  symlinkSync(join(repoDir, 'index.html'), join(repoDir, 'inside.html'));
  const server = await serveRepository(repoDir);
  onTestFinished(() => server.close());
  return server;
}

/** `fetch` tidies a path before it asks, so paths are sent as they are. */
function ask(port: number, path: string, method = 'GET') {
  return new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, body }));
    })
      .on('error', reject)
      .end();
  });
}

test.each([
  ['metadata/timestamp.json', 'application/json; charset=utf-8', 'no-cache, max-age=0'],
  [
    'metadata/1.root.json',
    'application/json; charset=utf-8',
    'public, max-age=31536000, immutable',
  ],
  [
    `targets/${HASH}.sources.bin`,
    'application/octet-stream',
    'public, max-age=31536000, immutable',
  ],
  ['', 'text/html; charset=utf-8', 'no-cache, max-age=0'],
  ['pages.json', 'application/json; charset=utf-8', 'no-cache, max-age=0'],
])('serves /%s as %s, kept %s', async (path, type, caching) => {
  const { url } = await serve();
  const response = await fetch(url + path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(type);
  expect(response.headers.get('cache-control')).toBe(caching);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('content-encoding')).toBeNull();
});

test('answers 304 to whoever has the file, and 200 once it is another', async () => {
  const { url } = await serve();
  const address = `${url}metadata/timestamp.json`;
  const etag = (await fetch(address)).headers.get('etag') ?? '';
  const ask304 = (tag: string) => fetch(address, { headers: { 'if-none-match': tag } });
  expect((await ask304(etag)).status).toBe(304);
  expect((await ask304(`"x", W/${etag}`)).status).toBe(304);
  expect((await ask304('"another"')).status).toBe(200);
});

test('answers HEAD with the length and no body', async () => {
  const { url } = await serve();
  const response = await fetch(`${url}metadata/timestamp.json`, { method: 'HEAD' });
  expect(response.headers.get('content-length')).toBe('13');
  expect(await response.text()).toBe('');
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('takes no %s', async (method) => {
  const { port } = await serve();
  expect((await ask(port, '/metadata/timestamp.json', method)).status).toBe(405);
});

test.each([
  ...['/../secret.json', '/metadata/../../secret.json', '/%2e%2e/secret.json'],
  ...['/..%2fsecret.json', '/metadata/..%5c..%5csecret.json', '/%252e%252e/secret.json'],
  ...['//secret.json', '/metadata/7.root.json', '/up/secret.json', '/%00', '/%', '/.publish-lock'],
  ...['/metadata', '/metadata/', '/metadata/2.root.json', '/metadata/keys.json', '/notes.html'],
  ...['/keys/private/root-01234567.json', '/keys/', '/targets/notes.bin'],
])('shows nothing at %s', async (path) => {
  const { port } = await serve();
  expect(await ask(port, path)).toEqual({ status: 404, body: '' });
});

test('follows a link that stays inside', async () => {
  const { port } = await serve();
  expect((await ask(port, '/inside.html')).body).toBe('<title>List</title>');
});

test('listens on loopback only, and not after it was closed', async () => {
  const repoDir = makeFolder();
  const { url, port, close } = await serveRepository(repoDir);
  expect(url).toBe(`http://127.0.0.1:${port}/`);
  await close();
  await expect(ask(port, '/')).rejects.toThrow('ECONNREFUSED');
});
