import {
  createServer as createHttp,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { generate } from 'selfsigned';

/** A page of the stand-in web; a string is an HTML body with status 200. */
export interface StandInPage {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** In parts: each is sent when it comes. */
  readonly body: string | Uint8Array | AsyncIterable<Uint8Array>;
}
type Answer = StandInPage | string | undefined;
export type Responder = (url: URL, headers: IncomingHttpHeaders) => Answer | Promise<Answer>;

/** A loopback web that answers for every host name, by http and https, and as a proxy. */
export interface LocalWeb {
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly proxyPort: number;
  /** Every address asked so far, in order. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

/** Starts the stand-in web; nothing leaves 127.0.0.1. */
export async function startLocalWeb(respond: Responder): Promise<LocalWeb> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const answer = (scheme: string) => async (request: IncomingMessage, response: ServerResponse) => {
    const target = request.url ?? '/';
    const address = target.startsWith('/')
      ? `${scheme}://${request.headers.host}${target}`
      : target;
    requests.push(address);
    await send(response, await respond(new URL(address), request.headers));
  };
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'stand-in' }], {
    keySize: 2048,
  });
  const http = createHttp(answer('http'));
  const https = createHttps({ key, cert }, answer('https'));
  // As a forward proxy (Firefox): plain requests carry the whole address, https comes by CONNECT.
  const proxy = createHttp(answer('http'));
  const servers: readonly Server[] = [http, https, proxy];
  for (const server of servers) {
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => socket.destroy());
    });
  }
  proxy.on('connect', (_request, client: Socket, head: Buffer) => {
    const upstream = connect(portOf(https), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      if (head.length > 0) upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  await Promise.all(servers.map(listen));
  return {
    httpPort: portOf(http),
    httpsPort: portOf(https),
    proxyPort: portOf(proxy),
    requests,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
    },
  };
}

function listen(server: Server): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
}

function portOf(server: Server): number {
  // Listening on TCP, so the address is not a pipe's name.
  return (server.address() as AddressInfo).port;
}

async function send(response: ServerResponse, page: Answer): Promise<void> {
  const { status = 200, headers = {}, body } = toPage(page);
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
  if (typeof body === 'string' || body instanceof Uint8Array) {
    response.end(body);
    return;
  }
  for await (const part of body) response.write(part);
  response.end();
}

function toPage(page: Answer): StandInPage {
  if (page === undefined) return { status: 404, body: '<!doctype html><title>404</title>' };
  return typeof page === 'string' ? { body: page } : page;
}
