import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from './command-io.ts';
import { UsageError } from './errors.ts';
import { formatFollowLink } from './format-follow-link.ts';
import { isFolder } from './is-folder.ts';
import { parseOptions } from './parse-options.ts';
import { hashBytes } from './publish/metadata.ts';
import { type RepositoryServer, serveRepository } from './publish/serve-repository.ts';
import { showText } from './show-text.ts';

const HELP = `demonitor list serve REPO [--port N] [--json]

Serves what was published in REPO, and no other file there, on this machine’s own address,
127.0.0.1, to nobody else, so that one can try a list before it is copied to a host. Prints the
address and the link by which a development build follows the list, and goes on until it is
interrupted.

  --port N  the port; a free one without it, or with 0
  --json    {"url","port","root","link"}

Exit: 0 interrupted, 2 wrongly used, REPO is no repository, or the port is taken.`;

const FIRST_ROOT = 'metadata/1.root.json';
const MAX_PORT = 65_535;

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= MAX_PORT) return port;
  throw new UsageError(`--port "${text}" is no port: a number up to ${MAX_PORT}.`, HELP);
}

/** SHA-256 of the first root, by which readers follow. */
async function readRootDigest(repoDir: string): Promise<string> {
  try {
    return hashBytes(await readFile(join(repoDir, FIRST_ROOT)));
  } catch (error) {
    const cure = 'name the folder that "demonitor list publish" wrote';
    const message = `Nothing is published in ${showText(repoDir)}: it has no ${FIRST_ROOT}; ${cure}.`;
    throw new UsageError(message, HELP, { cause: error });
  }
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
  const askedPort = parsePort(values.port ?? '0');
  const root = await readRootDigest(repoDir);
  const server = await listen(repoDir, askedPort);
  const { url, port } = server;
  const link = formatFollowLink(url, root);
  if (values.json) io.print(JSON.stringify({ url, port, root, link }));
  else {
    io.print(`Serving ${showText(repoDir)} at ${url}`);
    io.print(`Link to follow it, for a development build on this machine: ${link}`);
    io.print(`Root digest: ${root}`);
  }
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.close();
  return 0;
};
