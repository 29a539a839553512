import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Files of a repository on loopback, as they are at each moment. */
export interface SyncServer {
  /** Ends with a slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves files from memory to whoever asks on this machine. */
export async function serveFiles(read: () => ReadonlyMap<string, Uint8Array>): Promise<SyncServer> {
  const server = createServer((request, response) => {
    const bytes = read().get((request.url ?? '').slice(1));
    response.writeHead(bytes === undefined ? 404 : 200, {
      'Access-Control-Allow-Origin': '*',
      'Content-Type': 'application/octet-stream',
    });
    response.end(bytes);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // Listening on TCP, so the address is not a pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
