import type { Chunks } from './decode-text.ts';

/** What a command may touch of the outside; tests pass their own. */
export interface CommandIo {
  /** One line to standard output, without its line end. */
  readonly print: (line: string) => void;
  /** One line to standard error. */
  readonly warn: (line: string) => void;
  /**
   * Waits until standard output takes more; false once nobody reads it. To be asked before each of
   * many lines.
   */
  readonly mayPrint: () => Promise<boolean>;
  /** The bytes of standard input as they come; none the second time. */
  readonly readStdin: () => Chunks;
  /** The ISO day that decides where time decides, unless `--at` names another. */
  readonly today: string;
}

/** 0 fine or nothing found, 1 found or problems, 2 wrongly used. */
export type ExitCode = 0 | 1 | 2;

/** A command: its arguments (without its own name) in, an exit code out. */
export type Command = (args: readonly string[], io: CommandIo) => Promise<ExitCode>;
