import { open, readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { showText } from '../show-text.ts';
import { BusyRepositoryError } from './errors.ts';

const LOCK_FILE = '.publish-lock';

/** Who holds a lock: the process, its machine, since when. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

function parseHolder(text: string): Holder | undefined {
  const match = /^(\d{1,10}) (\S+) (\S+)\n$/.exec(text);
  if (!match) return undefined;
  return { pid: Number(match[1]), host: match[2] ?? '', since: match[3] ?? '' };
}

/** Whether the process is surely gone: it ran on this machine, and none has its number. */
function isGone({ pid, host }: Holder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

async function create(path: string, text: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(text);
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function readLock(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return ''; // let go of just now
  }
}

/** Takes a lock over from a process that is gone; of several that try, one succeeds. */
async function takeOver(path: string, text: string): Promise<boolean> {
  const found = await readLock(path);
  const holder = parseHolder(found);
  if (!holder || !isGone(holder)) return false;
  const aside = `${path}-${process.pid}`;
  try {
    await rename(path, aside);
  } catch {
    return false; // another was faster
  }
  const isStale = (await readLock(aside)) === found;
  // Renamed away from one that took it over in between: give it back.
  if (!isStale) await rename(aside, path);
  else await rm(aside, { force: true });
  return isStale && (await create(path, text));
}

/**
 * Does the work while nobody else writes to the repository.
 *
 * @throws BusyRepositoryError when somebody does
 */
export async function withRepositoryLock<Result>(
  repoDir: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const path = join(repoDir, LOCK_FILE);
  const text = `${process.pid} ${hostname()} ${new Date().toISOString()}\n`;
  if (!(await create(path, text)) && !(await takeOver(path, text))) {
    const holder = parseHolder(await readLock(path));
    const who = holder
      ? `process ${holder.pid} on ${showText(holder.host)} since ${showText(holder.since)}`
      : 'an unknown process';
    throw new BusyRepositoryError(
      `Another publish is at work in ${showText(repoDir)}: ${who}. Wait for it; if it no longer runs, delete ${showText(path)}.`,
    );
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}
