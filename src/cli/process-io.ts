import { once } from 'node:events';
import { getSystemErrorMap } from 'node:util';
import { formatLocalDay } from '../list/day.ts';
import type { CommandIo } from './command-io.ts';

/** The streams of this process, for a command, and what became of them. */
export interface ProcessIo {
  readonly io: CommandIo;
  /** Whether output was lost that somebody still waited for. */
  readonly hasLostOutput: () => boolean;
}

/** `no space left on device`, without the code that only a programmer reads. */
function explainError({ errno, message }: NodeJS.ErrnoException): string {
  const known = errno === undefined ? undefined : getSystemErrorMap().get(errno);
  return known?.[1] ?? message;
}

/**
 * Opens the streams of this process. One that breaks never ends it: the command does, so that the
 * exit code is the command's; 2 where output was lost, be it noticed after the command's end.
 */
export function openProcessIo(): ProcessIo {
  const { stdout, stderr } = process;
  let isClosed = false;
  let isReading = false;
  let isLost = false;

  function warn(line: string): void {
    try {
      stderr.write(`${line}\n`);
    } catch {
      // Nowhere is left to tell it; the exit code still does.
    }
  }
  function closeOutput(error: NodeJS.ErrnoException): void {
    if (isClosed) return;
    isClosed = true;
    // Whatever else comes in, nobody reads the answer.
    if (isReading) process.stdin.destroy();
    // `demonitor … | head` closes the pipe early: that is no error of ours.
    if (error.code === 'EPIPE') return;
    isLost = true;
    process.exitCode = 2;
    warn(`Demonitor stopped: its output can’t be written (${explainError(error)}).`);
  }
  function print(line: string): void {
    if (isClosed) return;
    try {
      stdout.write(`${line}\n`);
    } catch (error) {
      // A file is written at once, and throws where a pipe emits.
      closeOutput(error instanceof Error ? error : new Error(String(error)));
    }
  }
  async function mayPrint(): Promise<boolean> {
    if (!isClosed && stdout.writableNeedDrain) {
      try {
        await once(stdout, 'drain');
      } catch {
        // `closeOutput` was told as well.
      }
    }
    return !isClosed;
  }
  async function* readStdin(): AsyncGenerator<Uint8Array> {
    if (isClosed) return;
    isReading = true;
    try {
      yield* process.stdin;
    } catch (error) {
      if (!isClosed) throw error;
    }
  }

  stdout.on('error', closeOutput);
  stderr.on('error', () => {
    // As in `warn`.
  });
  const today = formatLocalDay(new Date());
  return { io: { print, warn, mayPrint, readStdin, today }, hasLostOutput: () => isLost };
}
