import { runCheck } from './check-command.ts';
import { runCode } from './code-command.ts';
import type { CommandIo, ExitCode } from './command-io.ts';
import { dispatch } from './dispatch.ts';
import { BrokenListError, UsageError } from './errors.ts';
import { runList } from './list-command.ts';

const HELP = `demonitor COMMAND

  check ADDRESS…     whether addresses are on the list, and why
  list COMMAND       check, compile and count a list
  code COMMAND       what the Code of Conduct on Disinformation asks, and of whom

Every command takes --json and --help. Exit: 0 fine or nothing found, 1 found or problems,
2 wrongly used.`;

const runCommand = dispatch(HELP, { check: runCheck, list: runList, code: runCode });

/** The whole command line, without the process around it: words in, exit code out. */
export async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  try {
    return await runCommand(args, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.warn(error.message);
      if (error.help !== undefined) io.warn(`\n${error.help}`);
      return 2;
    }
    if (error instanceof BrokenListError) {
      io.warn(error.message);
      return 2;
    }
    throw error;
  }
}
