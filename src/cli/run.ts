import { runCheck } from './check-command.ts';
import { runCode } from './code-command.ts';
import type { CommandIo, ExitCode } from './command-io.ts';
import { dispatch } from './dispatch.ts';
import { BrokenListError, UsageError } from './errors.ts';
import { runList } from './list-command.ts';
import { readProductVersion } from './product-version.ts';

const HELP = `demonitor COMMAND

  check ADDRESS…     whether addresses are on the list, and why
  list COMMAND       check, compile, count, compare, sign, publish and serve a list
  code COMMAND       what the Code of Conduct on Disinformation asks, and of whom

Every command takes --json and --help; "demonitor --version" names this build. Exit: 0 fine or
nothing found, 1 found or problems, 2 wrongly used.`;

const runCommand = dispatch(HELP, { check: runCheck, list: runList, code: runCode });

/** `demonitor list check` of a help text that begins `demonitor list check [LISTS]`. */
function nameCommand(help: string): string {
  return /^demonitor(?: [a-z]+)*(?=\s)/.exec(help)?.[0] ?? 'demonitor';
}

/** The whole command line, without the process around it: words in, exit code out. */
export async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  try {
    if (args[0] === '--version') {
      io.print(await readProductVersion());
      return 0;
    }
    return await runCommand(args, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.warn(error.message);
      // The whole help would push the error out of sight.
      if (error.help !== undefined) io.warn(`See "${nameCommand(error.help)} --help".`);
      return 2;
    }
    if (error instanceof BrokenListError) {
      io.warn(error.message);
      return 2;
    }
    throw error;
  }
}
