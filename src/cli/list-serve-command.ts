import { once } from 'node:events';
import type { Command } from './command-io.ts';
import { UsageError } from './errors.ts';
import { isFolder } from './is-folder.ts';
import { parseOptions } from './parse-options.ts';
import { type RepositoryServer, serveRepository } from './publish/serve-repository.ts';
import { showText } from './show-text.ts';

const HELP = `demonitor list serve REPO [--port N] [--json]

Serves REPO on this machine’s own address, 127.0.0.1, to nobody else, so that one can try a list
before it is copied to a host. Prints the address and goes on until it is interrupted.

  --port N  the port; a free one without it, or with 0
  --json    {"url","port"}

Exit: 0 interrupted, 2 wrongly used or the port is taken.`;

const MAX_PORT = 65_535;

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= MAX_PORT) return port;
  throw new UsageError(`--port "${text}" is no port: a number up to ${MAX_PORT}.`, HELP);
}

async function listen(repoDir: string, port: number): Promise<RepositoryServer> {
  try {
    return await serveRepository(repoDir, port);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const why = code === 'EADDRINUSE' ? 'is taken' : `can’t be used (${code})`;
    throw new UsageError(`Port ${port} ${why}; name another, or none for a free one.`, HELP, {
      cause: error,
    });
  }
}

/** `list serve`: a repository on loopback. */
export const runListServe: Command = async (args, io) => {
  const { values, positionals } = parseOptions(args, { port: { type: 'string' } } as const, HELP);
  if (values.help) {
    io.print(HELP);
    return 0;
  }
  const [repoDir, ...more] = positionals;
  if (repoDir === undefined) throw new UsageError('Which repository?', HELP);
  if (more.length > 0) throw new UsageError(`One repository at a time, not also ${more[0]}.`, HELP);
  if (!(await isFolder(repoDir))) throw new UsageError(`There is no folder ${repoDir}.`, HELP);
  const server = await listen(repoDir, parsePort(values.port ?? '0'));
  const { url, port } = server;
  io.print(values.json ? JSON.stringify({ url, port }) : `Serving ${showText(repoDir)} at ${url}`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.close();
  return 0;
};
